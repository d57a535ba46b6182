"""What a meeting must have, when it is suggested, and when people are reminded of it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.clock import NORWAY, local
from stafett.kernel.dates import is_norwegian_holiday, is_working_day
from stafett.log_meetings.enums import MeetingKind
from stafett.log_meetings.rules import planning, reminding

DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@given(DAYS)
def test_the_suggested_time_is_a_working_day_at_two_oclock_at_least_a_week_ahead(today):
    starts_at = planning.usual_start(today)

    assert is_working_day(starts_at.date())
    assert starts_at.astimezone(NORWAY).time() == time(14)
    assert timedelta(days=7) <= starts_at.date() - today <= timedelta(days=13)


@given(DAYS, st.times())
def test_a_time_of_day_is_norwegian_summer_and_winter(day, at):
    moment = planning.on_the_clock(day, at)

    skipped = timedelta(hours=1) if moment.time() != at else timedelta(0)
    assert local(moment.astimezone(UTC)) == moment
    assert datetime.combine(day, at) + skipped == moment.replace(tzinfo=None)


@pytest.mark.parametrize(("has_active", "kind"), [(True, MeetingKind.FOLLOW_UP), (False, MeetingKind.FIRST)])
def test_with_measures_under_way_a_follow_up_is_suggested(has_active, kind):
    assert planning.suggested_kind(has_active_measures=has_active) is kind


@pytest.mark.parametrize(
    ("invited", "in_school", "reason", "allowed"),
    [
        (True, True, "", True),
        (False, True, "", False),
        (False, True, "Er på leirskole.", True),
        (False, False, "", True),
    ],
)
def test_a_pupil_takes_part_or_there_is_a_reason(invited, in_school, reason, allowed):
    verdict = planning.may_leave_child_out(is_invited=invited, is_in_school=in_school, reason=reason)

    assert verdict.allowed is allowed


def test_nobody_is_invited_past_their_last_day():
    on = date(2026, 3, 3)
    places = [("Ola", None), ("Kari", on), ("Mia", date(2026, 3, 2))]

    assert planning.may_all_take_part(places[:2], on=on)
    assert planning.may_all_take_part(places, on=on).params == {"person": "Mia", "date": "2.3.2026"}


@given(DAYS)
def test_people_are_reminded_on_a_day_before_that_is_no_day_of_rest(meeting_on):
    day = reminding.reminder_day(meeting_on)

    between = [day + timedelta(days=n) for n in range(1, (meeting_on - day).days)]
    assert day < meeting_on
    assert not _is_rest(day)
    assert all(_is_rest(each) for each in between)


@pytest.mark.parametrize(
    ("now", "told", "due"),
    [
        ((9, 8), (2, 12), False),  # two days before
        ((10, 7), (2, 12), True),  # the day before
        ((10, 7), (10, 6), False),  # told the same morning
        ((11, 9), (2, 12), True),  # made up for on the day itself
        ((11, 14), (2, 12), False),  # it has begun
    ],
)
def test_a_reminder_is_due_from_the_day_before_until_the_meeting_begins(now, told, due):
    at = [datetime(2026, 3, *each, tzinfo=NORWAY) for each in (now, told)]
    starts_at = datetime(2026, 3, 11, 13, 30, tzinfo=NORWAY)

    assert reminding.is_due(starts_at=starts_at, told_at=at[1], now=at[0]) is due


def _is_rest(day):
    return day.weekday() == 6 or is_norwegian_holiday(day)
