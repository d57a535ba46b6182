"""Who starts school this summer: said in the last meeting in kindergarten, and followed until the school has the log."""

from datetime import date

from stafett.kernel.dates import school_year_of

_FIRST_GRADE_AGE = 6


def next_start(today: date) -> int:
    """The year of the next first day of school: this August, or next year's once August has come. Source: S000-11."""
    return school_year_of(today) + 1


def first_year_of_school(*, first_grade_year: int | None, born: date | None) -> int | None:
    """The year a child begins in first grade: as the register says, else the year it turns six. Source: S000-11, L-48."""
    if first_grade_year is not None:
        return first_grade_year
    return born.year + _FIRST_GRADE_AGE if born else None


def is_starter(*, year: int | None, in_kindergarten: bool, today: date) -> bool:
    """A child whose log is in a kindergarten, and who begins school next August or should have begun already.

    Source: S000-11, W-27.
    """
    return in_kindergarten and year is not None and year <= next_start(today)
