"""Saving words as they are typed in a meeting. Two who write in the same field never lose a word: whoever saves over what
they have not seen is shown both texts (design 4.9, ADR 0025). Which tables hold the words is handed in from above."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from stafett.access.guard import Conflict
from stafett.kernel.verdict import Verdict, require
from stafett.live import words as rules


@dataclass(frozen=True)
class Clash:
    """What stands in a field that somebody else has saved since the writer saw it."""

    field: str
    mine: str
    theirs: str
    version: int
    by: str

    @property
    def both(self) -> str:
        """The two texts as one to begin from."""
        return rules.both(self.theirs, self.mine)


def put(
    stored: Mapping[str, Any],
    words: Mapping[str, tuple[str, int]],
    *,
    may_hold: Callable[[str, str], Verdict],
    save: Callable[[str, str, Any], None],
) -> dict[str, int]:
    """Save several fields at once: field -> (text, version that was seen). Gives the version of each that now stands.

    `stored` are the rows by field (`text`, `version`, `written_by`); `may_hold(field, text)` says whether a field takes a
    text; `save(field, text, row or None)` writes it. Raises Refused when a field does not, Conflict with every Clash;
    nothing is half-saved then, for the caller's transaction ends.
    """
    clashes, versions = [], {}
    for field, (text, seen) in words.items():
        require(may_hold(field, text))
        row = stored.get(field)
        before = rules.Words(row.text, row.version) if row else rules.Words()
        outcome = rules.settle(before, text=text, seen=seen)
        if outcome == rules.Outcome.CLASH:
            clashes.append(Clash(field, text, row.text, row.version, row.written_by.name))
        elif outcome == rules.Outcome.SAVED:
            save(field, text, row)
        versions[field] = before.version + (outcome == rules.Outcome.SAVED)
    if clashes:
        raise Conflict(clashes)
    return versions
