"""Who is reminded of a report, and when."""

from datetime import date, timedelta
from enum import Enum

WARNED_DAYS, LAST_DAYS, OVERDUE_DAYS = 14, 3, 30


class Reminder(Enum):
    """One reminder of one report: each is given once."""

    SOON = "soon"
    LAST = "last"
    OVERDUE = "overdue"


def reminder_of(due: date, *, today: date) -> Reminder | None:
    """The reminder that is due: a fortnight before, three days before, and once when the day has passed; nothing after a month.

    Source: S000-18, S000-21.
    """
    left = due - today
    if left < timedelta(0):
        return Reminder.OVERDUE if -left <= timedelta(days=OVERDUE_DAYS) else None
    if left <= timedelta(days=LAST_DAYS):
        return Reminder.LAST
    return Reminder.SOON if left <= timedelta(days=WARNED_DAYS) else None
