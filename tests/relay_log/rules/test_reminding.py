"""When somebody is reminded, and that no reminder comes twice: one key for each, whatever day the job runs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.messages.enums import Kind
from stafett.relay_log.rules.reminding import (
    about_consent,
    about_evaluation,
    about_no_holder,
    about_no_plan,
    about_place,
    about_week,
)

TODAY = date(2026, 3, 4)
days = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))


def ahead(number):
    return TODAY + timedelta(days=number)


def keys(rule, day, *, first, last):
    """The keys of the reminders that come when the job runs every day in a row."""
    reminders = [rule(day, today=day + timedelta(days=number)) for number in range(first, last + 1)]
    return [(reminder.kind, reminder.key) for reminder in reminders if reminder]


@pytest.mark.parametrize(
    ("in_days", "kind"),
    [
        (8, None), (7, Kind.EVALUATION_SOON), (0, Kind.EVALUATION_SOON), (-1, Kind.EVALUATION_OVERDUE),
        (-400, Kind.EVALUATION_OVERDUE),
    ],
)  # fmt: skip
def test_an_evaluation_is_near_for_a_week_and_overdue_from_the_day_after(in_days, kind):
    reminder = about_evaluation(ahead(in_days), today=TODAY)

    assert (reminder.kind if reminder else None) == kind
    assert reminder is None or reminder.on == ahead(in_days)


@given(day=days)
def test_an_evaluation_is_told_of_once_before_and_once_a_week_after(day):
    told = set(keys(about_evaluation, day, first=-30, last=21))

    assert len([kind for kind, _key in told if kind == Kind.EVALUATION_SOON]) == 1
    assert len([kind for kind, _key in told if kind == Kind.EVALUATION_OVERDUE]) == 3


@given(day=days, later=st.integers(1, 400))
def test_an_evaluation_that_is_moved_is_told_of_anew(day, later):
    moved = day + timedelta(days=later)

    assert about_evaluation(day, today=day).key != about_evaluation(moved, today=moved).key


@pytest.mark.parametrize(
    ("in_days", "kind", "stage"),
    [
        (31, None, ""), (30, Kind.CONSENT_ENDS, "30"), (8, Kind.CONSENT_ENDS, "30"), (7, Kind.CONSENT_ENDS, "7"),
        (1, Kind.CONSENT_ENDS, "7"), (0, Kind.CONSENT_ENDS_TODAY, "0"), (-1, Kind.CONSENT_ENDED, "ended"),
        (-7, Kind.CONSENT_ENDED, "ended"), (-8, None, ""),
    ],
)  # fmt: skip
def test_a_consent_is_told_of_thirty_and_seven_days_before_on_the_day_and_after(in_days, kind, stage):
    reminder = about_consent(ahead(in_days), today=TODAY)

    assert (reminder.kind if reminder else None) == kind
    assert reminder is None or reminder.key == f"{ahead(in_days)}:{stage}"


@given(day=days, missed=st.sets(st.integers(-40, 10)))
def test_a_consent_makes_four_reminders_at_most_whatever_days_the_job_did_not_run(day, missed):
    ran = [day + timedelta(days=number) for number in range(-40, 11) if number not in missed]
    told = {reminder for today in ran if (reminder := about_consent(day, today=today))}

    assert len({reminder.key for reminder in told}) == len(told) <= 4
    if not missed & set(range(-30, 8)):
        assert len(told) == 4


@given(day=days, run=st.integers(0, 100))
def test_a_log_without_a_plan_is_told_of_every_second_week(day, run):
    told = set(keys(about_no_plan, day, first=0, last=run))

    assert len(told) == run // 14


@given(day=days, run=st.integers(0, 7))
def test_a_place_that_ends_is_told_of_once_in_its_last_week(day, run):
    assert len(set(keys(about_place, day, first=-20, last=run))) == 1
    assert about_place(day, today=day - timedelta(days=8)) is None
    assert about_place(day, today=day + timedelta(days=1)) is None


@given(day=days)
def test_a_log_that_nobody_holds_is_told_of_once_a_week(day):
    keys_of_week = {about_no_holder(today=day + timedelta(days=number)).key for number in range(14)}

    assert len(keys_of_week) in (2, 3)


def test_a_leader_hears_once_a_week_when_there_is_anything_to_look_at():
    monday = date(2026, 3, 2)
    week = {about_week(due=1, overdue=0, idle=0, today=monday + timedelta(days=day)).key for day in range(7)}

    assert len(week) == 1
    assert about_week(due=0, overdue=0, idle=1, today=monday + timedelta(days=7)).key not in week
    assert about_week(due=0, overdue=0, idle=0, today=monday) is None


def test_the_last_week_of_a_year_is_not_the_first():
    dates = (date(2026, 12, 31), date(2027, 1, 4))

    assert len({about_week(due=1, overdue=0, idle=0, today=day).key for day in dates}) == 2
