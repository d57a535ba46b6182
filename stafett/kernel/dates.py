"""Calendar reckoning that rules rest on: weeks and years ahead, ages, school years and days off in Norway.

Pure: dates in, dates and numbers out. Days beyond the year 9999 raise OverflowError or ValueError as `date`.
"""

from datetime import date, timedelta
from functools import lru_cache

_FIRST_GRADE_AGE = 6
_LAST_GRADE = 13
_AUGUST = 8
_SATURDAY = 5


def add_weeks(day: date, weeks: int) -> date:
    """The same weekday so many weeks later, or earlier when `weeks` is negative."""
    return day + timedelta(weeks=weeks)


def add_years(day: date, years: int) -> date:
    """The same date so many years later; 29 February becomes 28 February when there is no 29th.

    Source: ours.
    """
    if (day.month, day.day) == (2, 29) and not _is_leap(day.year + years):
        return day.replace(year=day.year + years, day=28)
    return day.replace(year=day.year + years)


def birthday_on(birth_date: date, years: int) -> date:
    """The day somebody turns `years`; born on 29 February, it is 28 February in years without one.

    Source: ours, the same reckoning as `add_years`.
    """
    return add_years(birth_date, years)


def age_on(birth_date: date, day: date) -> int:
    """Whole years of age on `day`, the birthday included; negative before birth."""
    years = day.year - birth_date.year
    return years if day >= birthday_on(birth_date, years) else years - 1


def latest_birth_date(*, age: int, day: date) -> date:
    """The latest birth date of those who are at least so many years old on `day`. Agrees with `age_on`."""
    born = add_years(day, -age)
    leap_day = _is_leap(born.year) and (born.month, born.day) == (2, 28) and not _is_leap(day.year)
    return born.replace(day=29) if leap_day else born


def school_year_of(day: date) -> int:
    """The year in which the school year of `day` began; it turns on 1 August."""
    return day.year if day.month >= _AUGUST else day.year - 1


def school_grade(birth_year: int, day: date) -> int | None:
    """The grade, 1 to 13, of children born that year; None before first grade and after the thirteenth.

    First grade begins in August of the year the child turns six; 11 to 13 are the years of upper secondary.
    Early, late and repeated starts are facts about a child, not reckoning. Source: opplæringslova, chapter 2.
    """
    grade = school_year_of(day) - birth_year - _FIRST_GRADE_AGE + 1
    return grade if 1 <= grade <= _LAST_GRADE else None


def next_working_day(day: date) -> date:
    """`day` itself when it is a working day, else the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def is_working_day(day: date) -> bool:
    """Monday to Friday and no public holiday."""
    return day.weekday() < _SATURDAY and not is_norwegian_holiday(day)


def is_norwegian_holiday(day: date) -> bool:
    """A public holiday in Norway. An ordinary Sunday is none of them.

    Source: helligdagsfredloven § 2 (less its Sundays) and the act on 1 and 17 May.
    """
    return day in _holidays(day.year)


def easter(year: int) -> date:
    """Easter Sunday of that year in the Gregorian calendar.

    Source: the anonymous computus of 1876, as in Meeus, Astronomical Algorithms, chapter 8.
    """
    century, year_of_century = divmod(year, 100)
    golden = year % 19
    moon_correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon_correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year_of_century // 4) - epact - year_of_century % 4) % 7
    late_moon = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late_moon + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    sunday = easter(year)
    # Maundy Thursday, Good Friday, Easter Day and Monday, Ascension, Whit Sunday and Monday
    movable = {sunday + timedelta(days=days) for days in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {date(year, month, day) for month, day in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}
    return frozenset(movable | fixed)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
