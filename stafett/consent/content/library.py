"""Reads the consent text in a language, fills its blanks, and tells which of the seven facts it tells."""

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from stafett.consent.enums import Fact, TextLocale
from stafett.kernel.crypto import sha256_hex
from stafett.kernel.spoken_dates import day_and_month

HERE = Path(__file__).parent
_SPOKEN = ("nb", "nn", "en")
_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Language:
    """A language the text is in: its code, its own name, its direction, and whether somebody has vouched for it."""

    code: str
    name: str
    direction: str
    is_checked: bool


@cache
def content(locale: str) -> dict:
    """The text with its blanks, as stored beside what people say to it. Raises KeyError for an unknown language."""
    if locale not in TextLocale.values:
        raise KeyError(locale)
    return tomllib.loads((HERE / f"{locale}.toml").read_text(encoding="utf-8"))


@cache
def digest(locale: str) -> str:
    """SHA-256 of the text, in hex: the name of this wording."""
    return sha256_hex(json.dumps(content(locale), sort_keys=True, ensure_ascii=False).encode())


@cache
def languages() -> list[Language]:
    """Every language there is a text in, in the order to offer them."""
    return [
        Language(code, text["name"], text["direction"], text["checked"])
        for code in TextLocale.values
        if (text := content(code))
    ]


def language(code: str) -> Language:
    """The language of a code; bokmål when it is none of ours."""
    return next((each for each in languages() if each.code == code), languages()[0])


def blanks(
    locale: str, *, child: str, unit: str, municipality: str, services: list[str], until: date
) -> dict:
    """What the blanks of the text are filled with, in its language. `services` besides the unit with the baton."""
    return {
        "child": child,
        "unit": unit,
        "municipality": municipality,
        "services": joined([unit, *services], word=content(locale)["and"]),
        "until": written(until, locale),
    }


def filled(text: dict, blanks: dict) -> dict:
    """The text as people read it. `text` is a content; `blanks` as from `blanks`."""
    return {
        **text,
        "intro": _fill(text["intro"], blanks),
        "section": [{**part, "text": _fill(part["text"], blanks)} for part in text["section"]],
    }


def facts_told(text: dict) -> dict[str, str]:
    """The texts that tell the seven facts of a valid consent, by the fact (L-03)."""
    return {part["key"]: part["text"] for part in text["section"] if part["key"] in Fact.values}


def joined(names: list[str], *, word: str) -> str:
    """Names as one reads them aloud: "A, B og C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"


def written(day: date, locale: str) -> str:
    """A day with its year, in words where we know the months' names."""
    if locale in _SPOKEN:
        words = day_and_month(day, today=day, lang=locale)
        return f"{words} {day.year}"
    return f"{day:%d.%m.%Y}"


def _fill(text, blanks):
    return _BLANK.sub(
        lambda found: blanks.get(found[1], found[0]), text
    )  # not str.format: a name may hold braces
