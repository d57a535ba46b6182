"""When people are reminded of a meeting: the day before, and never on a day of rest."""

from datetime import date, datetime, timedelta

from stafett.kernel.clock import today_in_norway
from stafett.kernel.dates import is_norwegian_holiday

_SUNDAY = 6


def reminder_day(meeting_on: date) -> date:
    """The last day before the meeting on which nobody rests: Saturday for a meeting on a Monday.

    Source: issue C 1, ADR 0018, ADR 0024.
    """
    day = meeting_on - timedelta(days=1)
    while day.weekday() == _SUNDAY or is_norwegian_holiday(day):
        day -= timedelta(days=1)
    return day


def is_due(*, starts_at: datetime, told_at: datetime, now: datetime) -> bool:
    """Whether to remind now: from the morning of that day until it begins, unless they were told of it that day or later.

    `told_at` is when the meeting was planned. Source: issue C 1.
    """
    day = reminder_day(today_in_norway(starts_at))
    return today_in_norway(told_at) < day <= today_in_norway(now) and now < starts_at
