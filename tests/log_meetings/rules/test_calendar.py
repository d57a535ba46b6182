"""The calendar file, read back by a small reader of its own: what is written is what a calendar sees."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from stafett.log_meetings.rules.calendar import CalendarMeeting, calendar_file

MADE = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))


def meeting(**changed):
    given = {
        "id": UUID(int=7), "starts_at": datetime(2026, 3, 11, 13, tzinfo=UTC), "minutes": 45, "sequence": 0,
        "is_cancelled": False, "title": "Møte", "url": "https://stafett.example/moter/7/", "place": "",
    }  # fmt: skip
    return CalendarMeeting(**given | changed)


def read(text):
    """The properties of the one event, as a calendar reads them: unfolded, parted, unescaped."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    start, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    pairs = [line.split(":", 1) for line in lines[start + 1 : end]]
    assert len({name for name, _value in pairs}) == len(pairs)
    return dict(pairs) | {"METHOD": dict(_pairs(lines))["METHOD"]}


def _pairs(lines):
    return [line.split(":", 1) for line in lines]


def plain(value):
    """Text as it was before it was escaped."""
    signs = iter(value)
    return "".join(
        ("\n" if (after := next(signs)) == "n" else after) if sign == "\\" else sign for sign in signs
    )


@given(MOMENTS, st.integers(10, 240), TEXTS, st.integers(0, 99), st.booleans())
def test_a_calendar_reads_when_it_is_and_nothing_more(starts_at, minutes, place, sequence, off):
    seen = read(
        calendar_file(
            meeting(starts_at=starts_at, minutes=minutes, place=place, sequence=sequence, is_cancelled=off),
            made_at=MADE,
        )
    )

    assert datetime.strptime(seen["DTSTART"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) == starts_at.replace(
        microsecond=0
    )
    assert _moment(seen["DTEND"]) - _moment(seen["DTSTART"]) == timedelta(minutes=minutes)
    assert plain(seen.get("LOCATION", "")) == place
    assert (seen["UID"], seen["SEQUENCE"]) == (f"{UUID(int=7)}@stafett", str(sequence))
    assert seen["STATUS"] == ("CANCELLED" if off else "CONFIRMED")
    assert seen["METHOD"] == "PUBLISH"
    assert set(seen) <= {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION", "URL", "CLASS", "METHOD",
    }  # fmt: skip


def _moment(value):
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
