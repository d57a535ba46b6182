"""The days a search in the trail covers."""

from dataclasses import dataclass
from datetime import date, timedelta

from stafett.kernel.verdict import YES, Verdict, no
from stafett.oversight.enums import Refusal

SEARCHED_DAYS = 366  # what one search may cover
WATCHED_DAYS = 7  # what the list of unusual readings covers from the start
MOST_WATCHED_DAYS = 31


@dataclass(frozen=True)
class Period:
    """From and to, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def may_be_searched(period: Period, *, most: int = SEARCHED_DAYS) -> Verdict:
    """A period of one day at least and `most` days at most. Source: ours."""
    if period.days < 1:
        return no(Refusal.PERIOD_BACKWARDS)
    return no(Refusal.PERIOD_TOO_LONG, days=most) if period.days > most else YES


def last_days(count: int, *, today: date) -> Period:
    """So many days until and with today. Source: ours."""
    return Period(today - timedelta(days=count - 1), today)
