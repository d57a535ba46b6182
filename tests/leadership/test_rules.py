"""What a leader from a distance is shown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.access.enums import LogState
from stafett.leadership.enums import ConsentState
from stafett.leadership.rules import consent_state, shown_count

TODAY = date(2026, 11, 2)


@given(st.integers(min_value=0, max_value=500))
def test_a_count_under_five_is_never_shown_but_none_and_five_are(count):
    shown = shown_count(count)

    assert (shown is None) == (1 <= count <= 4)
    assert shown in (None, count)


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
