"""How long a consent lasts, and when the youth takes over."""

from calendar import monthrange
from datetime import date, timedelta

GRACE_DAYS = 30  # ADR 0019


def default_end(signed_on: date, *, months: int) -> date:
    """The last day of a consent that lasts so many months: the same day of the month, or the month's last.

    Source: L-09; ours for the last day of a short month.
    """
    years, month = divmod(signed_on.month - 1 + months, 12)
    year = signed_on.year + years
    return date(year, month + 1, min(signed_on.day, monthrange(year, month + 1)[1]))


def consents_alone_from(birthday: date) -> date:
    """The first day on which guardians' yes no longer does without the youth's: 30 days after the birthday.

    `birthday` is the day the youth comes to the municipality's age of own consent.
    Source: L-11, ADR 0019.
    """
    return birthday + timedelta(days=GRACE_DAYS)
