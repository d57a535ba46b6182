"""Reads the topic bank once and gives it in one language, as plain values (S002-38)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Topic:
    """One topic. `numbers` are the source's; `ask` helps to say what the challenge is; `sheets` are keys of guide sheets."""

    numbers: tuple[int, ...]
    title: str
    ask: str
    sheets: tuple[str, ...]
    exit: bool

    @property
    def number(self) -> int:
        """The number it is kept by."""
        return self.numbers[0]

    @property
    def numbered(self) -> str:
        """Its numbers as they are read: "4 og 18" stand as "4/18"."""
        return "/".join(str(number) for number in self.numbers)


@dataclass(frozen=True)
class Group:
    """Topics that belong together, by the letter of their group."""

    letter: str
    title: str
    topics: tuple[Topic, ...]


@cache
def bank(language: str) -> tuple[Group, ...]:
    """The whole bank in "nb" or "nn"; every other language is given bokmål."""
    said, read = ("nn" if language == "nn" else "nb"), _read()
    return tuple(
        Group(
            group["letter"],
            group[said],
            tuple(_topic(each, said) for each in read["topic"] if each["group"] == group["key"]),
        )
        for group in read["group"]
    )


def topic(number: int | None, language: str) -> Topic | None:
    """The topic with this number of the source, or None: for no number, and for one that is not there."""
    return next((each for group in bank(language) for each in group.topics if number in each.numbers), None)


@cache
def kept_numbers() -> tuple[int, ...]:
    """The number each topic is kept by: of those that are joined, the lowest."""
    return tuple(sorted(each.number for group in bank("nb") for each in group.topics))


@cache
def _read():
    return tomllib.loads((HERE / "topics.toml").read_text(encoding="utf-8"))


def _topic(each, said):
    return Topic(
        numbers=tuple(each["numbers"]),
        title=each[said],
        ask=each["ask"][said],
        sheets=tuple(each["sheets"]),
        exit=each.get("exit", False),
    )
