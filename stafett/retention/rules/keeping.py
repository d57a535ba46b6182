"""When the time of a log is over, and what stops its disposal all the same."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from stafett.access.enums import LogState
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.retention.enums import DECIDED_HERE, Fate, Kind, Refusal

LONGEST = 1200  # months


@dataclass(frozen=True)
class LogFacts:
    """What decides whether a log may be disposed of. `is_read`: those in it can read it here still; `is_listed`: it stands
    on another list that waits."""

    state: str
    counted_from: date
    has_receipt: bool = False
    is_read: bool = False
    is_held: bool = False
    is_asked_for: bool = False
    is_listed: bool = False


def due_on(counted_from: date, *, months: int) -> date:
    """The first day something may be disposed of: so many months after the day that is counted from.

    Source: L-52, the municipality's own plan decides (ADR 0043).
    """
    return _add_months(counted_from, months) + timedelta(days=1)


def due_before(today: date, *, months: int) -> date:
    """What was counted from this day or later is surely not due on `today`. A look-up in an index; `due_on` decides.

    Source: L-52, ADR 0043.
    """
    return _add_months(today, -months) + timedelta(days=1)


def may_dispose(facts: LogFacts, *, kind: str, fate: str, months: int, today: date) -> Verdict:
    """A log may go when it is closed or never came into use, its time is over, nobody holds it back, nobody waits for an
    answer about it, and the archive has it and nobody reads it here any more, unless the rule says it is not archived.

    Source: L-52, L-53; GDPR art. 15 about the answer (L-50); ADR 0043.
    """
    state = LogState.CLOSED if kind == Kind.CLOSED_LOG else LogState.AWAITING_CONSENT
    return first_no(
        no(Refusal.KEPT) if fate == Fate.KEEP else YES,
        YES if facts.state == state else no(Refusal.IN_USE),
        YES if today >= due_on(facts.counted_from, months=months) else no(Refusal.NOT_OVER),
        no(Refusal.HELD) if facts.is_held else YES,
        no(Refusal.NO_RECEIPT) if fate == Fate.ARCHIVE and not facts.has_receipt else YES,
        no(Refusal.STILL_READ) if fate == Fate.ARCHIVE and facts.is_read else YES,
        no(Refusal.ASKED_FOR) if facts.is_asked_for else YES,
        no(Refusal.ALREADY_LISTED) if facts.is_listed else YES,
    )


def may_change(kind: str, *, fate: str, months: int | None) -> Verdict:
    """The archivist decides about logs; a rule that lets something go says after how many months.

    Source: L-52, ADR 0043.
    """
    if Kind(kind) not in DECIDED_HERE:
        return no(Refusal.NOT_DECIDED_HERE)
    if fate == Fate.KEEP or (months is not None and 1 <= months <= LONGEST):
        return YES
    return no(Refusal.MONTHS_NEEDED)


def may_hold(ends_on: date | None, *, today: date) -> Verdict:
    """Disposal is stopped until a day that is not over, or until somebody lifts it. Source: L-52, ADR 0043."""
    return YES if ends_on is None or ends_on >= today else no(Refusal.END_IS_OVER)


def _add_months(day: date, months: int) -> date:
    """So many months on, or back; the last of the month where it has no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
