"""The way through a meeting."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.log_meetings.enums import MeetingKind, MeetingState, MeetingStep, Refusal
from stafett.log_meetings.rules import steps

ANNE, BO, CARL = uuid4(), uuid4(), uuid4()


@given(st.sampled_from(MeetingKind), st.lists(st.booleans(), max_size=30))
def test_whatever_way_one_goes_one_stands_on_a_step_of_the_meeting_and_can_reach_its_end(kind, ways):
    at = steps.steps_of(kind)[0]
    for forward in ways:
        at = steps.step_after(kind, at) if forward else steps.step_before(kind, at)
        assert at in steps.steps_of(kind)

    for _step in steps.steps_of(kind):
        at = steps.step_after(kind, at)

    assert at == MeetingStep.SUMMARY


@given(st.sampled_from(MeetingKind))
def test_back_is_the_way_one_came(kind):
    for step in steps.steps_of(kind)[:-1]:
        assert steps.step_before(kind, steps.step_after(kind, step)) == step


def test_only_a_follow_up_begins_with_how_it_has_gone():
    assert steps.steps_of(MeetingKind.FOLLOW_UP)[0] == MeetingStep.EVALUATION
    assert MeetingStep.EVALUATION not in steps.steps_of(MeetingKind.FIRST)


@pytest.mark.parametrize("state", [state for state in MeetingState if state != MeetingState.UNDER_WAY])
def test_nothing_is_written_when_the_meeting_is_not_under_way(state):
    assert steps.may_write(state, step="goal", at="goal").refusal == Refusal.NOT_UNDER_WAY


def test_a_page_of_another_step_writes_nothing():
    assert steps.may_write(MeetingState.UNDER_WAY, step="goal", at="concern").refusal == Refusal.ANOTHER_STEP
    assert steps.may_write(MeetingState.UNDER_WAY, step="goal", at="goal")


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"state": MeetingState.DONE}, Refusal.NOT_NOW),
        ({"there": {ANNE}}, Refusal.NOBODY_THERE),
        ({"writer_id": CARL}, Refusal.WRITER_NOT_THERE),
        ({"child_is_due": True}, Refusal.CHILD_ABSENT),
        ({"child_is_due": True, "child_reason": "Er syk"}, None),
        ({"is_another_open": True}, Refusal.ANOTHER_OPEN),
        ({}, None),
    ],
)
def test_a_meeting_begins_when_we_know_who_is_there(changed, refusal):
    given = {
        "state": MeetingState.PLANNED,
        "there": {ANNE, BO},
        "writer_id": ANNE,
        "child_is_due": False,
        "child_reason": "",
    }

    assert steps.may_open(**(given | changed)).refusal == refusal


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"state": MeetingState.UNDER_WAY}, Refusal.NOT_TO_CONFIRM),
        ({"was_there": False}, Refusal.WAS_NOT_THERE),
        ({"is_own": False}, Refusal.NOT_FOR_OTHERS),
        ({"is_own": False, "keeps_minutes": True}, None),
        ({}, None),
    ],
)
def test_each_confirms_for_themselves(changed, refusal):
    given = {"state": MeetingState.TO_CONFIRM, "was_there": True, "is_own": True, "keeps_minutes": False}

    assert steps.may_confirm(**(given | changed)).refusal == refusal


@given(st.lists(st.tuples(st.sampled_from([ANNE, BO, CARL]), st.booleans()), max_size=12))
def test_the_minutes_are_confirmed_exactly_when_the_newest_word_of_each_is_yes(answers):
    newest = {
        person: next((agrees for who, agrees in reversed(answers) if who == person), False)
        for person in (ANNE, BO)
    }

    assert steps.is_confirmed({ANNE, BO}, answers) == all(newest.values())


def test_minutes_without_anybody_are_never_confirmed():
    assert not steps.is_confirmed(set(), [])
