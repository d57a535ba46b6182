"""The two months of the year that have a half-day course, and when a day that is missing is asked for."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date

COURSE_MONTHS = (2, 10)
ASKED_MONTHS_BEFORE = 2


def course_missing_by(today: date, *, held_on: Collection[date]) -> date | None:
    """The last day of the February or October that has no half-day course yet; None when nothing is asked for.

    `held_on` are the days of half-day courses that take place. A day is asked for from two months before its month,
    so that it can be set up, told of and signed up for, until only the month's last day is left.

    Source: S000-16; ours for the two months.
    """
    for months in range(ASKED_MONTHS_BEFORE + 1):
        year, month = today.year + (today.month + months - 1) // 12, (today.month + months - 1) % 12 + 1
        if month in COURSE_MONTHS:
            last = date(year, month, monthrange(year, month)[1])
            is_set_up = any((day.year, day.month) == (year, month) for day in held_on)
            return last if today < last and not is_set_up else None
    return None
