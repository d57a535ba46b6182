"""A meeting as a calendar file (RFC 5545). It says when, and where to read the rest; never what about or who."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

_FOLD = 75  # octets in a line, RFC 5545 section 3.1


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
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Stafett//Stafett//NO",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{meeting.id}@stafett",
        f"DTSTAMP:{_moment(made_at)}",
        f"DTSTART:{_moment(meeting.starts_at)}",
        f"DTEND:{_moment(ends_at)}",
        f"SEQUENCE:{meeting.sequence}",
        f"STATUS:{'CANCELLED' if meeting.is_cancelled else 'CONFIRMED'}",
        f"SUMMARY:{escaped(meeting.title)}",
        *([f"LOCATION:{escaped(meeting.place)}"] if meeting.place else []),
        f"URL:{meeting.url}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line ends say that they are meant as themselves."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, the next ones after a space; no letter is cut in two."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _FOLD:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join([*pieces, piece])


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
