"""The months of a school year: in which order they come, and in which calendar year each lies."""

from datetime import date, timedelta

from stafett.annual_wheel.enums import Month
from stafett.kernel.dates import school_year_of

JANUARY, JUNE, AUGUST, DECEMBER = (
    Month.JANUARY.value,
    Month.JUNE.value,
    Month.AUGUST.value,
    Month.DECEMBER.value,
)


def months_in_order(*, first: int = AUGUST) -> tuple[int, ...]:
    """The twelve months from `first`: August for a school year, January as the calendar has them. Source: S000-03."""
    return tuple((first + step - 1) % 12 + 1 for step in range(12))


def calendar_year_of(month: int, *, year: int) -> int:
    """The calendar year in which a month of the school year that begins in `year` lies. Source: S000-03."""
    return year if month >= AUGUST else year + 1


def first_day(month: int, *, year: int) -> date:
    """The first day of a month in the school year that begins in `year`."""
    return date(calendar_year_of(month, year=year), month, 1)


def last_day(month: int, *, year: int) -> date:
    """The last day of it; 28 or 29 in February."""
    first = first_day(month, year=year)
    following = date(first.year + first.month // DECEMBER, first.month % DECEMBER + 1, 1)
    return following - timedelta(days=1)


def years_to_open(today: date) -> tuple[int, ...]:
    """The school years whose wheel can be opened: this one, and from June the next. Source: S000-20."""
    current = school_year_of(today)
    return (current, current + 1) if JUNE <= today.month < AUGUST else (current,)
