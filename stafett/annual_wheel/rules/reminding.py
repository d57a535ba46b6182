"""When somebody is reminded of a task, and when next year's wheel is made."""

from datetime import date

from stafett.annual_wheel.enums import Rhythm, TaskState
from stafett.annual_wheel.rules.year import AUGUST, JUNE
from stafett.kernel.dates import next_working_day

STILL_UNTICKED_DAY = 20  # of the month: by then a monthly tick that is missing is worth a word


def reminder_month(rhythm: str, *, state: str, today: date) -> str:
    """The key of the reminder that is due today, "" when none is: "2027-03" for March. With the key each is told once.

    A task of one time is told of from the first working day of its month; one of every month from the 20th, and only
    when the tick is missing. What is done, put away or of all year is told of to nobody, and no old month is brought up.
    Source: S000-23, issue E 2.
    """
    if state != TaskState.NOW:
        return ""
    from_day = next_working_day(today.replace(day=STILL_UNTICKED_DAY if rhythm == Rhythm.MONTHLY else 1))
    return f"{today:%Y-%m}" if today >= from_day else ""


def year_to_prepare(today: date) -> int | None:
    """The school year whose wheels are made from last year's now: from June, so that it can be planned, until the end of
    August. Source: S000-20, issue E 2.
    """
    return today.year if JUNE <= today.month <= AUGUST else None
