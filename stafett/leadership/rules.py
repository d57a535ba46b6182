"""How much of a number a leader from a distance is shown, how consent is summed up, which routines wait, and when a leader
may remind."""

from datetime import date, timedelta

from stafett.access.enums import LogState
from stafett.kernel.verdict import YES, Verdict, no
from stafett.leadership.enums import ConsentState, Refusal, Routine

FEWEST = 5
SOON = timedelta(days=30)
WITHOUT_MEETING = timedelta(weeks=12)


def shown_count(count: int) -> int | None:
    """A count of children as an area leader sees it: the nearest five below, or nothing when they are fewer than five.

    None stands for "fewer than five", none at all among them, so that one log more or less is seldom seen.
    Source: L-56, design 4.12, ADR 0022, ADR 0033.
    """
    return None if count < FEWEST else count - count % FEWEST


def consent_state(*, log_state: str, is_valid: bool, ends_on: date | None, today: date) -> ConsentState:
    """What a leader needs to know of consent: whether it is there, and whether it must be renewed.

    Source: L-02, L-09, W-18.
    """
    if log_state == LogState.AWAITING_CONSENT:
        return ConsentState.MISSING
    if not is_valid:
        return ConsentState.RAN_OUT
    ends_soon = ends_on is not None and ends_on - today <= SOON
    return ConsentState.ENDS_SOON if ends_soon else ConsentState.VALID


def missed(overdue: int, *, without_plan: int, without_meeting: int) -> tuple[tuple[Routine, int], ...]:
    """The routines that wait in some of an employee's logs, with in how many. Source: S000-12, S000-13, S000-08."""
    found = (
        (Routine.EVALUATED_IN_TIME, overdue),
        (Routine.NEXT_DATE, without_plan),
        (Routine.MEETING, without_meeting),
    )
    return tuple((routine, count) for routine, count in found if count)


def may_remind(*, is_late: bool, has_holder: bool) -> Verdict:
    """A leader reminds a holder of an evaluation that is late. Source: S000-13."""
    if not has_holder:
        return no(Refusal.NOBODY_TO_REMIND)
    return YES if is_late else no(Refusal.NOTHING_IS_LATE)


def was_told(told: int) -> Verdict:
    """A holder is reminded by the leader once a week at most: a talk does more than a third message. Source: ours."""
    return YES if told else no(Refusal.REMINDED_THIS_WEEK)


def week_of(day: date) -> str:
    """The week a reminder belongs to."""
    year, week, _day = day.isocalendar()
    return f"{year}-{week}"
