"""What a concern may be about: the nine categories of the sources, by the municipality's own words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from stafett.kernel.text import length
from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import OWN, Category, Refusal, Subcategory
from stafett.relay_log.rules.wording import is_blank

WORD_LIMIT = 60
MOST = 30
OF_THE_SOURCE: Mapping[str, tuple[str, ...]] = {Category.SUBJECTS: tuple(Subcategory.values)}


@dataclass(frozen=True)
class Word:
    """One word as it is stored: what it is for, in both written languages, and whether it is hidden."""

    category: str
    key: str
    nb: str
    nn: str
    is_hidden: bool


@dataclass(frozen=True)
class Entry:
    """A category or something under it, as a list shows it. `key` is empty for the category itself."""

    key: str
    label: str
    is_hidden: bool
    is_renamed: bool
    under: tuple["Entry", ...] = ()


def said(language: str, nb: str, nn: str) -> str:
    """A municipality's word in the reader's language: nynorsk where there is one, else bokmål. Source: L-73."""
    return nn or nb if language == "nn" else nb


def entries(words: Iterable[Word], *, language: str) -> dict[str, Entry]:
    """The nine categories in the sources' order, with what lies under each: the sources' first, then the municipality's own.

    Source: S003-31, S003-32, S003-33.
    """
    found = {(word.category, word.key): word for word in words}
    return {
        category.value: _entry(
            found.get((category, "")), "", str(category.label), language,
            under=tuple(
                _entry(found.get((category, key)), key, _label(key), language) for key in _keys_under(category, found)
            ),
        )
        for category in Category
    }  # fmt: skip


def keys(words: Iterable[Word]) -> dict[str, tuple[str, ...]]:
    """What may lie under each category, hidden or not. Source: S003-33."""
    found = {(word.category, word.key): word for word in words}
    return {category.value: _keys_under(category, found) for category in Category}


def offered(listed: Mapping[str, Entry], *, category: str = "", subcategory: str = "") -> dict[str, Entry]:
    """What a form offers: all but the hidden, and what `category` and `subcategory` say is chosen already.

    Source: S003-31; what is written stays, also when the word is no longer in use.
    """
    return {
        key: Entry(
            entry.key, entry.label, entry.is_hidden, entry.is_renamed,
            under=tuple(each for each in entry.under if not each.is_hidden or each.key == subcategory),
        )
        for key, entry in listed.items()
        if not entry.is_hidden or key == category
    }  # fmt: skip


def may_hide(category: str, key: str) -> Verdict:
    """Every category may be hidden but «Annet»: there is always somewhere for what fits nowhere else. Source: ours."""
    return no(Refusal.OTHER_IS_NEEDED) if (category, key) == (Category.OTHER, "") else YES


def may_call(nb: str, nn: str, *, others: Collection[str], is_own: bool) -> Verdict:
    """A word is short and no other word on the same list is like it. One of the municipality's own is never empty.

    `others` are the labels it stands among. Source: ours.
    """
    if is_own and is_blank(nb):
        return no(Refusal.TEXT_MISSING)
    if max(length(nb), length(nn)) > WORD_LIMIT:
        return no(Refusal.WORD_TOO_LONG)
    taken = {each.casefold() for each in others}
    return no(Refusal.WORD_IN_USE) if {nb.casefold(), nn.casefold()} & taken - {""} else YES


def may_add(count: int) -> Verdict:
    """A list that nobody can take in at a glance helps nobody. `count` is how many lie there. Source: ours."""
    return no(Refusal.TOO_MANY_WORDS) if count >= MOST else YES


def is_own(key: str) -> bool:
    """Whether a key is one of the municipality's own. Source: S003-33."""
    return key.startswith(OWN)


def _keys_under(category: str, found: Mapping[tuple[str, str], Word]) -> tuple[str, ...]:
    own = [key for owner, key in found if owner == category and is_own(key)]
    return (*OF_THE_SOURCE.get(category, ()), *own)


def _label(key: str) -> str:
    return "" if is_own(key) else str(Subcategory(key).label)


def _entry(word: Word | None, key: str, usual: str, language: str, *, under: tuple[Entry, ...] = ()) -> Entry:
    own = said(language, word.nb, word.nn) if word else ""
    return Entry(key, own or usual, bool(word and word.is_hidden), bool(own), under)
