"""Our own templates as entries of the toolbox: what each is called, its shelf, and the route that shows it."""

import re
from dataclasses import dataclass
from functools import cache

from stafett.action_guide.content import library as guide_library
from stafett.consent.content import library as consent_library
from stafett.toolbox.enums import DocumentKind

CONSENT = "samtykke-"
NORWEGIAN = ("nb", "nn")  # the two forms that stand first (S003-18)
BLANK = "____________________"
_THE_CHILD = {"nb": "barnet", "nn": "barnet", "en": "the child"}
_FIRST_LETTER = re.compile(r"(?:^|[.:?!] )[a-zæøå]")


@dataclass(frozen=True)
class Own:
    """One of our own: its key, shelf and words, and the route with what its address names."""

    key: str
    kind: str
    title: str
    about: str
    route: str
    names: tuple[tuple[str, str], ...] = ()


@cache
def own(language: str) -> tuple[Own, ...]:
    """Everything of ours, in the order to show it, in "nb" or "nn". Source: S001-03, S001-13, S003-17..19."""
    return (*_sheets(language), *_consents(), _guide(language))


def named(key: str, language: str) -> Own | None:
    """One of ours by its key, or None."""
    return next((each for each in own(language) if each.key == key), None)


def languages() -> list[consent_library.Language]:
    """Every language there is a consent form in."""
    return consent_library.languages()


def open_consent(locale: str, *, municipality: str) -> dict:
    """The consent text with open lines. The child's name is written once where we know the language's word for a child."""
    text, blanks = consent_library.content(locale), dict.fromkeys(("unit", "services", "until"), BLANK)
    blanks["municipality"] = municipality or BLANK
    named = consent_library.filled(text, {**blanks, "child": BLANK})
    if locale not in _THE_CHILD:
        return named
    rest = consent_library.filled(text, {**blanks, "child": _THE_CHILD[locale]})["section"]
    section = [
        {**part, "text": _FIRST_LETTER.sub(lambda found: found[0].upper(), part["text"])} for part in rest
    ]
    return {**named, "section": section}


def _sheets(language):
    for key, sheet in guide_library.sheets(language).items():
        yield Own(key, DocumentKind.TOOL, sheet["title"], sheet["lead"], "guide_sheet", (("sheet", key),))


def _consents():
    for locale in NORWEGIAN:
        text = consent_library.content(locale)
        title = f"{text['title']} ({consent_library.language(locale).name.lower()})"
        yield Own(f"{CONSENT}{locale}", DocumentKind.FORM, title, "", "blank_consent", (("locale", locale),))


def _guide(language):
    guide = guide_library.guide(language)
    return Own("veileder", DocumentKind.GUIDANCE, guide.title, guide.lead, "guide")
