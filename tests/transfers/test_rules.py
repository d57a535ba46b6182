"""The rules of the baton on its way, and of school starters, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.transfers import rules
from stafett.transfers.enums import TRANSFER_STATES, Refusal, StarterStep, TransferState

TODAY = date(2026, 3, 2)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize("state", TransferState)
@pytest.mark.parametrize("after", TransferState)
def test_an_offer_becomes_what_the_table_says_and_nothing_else(state, after):
    assert rules.may_become(state, after).allowed == (after in TRANSFER_STATES[state])


@given(offered=DAYS, later=st.integers(0, 60))
def test_an_offer_waits_fourteen_days_and_is_over_the_day_after(offered, later):
    state = rules.state_on(
        offered + timedelta(days=later), state="offered", expires_on=rules.last_day_of_offer(offered)
    )

    assert state == (TransferState.OFFERED if later <= 14 else TransferState.EXPIRED)


@pytest.mark.parametrize("state", ["accepted", "declined", "withdrawn", "expired", "returned"])
def test_what_has_been_answered_does_not_expire(state):
    assert rules.state_on(TODAY, state=state, expires_on=TODAY - timedelta(days=99)) == state


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        ({}, None),
        ({"has_open_offer": True}, Refusal.ALREADY_OFFERED),
        ({"is_employed_in_unit": False}, Refusal.NOT_IN_UNIT),
        ({"is_giver": True}, Refusal.IS_YOURSELF),
    ],
)
def test_the_baton_is_offered_to_one_colleague_at_a_time(terms, refusal):
    usual = {"has_open_offer": False, "is_employed_in_unit": True, "is_giver": False}

    assert rules.may_offer(**usual | terms).refusal == refusal


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        ({}, None),
        ({"is_own_unit": True}, Refusal.SAME_UNIT),
        ({"covered_until": None}, Refusal.UNIT_NOT_COVERED),
        ({"sees_all": False}, Refusal.UNIT_SEES_ONLY_PARTS),
        ({"unshared": 2}, Refusal.NOT_YET_SHARED),
    ],
)
def test_a_log_goes_to_another_unit_only_when_the_family_lets_it_see_all_and_has_seen_all(terms, refusal):
    usual = {
        "unit_name": "PPT",
        "is_own_unit": False,
        "covered_until": TODAY,
        "sees_all": True,
        "unshared": 0,
    }

    assert rules.may_go_to_unit(**usual | terms).refusal == refusal


@pytest.mark.parametrize(
    ("days", "refusal"),
    [
        (0, Refusal.UNTIL_PASSED),
        (-3, Refusal.UNTIL_PASSED),
        (1, None),
        (365, None),
        (366, Refusal.UNTIL_TOO_FAR),
    ],
)
def test_a_deputy_stands_in_until_a_day_within_a_year(days, refusal):
    assert rules.may_stand_in_until(TODAY + timedelta(days=days), today=TODAY).refusal == refusal


def test_a_deputy_gives_the_baton_back_only_to_somebody_who_still_works_there():
    assert rules.may_give_back(is_employed_in_unit=True)
    assert rules.may_give_back(is_employed_in_unit=False).refusal == Refusal.HAS_LEFT


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 7, 31), 2026), (date(2026, 8, 1), 2027), (date(2027, 1, 5), 2027)]
)
def test_the_next_start_is_the_coming_august(day, year):
    assert rules.next_start(day) == year


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 3, 2), 2026), (date(2026, 8, 31), 2026), (date(2026, 9, 1), 2027)]
)
def test_a_kindergarten_follows_a_school_start_until_the_end_of_august(day, year):
    assert rules.first_year_followed(day) == year


def test_the_register_says_when_a_child_starts_and_the_birth_year_where_it_does_not():
    assert rules.first_year_of_school(first_grade_year=2027, born=date(2020, 5, 1)) == 2027
    assert rules.first_year_of_school(first_grade_year=None, born=date(2020, 5, 1)) == 2026
    assert rules.first_year_of_school(first_grade_year=None, born=None) is None


@pytest.mark.parametrize(
    ("year", "in_kindergarten", "starts"),
    [(2026, True, True), (2025, True, True), (2027, True, False), (2026, False, False), (None, True, False)],
)
def test_a_starter_is_in_kindergarten_and_begins_in_august_or_should_have(year, in_kindergarten, starts):
    assert rules.is_starter(year=year, in_kindergarten=in_kindergarten, today=TODAY) == starts


def test_a_school_is_chosen_for_a_starter_and_is_a_school():
    assert rules.may_choose_school(is_starter=True, is_school=True)
    assert rules.may_choose_school(is_starter=False, is_school=True).refusal == Refusal.NOT_A_STARTER
    assert rules.may_choose_school(is_starter=True, is_school=False).refusal == Refusal.NOT_A_SCHOOL


@pytest.mark.parametrize(
    ("known", "step"),
    [
        (set(), StarterStep.CHOOSE_SCHOOL),
        ({"has_school"}, StarterStep.ASK_CONSENT),
        ({"has_school", "is_covered"}, StarterStep.OFFER),
        ({"has_school", "is_covered", "is_offered"}, StarterStep.OFFERED),
        ({"has_school", "is_offered"}, StarterStep.ASK_CONSENT),
        ({"has_school", "is_accepted"}, StarterStep.ACCEPTED),
        ({"has_school", "is_covered", "is_accepted", "is_read"}, StarterStep.READ),
        ({"has_school", "is_covered", "is_accepted", "is_read", "meets"}, StarterStep.PLANNED),
    ],
)
def test_a_starters_step_is_the_first_thing_that_is_left(known, step):
    names = ("has_school", "is_covered", "is_offered", "is_accepted", "is_read", "meets")

    assert rules.step_of(**{name: name in known for name in names}) == step


@given(st.integers(0, 100))
def test_a_few_children_are_never_counted_out(count):
    assert rules.shown_count(count) == (None if 0 < count < rules.FEWEST else count)
