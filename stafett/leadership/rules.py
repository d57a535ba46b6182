"""How much of a number a leader from a distance is shown, and how a log's consent is summed up."""

from datetime import date, timedelta

from stafett.access.enums import LogState
from stafett.leadership.enums import ConsentState

FEWEST = 5
SOON = timedelta(days=30)


def shown_count(count: int) -> int | None:
    """A count of children as an area leader sees it: none, five or more, or nothing but that there are some.

    None stands for "fewer than five". Source: L-56, design 4.12, ADR 0022.
    """
    return None if 0 < count < FEWEST else count


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
