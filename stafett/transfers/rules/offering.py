"""When the baton may be offered, taken, and given back. The old holder carries it until somebody has accepted."""

from datetime import date, timedelta

from stafett.kernel.dates import add_years
from stafett.kernel.verdict import YES, Verdict, no
from stafett.transfers.enums import TRANSFER_STATES, Refusal, TransferState

OFFER_DAYS = 14
PACKAGE_DAYS = 60


def may_become(state: str, after: TransferState) -> Verdict:
    """An offer goes from state to state as the table says. `state` is what it is today (`state_on`).

    Source: design 4.8.
    """
    return YES if after in TRANSFER_STATES[TransferState(state)] else no(Refusal.OFFER_IS_OVER)


def state_on(day: date, *, state: str, expires_on: date) -> TransferState:
    """An offer that nobody has answered within its days has expired, whether or not that is written anywhere yet.

    Source: design 4.8; ours that it is reckoned and not waited for.
    """
    if state == TransferState.OFFERED and expires_on < day:
        return TransferState.EXPIRED
    return TransferState(state)


def last_day_of_offer(offered_on: date, *, days: int = OFFER_DAYS) -> date:
    """An offer waits two weeks: long enough for a holiday week, short enough that nobody forgets. A package to another
    municipality is waited for longer (`PACKAGE_DAYS`). Source: ours, ADR 0037."""
    return offered_on + timedelta(days=days)


def may_offer(*, has_open_offer: bool, is_employed_in_unit: bool, is_giver: bool) -> Verdict:
    """The baton is offered to one person at a time, who works in the unit and is somebody else.

    Source: design 4.1, 4.8, L-04.
    """
    if has_open_offer:
        return no(Refusal.ALREADY_OFFERED)
    if is_giver:
        return no(Refusal.IS_YOURSELF)
    return YES if is_employed_in_unit else no(Refusal.NOT_IN_UNIT)


def may_stand_in_until(until: date, *, today: date) -> Verdict:
    """A deputy has the baton until a day ahead, within a year. Source: W-04; ours for the year."""
    if until <= today:
        return no(Refusal.UNTIL_PASSED)
    return YES if until <= add_years(today, 1) else no(Refusal.UNTIL_TOO_FAR)


def may_go_to_unit(
    *, unit_name: str, is_own_unit: bool, covered_until: date | None, sees_all: bool, unshared: int
) -> Verdict:
    """A log goes to another service when consent lets that service read all of it, and nothing in it is unshared: what the
    family has never seen does not leave the house.

    `covered_until` is the last day consent covers the unit, nothing when it does not today; `sees_all`: no concern is held
    back from it; `unshared` counts drafts. Asked when it is offered, and again when it is accepted.
    Source: L-04, L-06, L-07, S001-23, X5, ADR 0037.
    """
    if is_own_unit:
        return no(Refusal.SAME_UNIT)
    if covered_until is None:
        return no(Refusal.UNIT_NOT_COVERED, unit=unit_name)
    if not sees_all:
        return no(Refusal.UNIT_SEES_ONLY_PARTS, unit=unit_name)
    return no(Refusal.NOT_YET_SHARED, count=unshared) if unshared else YES


def may_give_back(*, is_employed_in_unit: bool) -> Verdict:
    """A deputy gives the baton back to the one they stood in for, as long as that person still works there.

    Source: W-04, L-29.
    """
    return YES if is_employed_in_unit else no(Refusal.HAS_LEFT)
