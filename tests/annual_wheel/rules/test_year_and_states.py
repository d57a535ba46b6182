"""Months of a school year, and how it stands with a task on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.annual_wheel.enums import Rhythm, TaskState
from stafett.annual_wheel.rules import (
    calendar_year_of,
    month_states,
    months_in_order,
    reminder_month,
    state_of,
    year_to_prepare,
    years_to_open,
)
from stafett.annual_wheel.rules.feed import day_of
from stafett.annual_wheel.rules.year import first_day, last_day
from stafett.kernel.dates import is_working_day, school_year_of

YEARS = st.integers(2020, 2060)
MONTHS = st.integers(1, 12)
DAYS = st.dates(date(2020, 8, 1), date(2060, 7, 31))


def days_of(year):
    """Every day of a school year."""
    day = date(year, 8, 1)
    while day < date(year + 1, 8, 1):
        yield day
        day += timedelta(days=1)


def state(month, today, *, year=2027, marked=(), is_away=False, rhythm=Rhythm.ONCE, quiet=()):
    return state_of(
        rhythm, month, year=year, marked=set(marked), is_away=is_away, quiet_months=quiet, today=today
    )


def test_a_school_year_goes_from_august_to_july_and_a_calendar_year_from_january():
    assert months_in_order() == (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7)
    assert months_in_order(first=1) == tuple(range(1, 13))


@given(YEARS, MONTHS)
def test_every_month_lies_whole_within_its_school_year(year, month):
    first, last = first_day(month, year=year), last_day(month, year=year)

    assert (first.day, (last + timedelta(days=1)).day) == (1, 1)
    assert first.month == last.month == month
    assert school_year_of(first) == school_year_of(last) == year
    assert first.year == calendar_year_of(month, year=year)


def test_february_of_a_leap_year_has_its_29th():
    assert last_day(2, year=2027) == date(2028, 2, 29)
    assert last_day(2, year=2028) == date(2029, 2, 28)
    assert state(2, date(2028, 2, 29)) == TaskState.NOW
    assert state(2, date(2028, 3, 1)) == TaskState.OVERDUE


@given(YEARS, MONTHS)
def test_a_task_is_coming_then_now_in_its_month_and_late_after_it(year, month):
    seen = [state(month, day, year=year) for day in days_of(year)]

    assert sorted(set(seen), key=[TaskState.COMING, TaskState.NOW, TaskState.OVERDUE].index) == list(
        dict.fromkeys(seen)
    )
    assert [day.month for day, each in zip(days_of(year), seen, strict=True) if each == TaskState.NOW] == [
        month
    ] * (last_day(month, year=year).day)


@given(DAYS, MONTHS, st.sampled_from(Rhythm), st.booleans(), st.booleans())
def test_what_is_put_away_or_done_asks_for_nothing_on_any_day(today, month, rhythm, is_away, is_done):
    marked = {today.month if rhythm == Rhythm.MONTHLY else None} if is_done else set()
    found = state(
        month if rhythm == Rhythm.ONCE else None, today, year=school_year_of(today), marked=marked,
        is_away=is_away, rhythm=rhythm,
    )  # fmt: skip

    if is_away:
        assert found == TaskState.AWAY
    elif is_done:
        assert found == TaskState.DONE
    else:
        assert found not in (TaskState.AWAY, TaskState.DONE)
    assert not (rhythm != Rhythm.ONCE and found == TaskState.OVERDUE)


def test_a_task_of_all_year_is_never_late():
    assert {state(None, day, rhythm=Rhythm.ALWAYS) for day in days_of(2027)} == {TaskState.ONGOING}


def test_a_monthly_task_has_eleven_months_when_july_is_quiet_and_what_was_missed_in_march_is_no_debt_in_april():
    today = date(2028, 4, 3)
    months = dict(month_states(year=2027, marked={8, 9}, quiet_months={7}, today=today))

    assert list(months) == [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6]
    assert (months[8], months[3], months[4], months[5]) == (
        TaskState.DONE, TaskState.OVERDUE, TaskState.NOW, TaskState.COMING,
    )  # fmt: skip
    assert state(None, today, rhythm=Rhythm.MONTHLY, quiet={7}) == TaskState.NOW
    assert state(None, date(2028, 7, 10), rhythm=Rhythm.MONTHLY, quiet={7}) == TaskState.ONGOING


@given(YEARS, MONTHS)
def test_somebody_is_reminded_of_a_task_in_its_month_only_and_from_its_first_working_day(year, month):
    keys = {}
    for day in days_of(year):
        if key := reminder_month(Rhythm.ONCE, state=state(month, day, year=year), today=day):
            keys.setdefault(key, day)

    assert keys == {f"{first_day(month, year=year):%Y-%m}": day_of(month, year=year)}
    assert is_working_day(day_of(month, year=year))


def test_a_monthly_tick_is_asked_for_from_the_20th_once_a_month_and_never_in_july():
    keys = [
        reminder_month(Rhythm.MONTHLY, state=state(None, day, rhythm=Rhythm.MONTHLY, quiet={7}), today=day)
        for day in days_of(2027)
    ]

    assert len(set(keys) - {""}) == 11
    assert "2028-07" not in keys
    assert reminder_month(Rhythm.MONTHLY, state=TaskState.NOW, today=date(2028, 3, 19)) == ""


@pytest.mark.parametrize(
    "state_", [TaskState.DONE, TaskState.AWAY, TaskState.OVERDUE, TaskState.COMING, TaskState.ONGOING]
)
def test_nobody_is_reminded_of_what_does_not_ask_for_anything_this_month(state_):
    assert reminder_month(Rhythm.ONCE, state=state_, today=date(2028, 3, 22)) == ""


@pytest.mark.parametrize(
    ("today", "opened", "prepared"),
    [
        (date(2028, 5, 31), (2027,), None),
        (date(2028, 6, 1), (2027, 2028), 2028),
        (date(2028, 7, 31), (2027, 2028), 2028),
        (date(2028, 8, 1), (2028,), 2028),
        (date(2028, 9, 1), (2028,), None),
        (date(2028, 1, 1), (2027,), None),
    ],
)
def test_next_year_is_opened_and_prepared_from_june(today, opened, prepared):
    assert years_to_open(today) == opened
    assert year_to_prepare(today) == prepared
