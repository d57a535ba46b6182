"""From moments to Norwegian days and hours."""

from datetime import UTC, date, datetime

import pytest

from stafett.kernel.clock import local, today_in_norway


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 15, 22, 59, tzinfo=UTC), date(2026, 1, 15)),
        (datetime(2026, 1, 15, 23, 0, tzinfo=UTC), date(2026, 1, 16)),
        (datetime(2026, 7, 15, 21, 59, tzinfo=UTC), date(2026, 7, 15)),
        (datetime(2026, 7, 15, 22, 0, tzinfo=UTC), date(2026, 7, 16)),
    ],
    ids=["winter-before-midnight", "winter-midnight", "summer-before-midnight", "summer-midnight"],
)
def test_the_day_turns_at_midnight_in_norway(moment, day):
    assert today_in_norway(moment) == day


def test_local_is_the_same_moment_on_a_norwegian_clock():
    moment = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)

    assert local(moment) == moment
    assert local(moment).isoformat() == "2026-03-29T03:00:00+02:00"


@pytest.mark.parametrize("reckon", [local, today_in_norway])
def test_a_moment_without_a_time_zone_is_refused(reckon):
    with pytest.raises(ValueError, match="time zone"):
        reckon(datetime(2026, 1, 15, 12, 0))
