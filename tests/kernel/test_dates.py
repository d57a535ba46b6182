"""Calendar reckoning against tables, and properties over all days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.dates import (
    add_weeks,
    add_years,
    age_on,
    birthday_on,
    easter,
    is_norwegian_holiday,
    is_working_day,
    latest_birth_date,
    next_working_day,
    school_grade,
    school_year_of,
)

DAYS = st.dates(date(1854, 1, 1), date(2199, 12, 31))


def test_add_weeks_keeps_the_weekday():
    assert add_weeks(date(2026, 11, 24), 6) == date(2027, 1, 5)
    assert add_weeks(date(2026, 11, 24), -1) == date(2026, 11, 17)


def test_add_years_turns_29_february_into_28_when_there_is_no_29th():
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert add_years(date(2096, 2, 29), 4) == date(2100, 2, 28)
    assert add_years(date(1996, 2, 29), 4) == date(2000, 2, 29)
    assert add_years(date(2025, 2, 28), 3) == date(2028, 2, 28)


@given(day=DAYS, age=st.integers(0, 100), born=st.dates(date(1750, 1, 1), date(2199, 12, 31)))
def test_who_is_old_enough_is_whoever_was_born_by_the_latest_birth_date(day, age, born):
    assert (born <= latest_birth_date(age=age, day=day)) == (age_on(born, day) >= age)


def test_born_on_a_leap_day_one_is_of_age_on_28_february():
    assert latest_birth_date(age=18, day=date(2026, 2, 28)) == date(2008, 2, 29)
    assert latest_birth_date(age=18, day=date(2026, 2, 27)) == date(2008, 2, 27)


def test_a_youth_turns_15_on_the_birthday_itself():
    born = date(2011, 5, 17)

    assert age_on(born, date(2026, 5, 16)) == 14
    assert age_on(born, date(2026, 5, 17)) == 15


def test_a_leap_day_child_turns_15_on_28_february():
    born = date(2012, 2, 29)

    assert birthday_on(born, 15) == date(2027, 2, 28)
    assert age_on(born, date(2027, 2, 27)) == 14
    assert age_on(born, date(2027, 2, 28)) == 15


def test_age_is_zero_on_the_day_of_birth_and_negative_before():
    assert age_on(date(2026, 5, 17), date(2026, 5, 17)) == 0
    assert age_on(date(2026, 5, 17), date(2026, 5, 16)) == -1


@given(birth_date=DAYS, years=st.integers(0, 120))
def test_the_birthday_is_the_first_day_of_that_age(birth_date, years):
    birthday = birthday_on(birth_date, years)

    assert age_on(birth_date, birthday) == years
    assert age_on(birth_date, birthday - timedelta(days=1)) == years - 1


def test_the_school_year_turns_on_1_august():
    assert school_year_of(date(2026, 7, 31)) == 2025
    assert school_year_of(date(2026, 8, 1)) == 2026
    assert school_year_of(date(2027, 1, 1)) == 2026


@pytest.mark.parametrize(
    ("birth_year", "day", "grade"),
    [
        (2020, date(2026, 7, 31), None),
        (2020, date(2026, 8, 1), 1),
        (2020, date(2027, 7, 31), 1),
        (2013, date(2026, 11, 22), 8),
        (2011, date(2026, 11, 22), 10),
        (2008, date(2027, 6, 30), 13),
        (2008, date(2027, 8, 1), None),
        (2026, date(2026, 11, 22), None),
    ],
)
def test_first_grade_begins_in_august_of_the_year_the_child_turns_six(birth_year, day, grade):
    assert school_grade(birth_year, day) == grade


@pytest.mark.parametrize(
    "sunday",
    [
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(1954, 4, 18),
        date(1981, 4, 19),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2076, 4, 19),
    ],
    ids=str,
)
def test_easter_falls_on_the_sunday_in_the_almanac(sunday):
    assert easter(sunday.year) == sunday


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_from_22_march_to_25_april(year):
    sunday = easter(year)

    assert sunday.isoweekday() == 7
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


def test_the_holidays_of_2026_are_these_twelve():
    year = [date(2026, 1, 1) + timedelta(days=days) for days in range(365)]

    assert [day for day in year if is_norwegian_holiday(day)] == [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 17),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 24), date(2026, 11, 24)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 4, 2), date(2026, 4, 7)),
        (date(2026, 12, 24), date(2026, 12, 24)),
        (date(2026, 12, 25), date(2026, 12, 28)),
    ],
    ids=["working-day-stays", "saturday", "maundy-thursday", "christmas-eve", "christmas-day"],
)
def test_next_working_day_is_the_day_itself_or_the_first_after_it(day, expected):
    assert next_working_day(day) == expected


@given(DAYS)
def test_next_working_day_works_and_skips_no_working_day(day):
    found = next_working_day(day)
    skipped = [day + timedelta(days=days) for days in range((found - day).days)]

    assert is_working_day(found)
    assert not any(is_working_day(earlier) for earlier in skipped)
