"""Reads the slides once and gives them in one language, as plain values that nobody can change."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Slide:
    """One slide: its number from 1, points, a question for the room ("" for none), and rows of an invented log."""

    number: int
    title: str
    points: tuple[str, ...]
    talk: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Deck:
    """Slides that are shown together. `is_invented`: it walks through a child who does not exist, and says so on each."""

    key: str
    title: str
    lead: str
    is_invented: bool
    slides: tuple[Slide, ...]

    def slide(self, number: int) -> Slide | None:
        """A slide by its number, or None."""
        return self.slides[number - 1] if 1 <= number <= len(self.slides) else None


@cache
def decks(language: str, model: str) -> tuple[Deck, ...]:
    """Every deck in "nb" or "nn", with the municipality's name for the model. Source: S000-09, S000-14, S003-23."""
    read = tomllib.loads((HERE / f"slides.{language}.toml").read_text(encoding="utf-8"))
    return tuple(_deck(deck, model) for deck in read["deck"])


def deck(key: str, *, language: str, model: str) -> Deck | None:
    """One deck by its key, or None."""
    return next((each for each in decks(language, model) if each.key == key), None)


def _deck(read, model):
    slides = tuple(_slide(number, slide, model) for number, slide in enumerate(read["slide"], start=1))
    return Deck(
        read["key"],
        _named(read["title"], model),
        _named(read["lead"], model),
        read.get("invented", False),
        slides,
    )


def _slide(number, read, model):
    return Slide(
        number=number,
        title=_named(read["title"], model),
        points=tuple(_named(point, model) for point in read.get("points", ())),
        talk=_named(read.get("talk", ""), model),
        rows=tuple((label, _named(text, model)) for label, text in read.get("rows", ())),
    )


def _named(text, model):
    return text.replace("{model}", model)
