"""Words that are kept from guardians, and words that name one of them."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from stafett.access.enums import Relation
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register import rules as register
from stafett.relay_log.enums import Refusal

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_SHORTEST = 3  # two letters are too often an ordinary word
_STAFF = (Relation.BATON_HOLDER, Relation.PARTICIPANT, Relation.EXTERNAL)


def may_keep(relation: str | None, *, birth_date: date | None, today: date, own_consent_age: int) -> Verdict:
    """Staff may keep words from guardians when the child is 12 or older and does not consent alone yet.

    Source: L-13.
    """
    if relation not in _STAFF:
        return no(Refusal.NOT_KEPT_BY_FAMILY)
    allowed = register.may_keep_from_guardians(birth_date, today, own_consent_age=own_consent_age)
    return YES if allowed else no(Refusal.NOT_KEPT_AT_THIS_AGE)


def may_change_note(relation: str | None, *, is_author: bool) -> Verdict:
    """Whether a note is kept is changed by whoever wrote it and by the baton holder. Source: L-13."""
    return YES if is_author or relation == Relation.BATON_HOLDER else no(Refusal.ONLY_AUTHOR_OR_HOLDER)


def names_a_guardian(text: str, *, guardians: Collection[Iterable[str]], child: Iterable[str]) -> bool:
    """Whether a text seems to name one of several guardians: a hint to look once more, never a judgement.

    `guardians` are the names of each, `child` the child's own. A child with one guardian has no other to write of; a
    name the child bears too tells nothing of a guardian. Source: L-23.
    """
    if len(guardians) < 2:
        return False
    own = _words(" ".join(child))
    named = {word for names in guardians for word in _words(" ".join(names)) - own if len(word) >= _SHORTEST}
    return not named.isdisjoint(_words(text))


def _words(text: str) -> set[str]:
    """Words in small letters; «Fatimas» is read as «Fatima» too."""
    found = {word.casefold() for word in _WORD.findall(text)}
    return found | {word[:-1] for word in found if word.endswith("s")}
