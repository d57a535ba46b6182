"""A round: everybody has a turn, in order, also who comes late; and 3 to 25 people get through it."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.system_meetings.enums import Refusal
from stafett.system_meetings.rules import rounds, words

ANNE, BO = UUID(int=1), UUID(int=2)


@given(st.integers(3, 25), st.data())
def test_everybody_has_the_floor_once_whoever_comes_and_goes(count, data):
    order = [uuid4() for _seat in range(count)]
    there, had, now = order[: max(3, count // 2)], {}, None
    for _turn in range(200):
        if data.draw(st.booleans()) and len(there) < count:
            there = order[: len(there) + 1]
        if not rounds.waiting(there, had=had):
            break
        now = rounds.next_speaker(there, had=had, now=now)
        had[now] = had.get(now, 0) + 1

    assert rounds.waiting(there, had=had) == 0
    assert max(had.values()) == 1


def test_after_a_round_a_second_begins_with_the_first():
    assert rounds.next_speaker([ANNE, BO], had={ANNE: 1, BO: 1}, now=BO) == ANNE
    assert rounds.next_speaker([ANNE], had={ANNE: 1}, now=ANNE) is None


@pytest.mark.parametrize(
    ("step", "seat", "keeper", "had", "refusal"),
    [
        ("factors", ANNE, False, {ANNE: 1}, None), ("factors", ANNE, False, {}, Refusal.NOT_YOUR_TURN),
        ("factors", ANNE, True, {}, None), ("roles", ANNE, True, {}, Refusal.NO_ROUND_HERE),
        ("factors", BO, False, {BO: 1}, Refusal.NOT_THERE), ("factors", BO, True, {}, None),
        ("factors", None, True, {}, Refusal.NOT_THERE),
    ],
)  # fmt: skip
def test_one_puts_forward_in_ones_turn_and_whoever_writes_does_it_for_all(step, seat, keeper, had, refusal):
    verdict = rounds.may_put_forward(step, seat=seat, there={ANNE}, had=had, is_keeper=keeper)

    assert verdict.refusal == refusal


def test_the_floor_is_given_in_a_round_to_somebody_there():
    assert rounds.may_give_turn("measures", to=ANNE, there={ANNE})
    assert rounds.may_give_turn("measures", to=BO, there={ANNE}).refusal == Refusal.NOT_THERE
    assert rounds.may_give_turn("summary", to=ANNE, there={ANNE}).refusal == Refusal.NO_ROUND_HERE


@given(st.text(max_size=70))
def test_only_the_fields_of_the_steps_can_be_written(name):
    known = words.field_of(name)

    assert known is None or known.limit <= 2000


@pytest.mark.parametrize(
    ("field", "reached", "own", "keeper", "refusal"),
    [
        (f"factor.{ANNE.hex}", "factors", ANNE, False, None), (f"factor.{ANNE.hex}", "summary", ANNE, False, None),
        (f"factor.{ANNE.hex}", "questions", ANNE, False, Refusal.ANOTHER_STEP),
        (f"factor.{ANNE.hex}", "factors", BO, False, Refusal.NOT_YOUR_WORDS),
        (f"factor.{ANNE.hex}", "factors", BO, True, None), ("agreed.text", "factors", BO, False, Refusal.NOT_YOUR_WORDS),
        (f"answer.{ANNE.hex}", "questions", ANNE, False, Refusal.NOT_YOUR_WORDS), ("log.title", "summary", BO, True, Refusal.ANOTHER_STEP),
    ],
)  # fmt: skip
def test_everybody_writes_their_own_and_whoever_leads_or_writes_the_rest(
    field, reached, own, keeper, refusal
):
    assert words.may_hold(field, "æ", reached=reached, own=own, is_keeper=keeper).refusal == refusal


def test_a_field_and_a_line_hold_so_much_and_no_more():
    assert (
        words.may_hold("measure.method", "æ" * 301, reached="summary", own=None, is_keeper=True).refusal
        == Refusal.TOO_LONG
    )
    assert words.may_say_lines(["æ" * 300], step="factors")
    assert words.may_say_lines(["æ" * 301], step="factors").refusal == Refusal.LINE_TOO_LONG
