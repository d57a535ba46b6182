"""What a part of the guide is made of: its words in each language with their limits, and the key of a new step."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence

from stafett.action_guide.enums import PartKind, Refusal
from stafett.action_guide.rules import writing
from stafett.kernel import text
from stafett.kernel.verdict import YES, Verdict, no

MORE_LIMIT = 10_000
LINES, LINE_LIMIT = 15, 400
# Words of each kind of part: the longest each may be. `LISTS` are lists of lines.
WORDS: dict[str, dict[str, int]] = {
    PartKind.FRONT: {"title": 60, "lead": 300, "not_a_line": 400},
    PartKind.LEVEL: {"name": 60, "about": 400, "environment_deadline": 60},
    PartKind.STEP: {"title": 80, "what": 500, "deadline": 200, "more": MORE_LIMIT},
}
REQUIRED: dict[str, tuple[str, ...]] = {
    PartKind.FRONT: ("title", "lead", "not_a_line"),
    PartKind.LEVEL: ("name", "about"),
    PartKind.STEP: ("title", "what", "deadline"),
}
LISTS = ("how", "who")
OUTCOME_LIMIT = 400
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})


def is_list_well_formed(lines: Sequence[str]) -> Verdict:
    """A list of lines that can be read. Source: ours, ADR 0028."""
    too_long = any(text.length(line) > LINE_LIMIT for line in lines)
    return no(Refusal.TOO_LONG_LIST, lines=LINES, limit=LINE_LIMIT) if too_long or len(lines) > LINES else YES


def is_text_well_formed(more: str, *, pages: Collection[tuple[str, str]], sheets: Collection[str]) -> Verdict:
    """No pictures, and links that lead to https or a page there is. `pages`: (level, step key). Source: issue D 5."""
    if writing.has_picture(more):
        return no(Refusal.PICTURE)
    for address in writing.links(more):
        if not writing.may_be_followed(address):
            return no(Refusal.LINK, address=address[:60])
        page = writing.inside(address)
        if page and not _exists(page, pages, sheets):
            return no(Refusal.LEADS_NOWHERE, address=address[:60])
    return YES


def may_lead_to(leads_to: str, *, own: str) -> Verdict:
    """A hidden step leads to another than itself. Source: ADR 0028."""
    return no(Refusal.MOVED_TO_ITSELF) if leads_to == own else YES


def said(words: Mapping[str, Mapping[str, object]], language: str) -> dict[str, object]:
    """A part's words in a language, each in the other language where it has not been written. Source: ADR 0028."""
    first = words.get(language, {})
    other = next((said for key, said in words.items() if key != language), {})
    return {name: first.get(name) or other.get(name) for name in {**other, **first}}


def key_for(title: str, *, taken: Collection[str]) -> str:
    """The key of a new step, made from its title in the letters that addresses have, and unlike those there are.

    Source: ADR 0020, addresses never change.
    """
    plain = unicodedata.normalize("NFKD", title.lower().translate(_LETTERS))
    letters = "".join(
        each if "a" <= each <= "z" else "-" for each in plain if not unicodedata.combining(each)
    )
    key = "-".join(part for part in letters.split("-") if part)[:32].strip("-") or "steg"
    tail, found = 0, key
    while found in taken:
        tail += 1
        found = f"{key}-{_letters_of(tail)}"
    return found


def _exists(page: writing.Inside, pages: Collection[tuple[str, str]], sheets: Collection[str]) -> bool:
    if page.sheet:
        return page.sheet in sheets
    return not page.step or (page.level, page.step) in pages


def _letters_of(number: int) -> str:
    """1 is b, 2 is c, 26 is ba: addresses have no digits."""
    if number < 26:
        return chr(ord("a") + number)
    return _letters_of(number // 26) + chr(ord("a") + number % 26)
