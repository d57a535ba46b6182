"""The seven steps: whatever way one goes one stands on a step, and what must be settled is settled before the next."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.system_meetings.enums import MeetingState, MeetingStep, Refusal
from stafett.system_meetings.rules import steps
from stafett.system_meetings.rules.steps import Come

ANNE, BO, CARL = uuid4(), uuid4(), uuid4()
READY = Come(challenge="Det ropes", settled=True, influenced=1, chosen=1, ideas=1)
NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
DECIDED = {
    "has_idea": True, "form": "own", "has_partner": False, "meets_at": None, "evaluate_on": NOW.date() + timedelta(days=40),
    "evaluator": "Anne", "method": "Vi teller",
}  # fmt: skip


@given(st.lists(st.booleans(), max_size=30))
def test_whatever_way_one_goes_one_stands_on_a_step_and_can_reach_the_end(ways):
    at = reached = MeetingStep.ROLES
    for forward in ways:
        at = steps.step_after(at) if forward else steps.step_before(at)
        reached = steps.farthest(reached, at)
        assert steps.number_of(reached) >= steps.number_of(at)

    for _step in steps.STEPS:
        at = steps.step_after(at)
    assert at == MeetingStep.SUMMARY


@pytest.mark.parametrize("step", list(MeetingStep))
def test_a_step_whose_work_is_done_is_left(step):
    assert steps.may_go_on(step, READY)


@pytest.mark.parametrize(
    ("step", "changed", "refusal"),
    [
        ("roles", {"has_track_keeper": False}, Refusal.NO_TRACK_KEEPER),
        ("challenge", {"challenge": " "}, Refusal.NO_CHALLENGE),
        ("questions", {"waiting": 1}, Refusal.SOME_WAIT),
        ("status_quo", {"settled": False}, Refusal.NOT_AGREED),
        ("factors", {"waiting": 2}, Refusal.SOME_WAIT),
        ("factors", {"open_factors": 1}, Refusal.FACTORS_NOT_TALKED_ABOUT),
        ("factors", {"influenced": 0}, Refusal.NO_SYSTEM_FACTOR),
        ("measures", {"waiting": 1}, Refusal.SOME_WAIT),
        ("measures", {"chosen": 0}, Refusal.NO_FACTOR_CHOSEN),
        ("measures", {"ideas": 0}, Refusal.NO_IDEA),
    ],
)
def test_what_the_source_says_must_be_done_is_not_skipped(step, changed, refusal):
    assert steps.may_go_on(step, Come(**(vars(READY) | changed))).refusal == refusal


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({}, None),
        ({"state": MeetingState.DONE}, Refusal.NOT_PLANNED),
        ({"challenge": " "}, Refusal.NO_CHALLENGE),
        ({"there": {ANNE, BO}}, Refusal.TOO_FEW_THERE),
        ({"leader": uuid4()}, Refusal.LEADER_NOT_THERE),
        ({"writer": None}, Refusal.WRITER_NOT_THERE),
        ({"presenter": uuid4()}, Refusal.PRESENTER_NOT_THERE),
        ({"track_keeper": None}, Refusal.NO_TRACK_KEEPER),
        ({"track_keeper": ANNE}, Refusal.LEADER_KEEPS_WATCH),
    ],
)
def test_a_meeting_begins_with_everybody_it_needs(changed, refusal):
    given = {
        "state": MeetingState.PLANNED, "challenge": "Det ropes", "there": {ANNE, BO, CARL}, "leader": ANNE, "writer": BO,
        "presenter": CARL, "track_keeper": BO,
    } | changed  # fmt: skip

    assert steps.may_open(given.pop("state"), **given).refusal == refusal


@pytest.mark.parametrize(
    ("agreed_as", "text", "all_agree", "refusal"),
    [
        ("same", "Det ropes", True, None), ("", "Det ropes", True, Refusal.HOW_IT_IS_NOW),
        ("changed", " ", True, Refusal.AGREEMENT_EMPTY), ("same", "Det ropes", False, Refusal.NOT_AGREED),
    ],
)  # fmt: skip
def test_those_there_conclude_what_the_challenge_is(agreed_as, text, all_agree, refusal):
    assert steps.may_agree(agreed_as, text, all_agree=all_agree).refusal == refusal


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({}, None),
        ({"form": "competence"}, Refusal.PARTNER_MISSING),
        ({"form": "informs", "has_partner": True}, Refusal.APPOINTMENT_MISSING),
        ({"form": "informs", "has_partner": True, "meets_at": NOW}, Refusal.APPOINTMENT_PASSED),
        ({"form": "informs", "has_partner": True, "meets_at": NOW + timedelta(hours=1)}, None),
        ({"evaluate_on": NOW.date()}, Refusal.EVALUATION_DAY),
        ({"evaluate_on": NOW.date() + timedelta(days=400)}, Refusal.EVALUATION_DAY),
    ],
)
def test_one_measure_is_decided_with_all_that_it_needs(changed, refusal):
    decided = steps.Decided(**(DECIDED | changed))

    assert steps.may_decide(decided, now=NOW, today=NOW.date()).refusal == refusal
