"""The wheel as a calendar file: each task on the first working day of its month."""

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from stafett.annual_wheel.rules.feed import Entry, day_of, wheel_calendar
from stafett.kernel.dates import is_working_day

MADE = datetime(2027, 8, 1, 6, tzinfo=UTC)


def entry(month, year=2027, title="Ta BTI opp igjen", task=1):
    return Entry(UUID(int=task), month, year, title, "https://stafett.example/arshjul/oppgaver/1/")


def test_a_calendar_sees_a_day_a_title_and_where_to_read_more_and_nothing_else():
    text = wheel_calendar([entry(9)], name="Årshjul – Eksempelvik barneskole", made_at=MADE)

    lines = text.split("\r\n")
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    assert event == [
        "UID:00000000-0000-0000-0000-000000000001-2027-09@stafett",
        "DTSTAMP:20270801T060000Z",
        "DTSTART;VALUE=DATE:20270901",
        "DTEND;VALUE=DATE:20270902",
        "SUMMARY:Ta BTI opp igjen",
        "URL:https://stafett.example/arshjul/oppgaver/1/",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
    ]
    assert "X-WR-CALNAME:Årshjul – Eksempelvik barneskole" in lines


def test_may_begins_after_the_first_of_may_and_january_after_new_years_day():
    assert day_of(5, year=2027) == date(2028, 5, 2)
    assert day_of(1, year=2027) == date(2028, 1, 3)


@given(st.integers(2020, 2060), st.integers(1, 12))
def test_every_entry_is_a_working_day_of_its_own_month(year, month):
    day = day_of(month, year=year)

    assert day.month == month
    assert is_working_day(day)


def test_the_same_task_in_two_months_or_years_is_two_entries_with_ids_that_stay():
    entries = [entry(8), entry(9), entry(8, year=2028)]
    text = wheel_calendar(entries, name="", made_at=MADE)

    uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert len(set(uids)) == 3
    assert text == wheel_calendar(entries, name="", made_at=MADE)
