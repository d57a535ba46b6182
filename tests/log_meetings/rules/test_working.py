"""Words under way in a stafettloggmøte: which fields there are, and what they hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.log_meetings.enums import MeetingStep, Refusal
from stafett.log_meetings.rules import working
from stafett.relay_log.enums import Arena


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("concern.title", MeetingStep.CONCERN), ("analysis.home", MeetingStep.ANALYSIS), ("goal.sign", MeetingStep.GOAL),
        ("measure.child.5.owner", MeetingStep.MEASURES), ("evaluation." + "0a" * 16 + ".next", MeetingStep.EVALUATION),
        ("dates.next." + "0a" * 16 + ".habit", MeetingStep.DATES), ("dates.next_on", MeetingStep.DATES),
    ],
)  # fmt: skip
def test_a_field_belongs_to_one_step_and_fits_its_column(name, step):
    assert working.field_of(name)[0] == step
    assert len(name) <= 60


@given(st.text(max_size=70))
def test_no_other_name_is_a_field(name):
    known = working.field_of(name)

    assert known is None or re.fullmatch(r"[a-z0-9._]+", name)


def test_a_field_holds_so_much_and_no_more():
    assert working.may_hold("concern.title", "æ" * 100, step="concern")
    assert working.may_hold("concern.title", "æ" * 101, step="concern").refusal == Refusal.TOO_LONG
    assert working.may_hold("concern.title", "", step="goal").refusal == Refusal.ANOTHER_STEP


@given(st.sets(st.tuples(st.sampled_from(Arena.values), st.integers(1, working.MOST_MEASURES))))
def test_every_arena_has_a_slot_and_every_used_slot_is_there(used):
    slots = working.slots_in({f"measure.{arena}.{number}.text": "" for arena, number in used})

    assert {slot.partition(".")[0] for slot in slots} == set(Arena.values)
    assert {f"{arena}.{number}" for arena, number in used} <= set(slots)


def test_there_is_room_for_five_measures_in_a_slot():
    assert working.next_slot("home", ["home.1", "home.4", "child.5"]) == "home.5"
    assert working.next_slot("home", ["home.5"]) is None
