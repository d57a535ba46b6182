"""A wheel as calendar events: what each says, and on which day (S000-20, ADR 0031)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from stafett.annual_wheel.rules.year import first_day
from stafett.kernel.calendar_file import calendar_text, escaped, moment, whole_day
from stafett.kernel.dates import next_working_day


@dataclass(frozen=True)
class Entry:
    """One task in one month, as a calendar may know it."""

    task_id: UUID
    month: int
    year: int  # in which the school year begins
    title: str
    url: str


def wheel_calendar(entries: Iterable[Entry], *, name: str, made_at: datetime) -> str:
    """The calendar's text: each entry is the first working day of its month, and blocks nobody's time.

    The same task in the same month has the same UID each time, so a calendar that reads again replaces what it has.
    Source: S000-20, RFC 5545, RFC 7986.
    """
    head = [f"X-WR-CALNAME:{escaped(name)}", f"NAME:{escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:P1D"]
    return calendar_text((_event(entry, made_at) for entry in entries), head=head)


def day_of(month: int, *, year: int) -> date:
    """The first working day of a month in the school year that begins in `year`. Source: ours, ADR 0031."""
    return next_working_day(first_day(month, year=year))


def _event(entry: Entry, made_at: datetime) -> list[str]:
    return [
        f"UID:{entry.task_id}-{entry.year}-{entry.month:02}@stafett",
        f"DTSTAMP:{moment(made_at)}",
        *whole_day(day_of(entry.month, year=entry.year)),
        f"SUMMARY:{escaped(entry.title)}",
        f"URL:{entry.url}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
    ]
