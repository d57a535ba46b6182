"""The level of effort goes one step at a time."""

import pytest

from stafett.relay_log.enums import Refusal
from stafett.relay_log.rules import levels


@pytest.mark.parametrize(
    ("before", "after", "refusal"),
    [
        (1, 2, None),
        (2, 3, None),
        (3, 2, None),
        (2, 1, None),
        (1, 3, Refusal.LEVEL_TOO_FAR),
        (3, 1, Refusal.LEVEL_TOO_FAR),
        (1, 0, Refusal.LEVEL_TOO_FAR),
        (3, 4, Refusal.LEVEL_TOO_FAR),
        (1, 1, Refusal.WRONG_STATE),
        (2, 2, Refusal.WRONG_STATE),
        (3, 3, Refusal.WRONG_STATE),
    ],
)
def test_the_level_goes_one_step_up_or_down(before, after, refusal):
    assert levels.may_change(before, after=after, reason="PPT kommer inn.", outsiders=0).refusal is refusal


def test_a_change_of_level_needs_a_reason():
    assert levels.may_change(1, after=2, reason=" ", outsiders=0).refusal is Refusal.REASON_MISSING


def test_the_level_is_not_lowered_to_one_while_other_units_take_part():
    assert (
        levels.may_change(2, after=1, reason="Ferdig.", outsiders=1).refusal is Refusal.OUTSIDERS_AT_LEVEL_ONE
    )
    assert levels.may_change(3, after=2, reason="Ferdig.", outsiders=1)
