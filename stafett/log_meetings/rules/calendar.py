"""A meeting as a calendar file (RFC 5545). It says when, and where to read the rest; never what about or who."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from stafett.kernel.calendar_file import calendar_text, escaped, moment


@dataclass(frozen=True)
class CalendarMeeting:
    """What the file may know of a meeting. `place` is empty where it could reveal somebody."""

    id: UUID
    starts_at: datetime
    minutes: int
    sequence: int
    is_cancelled: bool
    title: str
    url: str
    place: str = ""


def calendar_file(meeting: CalendarMeeting, *, made_at: datetime) -> str:
    """The file's text, with the line ends and the folding that calendars ask for.

    The same UID each time, and a higher sequence when the meeting has changed, so that the calendar replaces what it has.
    Source: issue C 1, L-59, RFC 5545.
    """
    ends_at = meeting.starts_at + timedelta(minutes=meeting.minutes)
    event = [
        f"UID:{meeting.id}@stafett",
        f"DTSTAMP:{moment(made_at)}",
        f"DTSTART:{moment(meeting.starts_at)}",
        f"DTEND:{moment(ends_at)}",
        f"SEQUENCE:{meeting.sequence}",
        f"STATUS:{'CANCELLED' if meeting.is_cancelled else 'CONFIRMED'}",
        f"SUMMARY:{escaped(meeting.title)}",
        *([f"LOCATION:{escaped(meeting.place)}"] if meeting.place else []),
        f"URL:{meeting.url}",
        "CLASS:PRIVATE",
    ]
    return calendar_text([event])
