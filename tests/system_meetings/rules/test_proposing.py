"""The week before a meeting: what is late waits for the next, whoever reports it and in whatever order meetings are planned."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.system_meetings.enums import PROPOSAL_STATES, ProposalState
from stafett.system_meetings.enums.before import BeforeRefusal
from stafett.system_meetings.rules import proposing

DAY = date(2026, 3, 3)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
plans = st.lists(days, max_size=6)


def test_a_week_to_the_day_is_in_time_and_a_day_less_is_not():
    assert proposing.is_in_time(DAY, meeting_on=DAY + timedelta(days=7))
    assert not proposing.is_in_time(DAY, meeting_on=DAY + timedelta(days=6))


def test_a_proposal_reaches_the_first_meeting_it_is_in_time_for():
    aim = proposing.aim_of(DAY, planned=[date(2026, 5, 1), date(2026, 4, 1)])

    assert (aim.meeting_on, aim.missed_on) == (date(2026, 4, 1), None)


def test_a_late_one_rolls_to_the_next_meeting_by_itself():
    aim = proposing.aim_of(DAY, planned=[date(2026, 3, 5), date(2026, 4, 1)])

    assert (aim.meeting_on, aim.missed_on) == (date(2026, 4, 1), date(2026, 3, 5))


def test_a_late_one_with_no_later_meeting_waits_and_knows_its_first_day():
    aim = proposing.aim_of(DAY, planned=[date(2026, 3, 5)])

    assert (aim.meeting_on, aim.earliest_on) == (None, date(2026, 3, 10))


def test_nothing_planned_is_nothing_missed():
    assert proposing.aim_of(DAY, planned=[]).missed_on is None


@given(days, plans)
def test_whatever_is_planned_no_proposal_reaches_a_meeting_within_its_week(reported_on, planned):
    aim = proposing.aim_of(reported_on, planned=planned)

    in_time = [day for day in planned if day - reported_on >= timedelta(days=7)]
    assert aim.meeting_on == min(in_time, default=None)
    assert aim.missed_on is None or aim.missed_on - reported_on < timedelta(days=7)


@given(days, st.integers(0, 60), plans)
def test_whoever_reports_later_never_comes_first(reported_on, later, planned):
    first = proposing.aim_of(reported_on, planned=planned).meeting_on
    second = proposing.aim_of(reported_on + timedelta(days=later), planned=planned).meeting_on

    assert second is None or (first is not None and first <= second)


@given(days, plans, days)
def test_one_more_meeting_never_makes_anybody_wait_longer(reported_on, planned, one_more):
    before = proposing.aim_of(reported_on, planned=planned).meeting_on
    after = proposing.aim_of(reported_on, planned=[*planned, one_more]).meeting_on

    assert before is None or after <= before


@given(days, plans)
def test_the_meeting_it_reaches_is_one_the_leader_may_put_it_on(reported_on, planned):
    aim = proposing.aim_of(reported_on, planned=planned)
    for day in planned:
        verdict = proposing.may_put_on("waiting", reported_on=reported_on, meeting_on=day)
        assert bool(verdict) == (aim.meeting_on is not None and day >= aim.meeting_on)


def test_a_late_one_is_refused_with_the_first_day_it_can_be_taken_up():
    verdict = proposing.may_put_on("waiting", reported_on=DAY, meeting_on=DAY + timedelta(days=3))

    assert verdict.refusal == BeforeRefusal.REPORTED_TOO_LATE
    assert "10.3.2026" in verdict.sentence()


@pytest.mark.parametrize(
    ("given_words", "refusal"),
    [
        ({"title": " "}, BeforeRefusal.TOPIC_MISSING),
        ({"challenge": ""}, BeforeRefusal.CHALLENGE_MISSING),
        ({"sources": []}, BeforeRefusal.SOURCE_MISSING),
    ],
)
def test_a_proposal_has_a_topic_a_challenge_and_a_place_where_it_is_seen(given_words, refusal):
    whole = {"title": "Språkbruk", "challenge": "Det ropes mye.", "sources": ["observations"]}

    assert proposing.may_propose(**whole)
    assert proposing.may_propose(**{**whole, **given_words}).refusal == refusal


@pytest.mark.parametrize("state", ProposalState)
@pytest.mark.parametrize("after", ProposalState)
def test_a_proposal_moves_only_as_its_table_says(state, after):
    assert bool(proposing.may_become(state, after)) == (after in PROPOSAL_STATES[state])


def test_only_another_unit_is_a_service():
    assert proposing.is_from_a_service("school", service_id="ppt")
    assert not proposing.is_from_a_service("school", service_id="school")
    assert not proposing.is_from_a_service("school", service_id=None)
