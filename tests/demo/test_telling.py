"""Lives told side by side: in the order of time, with the clock set, and on working days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.demo.telling import Calendar, on, told
from stafett.kernel import clock

MONDAY = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def life(name, heard, *moments):
    for moment in moments:
        yield moment
        heard.append((name, clock.local(clock.now())))


def test_lives_take_turns_in_the_order_of_time():
    heard = []

    with clock.set_to(MONDAY):
        moments = list(told([life("a", heard, on(-20), on(-3)), life("b", heard, on(-10, 9, 5))]))

    assert [name for name, _moment in heard] == ["a", "b", "a"]
    assert [moment for _name, moment in heard] == moments == sorted(moments)


def test_the_clock_stands_at_the_moment_a_life_waited_for():
    heard = []

    with clock.set_to(MONDAY):
        list(told([life("a", heard, on(-4, 9, 30))]))

    assert heard[0][1].replace(tzinfo=None) == datetime(2026, 2, 26, 9, 30)


def test_a_life_never_goes_back_when_a_weekend_brings_two_moments_to_one_day():
    heard = []
    saturday, sunday = on(-2, 14, 0), on(-1, 8, 0)

    with clock.set_to(MONDAY):
        first, second = told([life("a", heard, saturday, sunday)])

    assert first.date() == second.date() == date(2026, 2, 27)
    assert first < second


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, date(2026, 2, 27)), (5, date(2026, 3, 9)), (0, date(2026, 3, 2))]
)
def test_weekends_are_moved_off_backwards_in_the_past_and_onwards_in_the_future(days, expected):
    assert Calendar(date(2026, 3, 2)).day(days) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_a_day_stays_on_its_side_of_today_and_within_two_days_of_what_was_asked(today, days):
    day = Calendar(today).day(days)

    assert day.weekday() < 5
    assert abs(day - (today + timedelta(days=days))) <= timedelta(days=2)
    assert (day > today) == (days > 0)
