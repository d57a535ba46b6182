"""What may be taken in from another municipality's package, in which parts, and whether it is about the same child. Pure.

The parts are another service's words: they are shown as that, and no rule of this log's own applies to them (ADR 0044).
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from stafett.kernel.crypto import sha256_hex
from stafett.kernel.verdict import YES, Verdict, no
from stafett.transfers.enums import CarriedKind, Refusal
from stafett.transfers.rules.package import without_kept
from stafett.transfers.rules.shape import fits

MOST_PARTS = 2000  # more than any log has; a page shows them all
DAYS_OPEN = 1
ONE_BY_ONE = (CarriedKind.CONCERN, CarriedKind.MEETING)
_LISTS = (
    (CarriedKind.CONCERN, "concerns"), (CarriedKind.MEETING, "meetings"), (CarriedKind.BRIGHT_SPOT, "bright_spots"),
    (CarriedKind.NOTE, "notes"), (CarriedKind.CHILDS_GOAL, "childs_goals"),
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One part of a log in a package: what kind it is, its place, its content, and the fingerprint of that."""

    kind: CarriedKind
    position: int
    content: dict[str, Any]
    fingerprint: str

    @property
    def choice(self) -> str:
        """What the holder ticks to take it in: a concern or a meeting by itself, everything else by its kind."""
        return self.fingerprint if self.kind in ONE_BY_ONE else str(self.kind)


def parts_of(log: dict[str, Any]) -> tuple[Part, ...]:
    """The parts of a log in a package, in the order they are read. What somebody kept from guardians is no part, whoever
    has put it there: the family reads everything that is taken in.

    Source: L-13, W-15, ADR 0044.
    """
    shown, _left_out = without_kept(log)
    found = [(kind, content) for kind, name in _LISTS for content in shown[name]]
    if log["summary"]:
        found.append((CarriedKind.SUMMARY, {"text": log["summary"]}))
    return tuple(_numbered(found))


def may_be_read(log: Mapping[str, Any], *, schema: Mapping[str, Any]) -> Verdict:
    """A log that is built as its schema says, with no more parts than a log can have. Source: L-55, ADR 0044."""
    is_whole = fits(log, schema) and sum(len(log[name]) for _kind, name in _LISTS) <= MOST_PARTS
    return YES if is_whole else no(Refusal.NOT_UNDERSTOOD)


def may_be_about(*, number_is_theirs: bool | None, born: date | None, born_there: str) -> Verdict:
    """The package is about the child of the log: by the personal number, and where there is none on one of the sides, by the
    day of birth. The holder then says so too. `number_is_theirs` is None when there is nothing to compare.

    Source: W-16, ADR 0044.
    """
    same_day = born is not None and born.isoformat() == born_there
    is_same = same_day if number_is_theirs is None else number_is_theirs
    return YES if is_same else no(Refusal.OTHER_CHILD)


def may_come_in(*, is_protected: bool, is_own: bool, wanting: Collection[object]) -> Verdict:
    """A package comes into another log than its own, when something of it is not there yet, and never where an address is
    protected: what it says of places may lead back. Source: L-27, ADR 0044."""
    if is_protected:
        return no(Refusal.PROTECTED_HERE)
    if is_own:
        return no(Refusal.OWN_LOG)
    return YES if wanting else no(Refusal.ALL_TAKEN_IN)


def chosen_among(parts: Iterable[Part], choices: Collection[str]) -> list[Part]:
    """The parts that were ticked. Source: ADR 0044."""
    return [part for part in parts if part.choice in choices]


def _numbered(found):
    seen: Counter[str] = Counter()
    for position, (kind, content) in enumerate(found):
        text = f"{kind}:{json.dumps(content, sort_keys=True)}"
        seen[text] += 1  # two notes may be alike to the second, and both are kept
        yield Part(kind, position, content, sha256_hex(f"{seen[text]}:{text}"))
