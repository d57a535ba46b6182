"""Words under way: two writers, one field, and never a word lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.log_meetings.enums import MeetingStep, Refusal
from stafett.log_meetings.rules import working
from stafett.log_meetings.rules.working import Outcome, Words
from stafett.relay_log.enums import Arena

TEXTS = st.text(alphabet="abc \næø", max_size=12)


class Writer:
    """A page: what stands in its field, and what it has seen there."""

    def __init__(self):
        self.text, self.seen = "", 0


@given(st.lists(st.tuples(st.integers(0, 1), TEXTS, st.sampled_from(["type", "save", "look"])), max_size=40))
def test_nobody_saves_over_words_they_have_not_seen(acts):
    stored, writers, shown = Words(), (Writer(), Writer()), ({""}, {""})
    for which, text, act in acts:
        writer = writers[which]
        if act == "type":
            writer.text = text
        elif act == "look":
            writer.text, writer.seen = stored.text, stored.version
            shown[which].add(stored.text)
        else:
            outcome = working.settle(stored, text=writer.text, seen=writer.seen)
            if outcome == Outcome.SAVED:
                assert writer.seen == stored.version
                assert stored.text in shown[which]
                stored = Words(writer.text, stored.version + 1)
                writer.seen = stored.version
                shown[which].add(stored.text)
            elif outcome == Outcome.CLASH:
                assert writer.text != stored.text
                merged = working.both(stored.text, writer.text)
                assert set(re.findall(r"\S+", stored.text + " " + writer.text)) <= set(
                    re.findall(r"\S+", merged)
                ) or (writer.text.strip() in merged and stored.text.strip() in merged)


@given(TEXTS, TEXTS)
def test_both_texts_are_in_what_they_become(theirs, mine):
    merged = working.both(theirs, mine)

    assert theirs.strip() in merged
    assert mine.strip() in merged


@given(TEXTS, st.integers(0, 9))
def test_the_same_words_twice_are_one_and_the_same(text, seen):
    assert working.settle(Words(text, 5), text=text, seen=seen) == Outcome.AS_BEFORE


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


def test_lines_are_things_said_once():
    assert working.lines_of(" uro \n\nuro\nlite søvn ") == ["uro", "lite søvn"]


@given(st.sets(st.tuples(st.sampled_from(Arena.values), st.integers(1, working.MOST_MEASURES))))
def test_every_arena_has_a_slot_and_every_used_slot_is_there(used):
    slots = working.slots_in({f"measure.{arena}.{number}.text": "" for arena, number in used})

    assert {slot.partition(".")[0] for slot in slots} == set(Arena.values)
    assert {f"{arena}.{number}" for arena, number in used} <= set(slots)


def test_there_is_room_for_five_measures_in_a_slot():
    assert working.next_slot("home", ["home.1", "home.4", "child.5"]) == "home.5"
    assert working.next_slot("home", ["home.5"]) is None
