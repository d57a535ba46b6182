"""The writer of calendar files: lines are folded and values escaped so that a calendar reads what was meant."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.calendar_file import calendar_text, escaped, folded, moment, whole_day

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)


def plain(value):
    """Text as it was before it was escaped."""
    signs = iter(value)
    return "".join(
        ("\n" if (after := next(signs)) == "n" else after) if sign == "\\" else sign for sign in signs
    )


@given(TEXTS)
def test_every_line_is_at_most_75_octets_and_comes_back_whole(text):
    lines = folded(f"SUMMARY:{text}").split("\r\n")

    assert all(len(line.encode()) <= 75 for line in lines)
    assert all(line.startswith(" ") for line in lines[1:])
    assert lines[0] + "".join(line[1:] for line in lines[1:]) == f"SUMMARY:{text}"


@given(st.text(st.sampled_from('aå\\;,\n\rn:"'), max_size=60))
def test_what_is_escaped_is_read_as_it_was_meant(text):
    value = escaped(text)

    assert "\n" not in value and "\r" not in value
    assert plain(value) == text.replace("\r\n", "\n").replace("\r", "\n")


def test_several_events_stand_in_one_calendar_each_by_itself():
    text = calendar_text([["UID:1"], ["UID:2"]], head=["X-WR-CALNAME:Plan"])

    assert text.split("\r\n")[5:] == [
        "X-WR-CALNAME:Plan", "BEGIN:VEVENT", "UID:1", "END:VEVENT", "BEGIN:VEVENT", "UID:2", "END:VEVENT",
        "END:VCALENDAR", "",
    ]  # fmt: skip


def test_a_whole_day_ends_on_the_day_after_also_over_new_year_and_a_leap_day():
    assert whole_day(date(2027, 12, 31)) == ("DTSTART;VALUE=DATE:20271231", "DTEND;VALUE=DATE:20280101")
    assert whole_day(date(2028, 2, 28)) == ("DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280229")


def test_a_moment_is_written_in_utc():
    assert moment(datetime(2027, 3, 1, 12, 30, tzinfo=UTC)) == "20270301T123000Z"
