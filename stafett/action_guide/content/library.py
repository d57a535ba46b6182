"""Reads the content files once and gives the guide in one language, as plain values that nobody can change."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from stafett.action_guide.rules.writing import Node

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Tool:
    """A sheet of ours (`sheet`), or a page of the product (`route`), `in_log` when it is one of the log's own."""

    key: str
    title: str
    text: str
    sheet: str
    route: str
    in_log: bool


@dataclass(frozen=True)
class Notice:
    """A text that stands on several pages, such as the short deadline where the environment is unsafe (L-47)."""

    key: str
    title: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """A way on from a step that decides: its kind, its words, and the key of the level it leads to ("" for none)."""

    kind: str
    text: str
    level: str


@dataclass(frozen=True)
class Image:
    """An image that a municipality shows on a step: its key (sha256), png | jpeg | webp, pixels, and what it shows in words."""

    key: str
    kind: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Step:
    """One step of a level: what, how, who, tools, deadline and outcomes. `number` counts from 1 in its level.

    `more` is what a municipality has to add, as a tree of words (`rules/writing.py`), and `images` what it shows.
    """

    key: str
    level: str
    number: int
    title: str
    what: str
    how: tuple[str, ...]
    who: tuple[str, ...]
    deadline: str
    tools: tuple[Tool, ...]
    notices: tuple[Notice, ...]
    outcomes: tuple[Outcome, ...]
    more: tuple[Node, ...] = ()
    images: tuple[Image, ...] = ()


@dataclass(frozen=True)
class Hidden:
    """A step that a municipality does not use any more, and the level and step ("" for none) that its address leads to."""

    title: str
    level: str
    step: str


@dataclass(frozen=True)
class Level:
    """One level, 0 to 3. `keeps_nothing`: nothing about a child is stored on it."""

    key: str
    name: str
    about: str
    keeps: str
    keeps_nothing: bool
    notices: tuple[Notice, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Guide:
    """The whole guide in one language. `exit` and `holder` are tables of words, as in the content files.

    `hidden` is what a municipality's own guide has taken out, by (level, step key).
    """

    language: str
    version: str
    published_on: date
    title: str
    lead: str
    not_a_line: str
    levels: tuple[Level, ...]
    tools: tuple[Tool, ...]
    holder: dict
    exit: dict
    hidden: dict[tuple[str, str], Hidden] = field(default_factory=dict)

    def level(self, key: str) -> Level | None:
        """A level by its key, or None."""
        return next((level for level in self.levels if level.key == key), None)

    def step(self, level: str, key: str) -> Step | None:
        """A step by the keys of its level and its own, or None."""
        found = self.level(level)
        return next((step for step in found.steps if step.key == key), None) if found else None


@cache
def guide(language: str) -> Guide:
    """The guide in "nb" or "nn". Source: S004-05, domain 7."""
    made_of, said = structure(), words(language)
    kit, texts = tools(language), notices(language)
    return Guide(
        language=language,
        version=made_of["version"],
        published_on=made_of["published_on"],
        levels=tuple(_level(level, said, kit, texts) for level in made_of["level"]),
        tools=tuple(kit.values()),
        **{name: said[name] for name in ("title", "lead", "not_a_line", "holder", "exit")},
    )


def structure() -> dict:
    """What the starter guide is made of, whatever the language, as in `guide.toml`."""
    return _read("guide")


def words(language: str) -> dict:
    """The starter guide's words in "nb" or "nn", as in the content files."""
    return _read(language)


@cache
def tools(language: str) -> dict[str, Tool]:
    """Every tool by its key, in "nb" or "nn"."""
    said = words(language)["tool"]
    return {key: _tool(key, place, said[key]) for key, place in structure()["tool"].items()}


@cache
def notices(language: str) -> dict[str, Notice]:
    """Every text that stands on several pages, by its key, in "nb" or "nn"."""
    return {key: notice(language, key) for key in words(language)["notice"]}


def notice(language: str, key: str, *, deadline: str = "") -> Notice:
    """One of them. Where it names a deadline: the municipality's own when it has one, else ours. Source: L-47."""
    said = words(language)["notice"][key]
    own = deadline.strip().rstrip(".") or said.get("deadline", "")
    return Notice(key, said["title"], said["text"].replace("{deadline}", own))


@cache
def sheets(language: str) -> dict[str, dict]:
    """The sheets in "nb" or "nn" by their key, as in the content files. Source: S001-03, S001-04, S003-20, S003-21, L-17."""
    return {sheet["key"]: sheet for sheet in _read(f"sheets.{language}")["sheet"]}


@cache
def word_pairs() -> tuple[tuple[str, str], ...]:
    """Pairs of (bokmål, nynorsk) words that mean the same."""
    return tuple((nb, nn) for nb, nn in _read("word_pairs")["pair"])


@cache
def given_names() -> tuple[str, ...]:
    """Common given names in lower case, for the sheet that stays anonymous (L-17)."""
    return tuple(_read("names")["sure"])


@cache
def _read(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _tool(key, place, words):
    return Tool(
        key,
        words["title"],
        words["text"],
        sheet=place.get("sheet", ""),
        route=place.get("route", ""),
        in_log=place.get("in_log", False),
    )


def _level(level, words, tools, notices):
    said = words["level"][level["key"]]
    return Level(
        key=level["key"],
        keeps_nothing=level.get("keeps_nothing", False),
        notices=tuple(notices[key] for key in level.get("notices", ())),
        steps=tuple(
            _step(number, step, level["key"], words, tools, notices)
            for number, step in enumerate(level["step"], start=1)
        ),
        **said,
    )


def _step(number, step, level, words, tools, notices):
    said = words["step"][f"{level}-{step['key']}"]
    return Step(
        key=step["key"],
        level=level,
        number=number,
        title=said["title"],
        what=said["what"],
        how=tuple(said["how"]),
        who=tuple(said["who"]),
        deadline=said["deadline"],
        tools=tuple(tools[key] for key in step["tools"]),
        notices=tuple(notices[key] for key in step.get("notices", ())),
        outcomes=tuple(
            Outcome(kind, said["outcome"][kind], leads_to)
            for kind, leads_to in step.get("outcomes", {}).items()
        ),
    )
