"""Calendar files (RFC 5545): properties in, the text of a file out. What an event may say is decided by whoever writes it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

_FOLD = 75  # octets in a line, RFC 5545 section 3.1


def calendar_text(events: Iterable[Sequence[str]], *, head: Sequence[str] = ()) -> str:
    """A whole calendar: `events` are the property lines of each event, `head` further lines of the calendar's own.

    Line ends and folding are as calendars ask for. Source: RFC 5545 sections 3.1, 3.4 and 3.6.1.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Stafett//Stafett//NO",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *head,
    ]
    for properties in events:
        lines += ["BEGIN:VEVENT", *properties, "END:VEVENT"]
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def moment(at: datetime) -> str:
    """A moment as a value, in UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def whole_day(day: date) -> tuple[str, str]:
    """The two lines of an event that lasts one whole day; its end is the day after, as calendars reckon."""
    return f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"


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
