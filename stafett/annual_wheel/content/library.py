"""Reads the starter wheels once and gives each in one language, as plain values that nobody can change."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stafett.annual_wheel.enums import TaskOwner
from stafett.register.enums import UnitKind

HERE = Path(__file__).parent
_FILES = {
    UnitKind.SCHOOL: "school",
    UnitKind.KINDERGARTEN: "kindergarten",
    UnitKind.HEALTH_STATION: "health_station",
    UnitKind.PPT: "service",
    UnitKind.CHILD_WELFARE: "service",
    UnitKind.OTHER: "service",
}
KINDS = tuple(_FILES)


@dataclass(frozen=True)
class StarterTask:
    """One task to begin from. `row` is the row of the requirements it carries out, `month` None for one of all year.

    `agenda` is a block of text for the agenda of the meetings it is done in; empty for most (S000-04).
    """

    key: str
    row: str
    rhythm: str
    month: int | None
    certainty: str
    owner: str
    opens: str
    title: str
    text: str
    agenda: str = ""


@dataclass(frozen=True)
class Starter:
    """The wheel a kind of unit begins from: its tasks by month, months without a tick, and what owners are called there."""

    tasks: tuple[StarterTask, ...]
    quiet_months: frozenset[int]
    owners: tuple[tuple[str, str], ...]

    def task(self, key: str) -> StarterTask | None:
        """The task with that key; None when it is no longer one of the starter's."""
        return next((each for each in self.tasks if each.key == key), None)

    def owner(self, owner: str) -> str:
        """What an owner is called in this kind of unit."""
        return dict(self.owners)[owner]


def has_starter(kind: str) -> bool:
    """Whether units of this kind have a wheel: all where people work among children. Source: S000-01, S000-07."""
    return kind in KINDS


@cache
def starter(kind: str, language: str) -> Starter:
    """The starter wheel of a kind of unit, in "nn" or else in bokmål. `{model}` stands where the model's name goes.

    Raises KeyError for a kind without one. Source: S000-01..23; the months, domain 2.1.
    """
    if not has_starter(kind):
        raise KeyError(kind)
    told = "nn" if language == "nn" else "nb"
    content = tomllib.loads((HERE / f"{_FILES[UnitKind(kind)]}.toml").read_text(encoding="utf-8"))
    return Starter(
        tasks=tuple(_task(row, told) for row in content["task"]),
        quiet_months=frozenset(content["quiet_months"]),
        owners=tuple((owner.value, content["owners"][owner.value][told]) for owner in TaskOwner),
    )


def named(text: str, model: str) -> str:
    """A text of the starter with the municipality's name for the model in it. Source: S000-02."""
    return text.replace("{model}", model)


def _task(row, language):
    return StarterTask(
        key=row["key"],
        row=row["row"],
        rhythm=row["rhythm"],
        month=row.get("month"),
        certainty=row["certainty"],
        owner=row["owner"],
        opens=row["opens"],
        title=row[language]["title"],
        text=row[language]["text"],
        agenda=row.get("agenda", {}).get(language, "").strip(),
    )
