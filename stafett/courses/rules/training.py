"""Who needs training, and why."""

from datetime import date

from stafett.courses.enums import Need
from stafett.kernel.dates import add_years

REFRESH_YEARS = 3


def need_of(
    *, trained_on: date | None, employed_from: date, last_course_on: date | None, years: int, today: date
) -> Need:
    """A colleague who has never been trained needs it, first of all who came after the last course; training that is
    `years` years old is refreshed.

    `last_course_on` is the last day on which one could learn the model here, None when there has been none.
    Source: S000-06, S000-15, S000-19.
    """
    if trained_on is not None:
        return Need.REFRESHER if add_years(trained_on, years) <= today else Need.NONE
    is_new = last_course_on is not None and employed_from > last_course_on
    return Need.NEW if is_new else Need.NEVER
