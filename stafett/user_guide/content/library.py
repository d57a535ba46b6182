"""Reads the content files once and gives topics, user guides, tours and pictures as plain values."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from stafett.user_guide.enums import IN_ENGLISH, LANGUAGES, Reader, Role

HERE = Path(__file__).parent
PICTURES = "stafett/pictures"  # where the pictures are among the static files
GENERAL, OF_HELP = "generelt", "om-hjelpen"
PHONE, WIDE = 360, 720
FIELDS = ("title", "what", "do", "then", "sees")


@dataclass(frozen=True)
class Picture:
    """A picture of a page of the demo: where it is, how large it is (pixels), and what it shows in words."""

    key: str
    width: int
    height: int
    alt: str

    @property
    def path(self) -> str:
        """Its address among the static files."""
        return f"{PICTURES}/{self.key}.webp"


@dataclass(frozen=True)
class Topic:
    """What a page is for, what one does there, what happens then, and who sees it, as said to one role."""

    key: str
    language: str
    title: str
    what: str
    do: tuple[str, ...]
    then: str
    sees: str
    picture: Picture | None
    home: str  # a route to go back to when nobody knows where the reader came from; may be empty


@dataclass(frozen=True)
class Chapter:
    """A part of a user guide."""

    key: str
    title: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class UserGuide:
    """A whole user guide for one kind of reader."""

    reader: str
    language: str
    title: str
    lead: str
    chapters: tuple[Chapter, ...]
    published_on: date


@dataclass(frozen=True)
class TourStep:
    """One step of a tour; `route` is the real page it tells of, or empty where its address would name a child."""

    number: int
    title: str
    text: str
    route: str
    picture: Picture | None
    language: str


def topic_of_route(route: str, package: str) -> str:
    """The topic of a page, by the name of its route, else by its package, else the general one. Source: S003-24."""
    routes, packages = _ways_in()
    return routes.get(route) or packages.get(package) or GENERAL


@cache
def topic(key: str, role: str, language: str) -> Topic | None:
    """A topic as said to a role, or None. In a language that does not have it: in bokmål."""
    made_of = _read("topics")["topic"].get(key)
    if made_of is None or role not in Role.values:
        return None
    language = language if key in _read(language)["topic"] and _speaks(role, language) else LANGUAGES[0]
    words = _read(language)["topic"][key]
    said = words | words.get(role, {})
    shown = made_of.get("picture", {}).get(role)
    return Topic(
        key=key, language=language, title=said["title"], what=said["what"], do=tuple(said["do"]), then=said["then"],
        sees=said["sees"], picture=picture(shown, language) if shown else None, home=made_of.get("home", ""),
    )  # fmt: skip


@cache
def topics_for(role: str, language: str) -> tuple[Topic, ...]:
    """Every topic a role has in its list, in order."""
    made_of = _read("topics")["topic"]
    return tuple(topic(key, role, language) for key, each in made_of.items() if role in each["readers"])


@cache
def user_guide(reader: str, language: str) -> UserGuide | None:
    """The user guide for a kind of reader, or None. Source: issue D 7."""
    if reader not in Reader.values:
        return None
    made_of = _read("topics")
    language = language if reader in _read(language).get("guide", {}) else LANGUAGES[0]
    words, parts = _read(language)["guide"][reader], made_of["guide"][reader]
    chapters = tuple(
        Chapter(key, words["chapter"][key], tuple(topic(each, parts["role"], language) for each in keys))
        for key, keys in parts["chapters"]
    )
    return UserGuide(reader, language, words["title"], words["lead"], chapters, made_of["published_on"])


@cache
def tour(role: str, language: str) -> tuple[TourStep, ...]:
    """The steps of a role's tour; empty for a role that has none. Source: W-03."""
    steps = _read("tours").get(role, {}).get("steps", [])
    language = language if _speaks(role, language) else LANGUAGES[0]
    words = _read(f"tours.{language}").get(role, {})
    return tuple(
        TourStep(number, route=route, picture=picture(shown, language) if shown else None, language=language, **words[key])
        for number, (key, route, shown) in enumerate(steps, start=1)
    )  # fmt: skip


@cache
def picture(key: str, language: str) -> Picture:
    """A picture with its words in a language."""
    made_of = _read("pictures")[key]
    return Picture(key, WIDE if made_of.get("wide") else PHONE, made_of["height"], made_of["alt"][language])


def pictures() -> dict[str, dict]:
    """What `make pictures` takes, by key, as in `pictures.toml`."""
    return _read("pictures")


def _speaks(role, language):
    return language in LANGUAGES[:2] or role in IN_ENGLISH


@cache
def _ways_in():
    """Topic by route, and by package."""
    made_of = _read("topics")["topic"]
    routes = {route: key for key, each in made_of.items() for route in each.get("routes", ())}
    packages = {name: key for key, each in made_of.items() for name in each.get("packages", ())}
    return routes, packages


@cache
def _read(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
