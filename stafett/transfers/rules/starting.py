"""Who starts school this summer, and how far their log has come on its way."""

from datetime import date

from stafett.kernel.verdict import YES, Verdict, no
from stafett.transfers.enums import Refusal, StarterStep

FEWEST = 5
_AUGUST = 8


def first_year_followed(today: date) -> int:
    """The earliest school start that a kindergarten still follows: this year's until the end of August, then next year's.

    Source: W-27; ours that it ends when school has begun, since the log is not the kindergarten's any more (L-04).
    """
    return today.year if today.month <= _AUGUST else today.year + 1


def may_choose_school(*, is_starter: bool, is_school: bool) -> Verdict:
    """A school is chosen for a child who starts school. Source: S000-11."""
    if not is_starter:
        return no(Refusal.NOT_A_STARTER)
    return YES if is_school else no(Refusal.NOT_A_SCHOOL)


def step_of(
    *, has_school: bool, is_covered: bool, is_offered: bool, is_accepted: bool, is_read: bool, meets: bool
) -> StarterStep:
    """The first thing that is left to do. A log that the school has accepted is not asked about consent again.

    `meets`: a meeting is planned, or has been held since. Source: S000-11, W-27, L-48.
    """
    if is_accepted:
        if not is_read:
            return StarterStep.ACCEPTED
        return StarterStep.PLANNED if meets else StarterStep.READ
    if not has_school:
        return StarterStep.CHOOSE_SCHOOL
    if not is_covered:
        return StarterStep.ASK_CONSENT
    return StarterStep.OFFERED if is_offered else StarterStep.OFFER


def shown_count(count: int) -> int | None:
    """A count of children whom consent does not let the reader know of: none, five or more, or nothing but that there are
    some (None). Source: L-56, design 4.12."""
    return None if 0 < count < FEWEST else count
