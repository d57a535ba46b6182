"""What a leader from a distance is shown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.access.enums import LogState
from stafett.leadership.enums import ConsentState, Refusal, Routine
from stafett.leadership.rules import consent_state, may_remind, missed, shown_count, was_told, week_of

TODAY = date(2026, 11, 2)


@given(st.integers(min_value=0, max_value=500))
def test_a_count_is_told_as_at_least_and_one_under_five_not_at_all(count):
    shown = shown_count(count)

    assert (shown is None) == (count < 5)
    assert shown is None or (shown % 5 == 0 and 0 <= count - shown < 5)


@pytest.mark.parametrize(
    ("state", "is_valid", "days", "expected"),
    [
        (LogState.AWAITING_CONSENT, False, None, ConsentState.MISSING),
        (LogState.ACTIVE, True, 200, ConsentState.VALID),
        (LogState.ACTIVE, True, 31, ConsentState.VALID),
        (LogState.ACTIVE, True, 30, ConsentState.ENDS_SOON),
        (LogState.ACTIVE, False, None, ConsentState.RAN_OUT),
    ],
)
def test_consent_is_summed_up_as(state, is_valid, days, expected):
    ends_on = None if days is None else TODAY + timedelta(days=days)

    assert consent_state(log_state=state, is_valid=is_valid, ends_on=ends_on, today=TODAY) == expected


@pytest.mark.parametrize(
    ("overdue", "idle", "unmet", "expected"),
    [
        (0, 0, 0, ()),
        (2, 0, 1, ((Routine.EVALUATED_IN_TIME, 2), (Routine.MEETING, 1))),
        (0, 3, 0, ((Routine.NEXT_DATE, 3),)),
    ],
)
def test_the_routines_that_wait_are(overdue, idle, unmet, expected):
    assert missed(overdue, without_plan=idle, without_meeting=unmet) == expected


@pytest.mark.parametrize(
    ("is_late", "has_holder", "refusal"),
    [(True, True, None), (False, True, Refusal.NOTHING_IS_LATE), (True, False, Refusal.NOBODY_TO_REMIND)],
)
def test_a_leader_reminds_a_holder_of_what_is_late(is_late, has_holder, refusal):
    assert may_remind(is_late=is_late, has_holder=has_holder).refusal == refusal


def test_a_leader_reminds_once_a_week_at_most():
    assert was_told(1)
    assert was_told(0).refusal == Refusal.REMINDED_THIS_WEEK
    assert week_of(date(2026, 11, 22)) != week_of(date(2026, 11, 23))
    assert week_of(date(2027, 1, 1)) == week_of(date(2026, 12, 31))
