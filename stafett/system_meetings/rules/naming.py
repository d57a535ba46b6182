"""No child is named in anything that is written about a system meeting, and no personal number stands there (S002-39)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from stafett.kernel import personal_number
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.system_meetings.enums.refusals import Refusal

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){10}(?!\d)")
_NEAR = 2  # words between a first name and a family name that may be a middle name
_BESIDE = 3  # words between a first name and a class


@dataclass(frozen=True)
class KnownChild:
    """A child of the unit as the register has it: names, and the class or department ("" when there is none)."""

    given_name: str
    family_name: str
    group_name: str = ""


def may_say(text: str, *, children: Iterable[KnownChild], not_a_child: bool = False) -> Verdict:
    """A text holds no personal number, no child by first and family name, and none by first name and class.

    A no says the words as they were written, never as the register has them. A first name alone may be somebody else's, or a word: whoever writes is asked, and says `not_a_child`.
    Source: S002-39, ADR 0034.
    """
    words = _WORD.findall(text)
    named = [child for child in children if _first_names(child) & _folded(words)]
    return first_no(
        no(Refusal.PERSONAL_NUMBER) if holds_personal_number(text) else YES,
        *(no(Refusal.NAMES_A_CHILD, name=word) for child in named if (word := _told_apart(child, words))),
        *(no(Refusal.MAY_NAME_A_CHILD, name=name) for name in _written_as_names(named, words, not_a_child)),
    )


def holds_personal_number(text: str) -> bool:
    """Whether eleven digits that make a personal number stand in a text, with or without spaces. Source: S002-39, L-60."""
    return any(_is_number(re.sub(r"\D", "", match)) for match in _DIGITS.findall(text))


def _is_number(digits: str) -> bool:
    try:
        personal_number.parse(digits, allow_synthetic=True)
    except personal_number.InvalidPersonalNumber:
        return False
    return True


def _told_apart(child: KnownChild, words: list[str]) -> str | None:
    """The first name as written, where it stands near the family name, before or after it, or beside the class."""
    first, family, group = _first_names(child), _parts(child.family_name), _parts(child.group_name)
    for place, word in enumerate(words):
        if not _forms(word) & first:
            continue
        around = [*words[max(place - 1, 0) : place], *words[place + 1 : place + 2 + _NEAR]]
        beside = [*words[max(place - _BESIDE, 0) : place], *words[place + 1 : place + 1 + _BESIDE]]
        if _folded(around) & family or (word[0].isupper() and group and group <= _folded(beside)):
            return word
    return None


def _written_as_names(named: list[KnownChild], words: list[str], not_a_child: bool) -> list[str]:
    """First names of children, where they are written with a capital letter."""
    if not_a_child:
        return []
    known = set().union(*(_first_names(child) for child in named))
    return [word for word in words if word[0].isupper() and _forms(word) & known][:1]


def _first_names(child: KnownChild) -> set[str]:
    return {part for part in _parts(child.given_name) if len(part) > 1}


def _parts(name: str) -> set[str]:
    whole = _WORD.findall(name)
    return {part.casefold() for word in whole for part in (word, *word.split("-")) if part}


def _folded(words: list[str]) -> set[str]:
    return {form for word in words for form in _forms(word)}


def _forms(word: str) -> set[str]:
    """A word as it stands, and without the s of «Olas» and «Hans'»."""
    plain = word.casefold()
    return {plain, plain.removesuffix("'s").removesuffix("’s"), plain.removesuffix("s")}
