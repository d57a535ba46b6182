"""The calm clock."""

from datetime import UTC, datetime, timedelta

import pytest

from stafett.live import pace

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "minutes"), [(-5, 0), (0, 0), (59, 0), (60, 1), (3599, 59)])
def test_the_clock_counts_whole_minutes(seconds, minutes):
    assert pace.clock(NOON, NOON + timedelta(seconds=seconds), planned=45).gone == minutes


def test_there_is_no_clock_before_something_has_begun():
    assert pace.clock(None, NOON, planned=45) is None
