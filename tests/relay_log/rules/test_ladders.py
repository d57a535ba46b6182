"""The ladder: reading steps from text, shaping and climbing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.relay_log.enums import Refusal, StepState
from stafett.relay_log.rules import ladders


def test_each_line_is_a_step_without_its_number_or_bullet():
    text = (
        "1. Mor følger inn\n2) Går inn alene\n(3) Går fra porten\n\na) Går fra hjørnet\n- Går selv\r\n•  Klar"
    )

    assert ladders.steps_from(text) == [
        "Mor følger inn",
        "Går inn alene",
        "Går fra porten",
        "Går fra hjørnet",
        "Går selv",
        "Klar",
    ]


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("", []),
        (" \n\t\n", []),
        ("-", []),
        ("1.", []),
        ("- 1. Gå inn", ["Gå inn"]),
        ("1.Gå inn", ["Gå inn"]),
        ("3 minutter alene", ["3 minutter alene"]),
        ("10.30 møter vi læreren", ["10.30 møter vi læreren"]),
        ("1.5 km til skolen", ["1.5 km til skolen"]),
        ("2-3 minutter alene", ["2-3 minutter alene"]),
        ("A. Gå inn", ["Gå inn"]),
        ("I klasserommet", ["I klasserommet"]),
        ("å gå inn", ["å gå inn"]),
        ("Synger   med", ["Synger med"]),
    ],
)
def test_only_numbering_is_taken_away(line, steps):
    assert ladders.steps_from(line) == steps


@given(
    st.lists(st.text() | st.from_regex(r"([-•] ?|[0-9]{1,2}[.)] ?|[a-c]\) )*[a-zæøå0-9 ]*", fullmatch=True))
)
def test_steps_are_never_blank_and_reading_them_again_changes_nothing(lines):
    steps = ladders.steps_from("\n".join(lines))

    assert all(step.strip() == step != "" and "\n" not in step for step in steps)
    assert ladders.steps_from("\n".join(steps)) == steps


@given(st.lists(st.text(alphabet="abcæøå ", min_size=1).map(str.strip).filter(bool)))
def test_plain_lines_become_the_same_number_of_steps_in_the_same_order(lines):
    steps = ladders.steps_from(
        "\n".join(f"{place}. {line}" for place, line in enumerate(lines[:99], start=1))
    )

    assert steps == [" ".join(line.split()) for line in lines[:99]]


@pytest.mark.parametrize(
    ("steps", "refusal"),
    [
        ([], Refusal.NO_STEPS),
        (["ett"], Refusal.NO_STEPS),
        (["ett", "to"], None),
        (["trinn"] * 12, None),
        (["trinn"] * 13, Refusal.TOO_MANY_STEPS),
        (["ett", "å" * 120], None),
        (["ett", "å" * 121], Refusal.STEP_TOO_LONG),
    ],
    ids=["none", "one", "two", "twelve", "thirteen", "120 characters", "121 characters"],
)
def test_a_ladder_has_two_to_twelve_short_steps(steps, refusal):
    assert ladders.may_shape(steps).refusal is refusal


@pytest.mark.parametrize("state", StepState.values)
def test_only_a_step_that_remains_is_taken_skipped_or_merged(state):
    remains = state == "planned"

    assert bool(ladders.may_take(state)) is remains
    assert bool(ladders.may_skip(state)) is remains
    assert bool(ladders.may_merge(state, has_next=True)) is remains


@pytest.mark.parametrize(
    ("state", "refusal"),
    [("planned", Refusal.NOTHING_TO_MERGE_WITH), ("done", Refusal.WRONG_STATE)],
)
def test_the_last_step_has_nothing_to_be_merged_with(state, refusal):
    assert ladders.may_merge(state, has_next=False).refusal is refusal


@pytest.mark.parametrize("state", StepState.values)
def test_only_a_step_taken_or_skipped_is_put_back(state):
    assert bool(ladders.may_undo(state)) is (state in {"done", "skipped"})


@pytest.mark.parametrize(
    ("states", "position"),
    [
        ([], None),
        (["planned", "planned"], 0),
        (["done", "merged", "planned", "planned"], 2),
        (["planned", "done"], 0),
        (["done", "skipped", "merged"], None),
    ],
)
def test_the_child_stands_before_the_first_step_that_remains(states, position):
    assert ladders.current_position(states) == position
