"""When a log may be started."""

from datetime import date, timedelta

import pytest

from stafett.relay_log.enums import Refusal, StartCriterion
from stafett.relay_log.rules import starting

TODAY = date(2026, 3, 3)
IN_ORDER = {
    "criteria": [StartCriterion.OVER_TIME],
    "simple_measures_tried": True,
    "leader_agreed_on": TODAY,
    "today": TODAY,
    "has_open_log": False,
}


@pytest.mark.parametrize("criterion", StartCriterion.values)
def test_any_one_of_the_criteria_is_enough(criterion):
    assert starting.may_start(**IN_ORDER | {"criteria": [criterion]})


def test_simple_measures_are_advice_and_stop_nobody():
    assert starting.may_start(**IN_ORDER | {"simple_measures_tried": False})


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"criteria": []}, Refusal.NO_CRITERION),
        ({"criteria": ["something_else"]}, Refusal.NO_CRITERION),
        ({"leader_agreed_on": None}, Refusal.LEADER_NOT_ASKED),
        ({"leader_agreed_on": TODAY + timedelta(days=1)}, Refusal.DATE_IN_FUTURE),
        ({"has_open_log": True}, Refusal.LOG_ALREADY_OPEN),
    ],
    ids=[
        "no criterion",
        "unknown criterion",
        "leader not asked",
        "leader asked tomorrow",
        "has a log already",
    ],
)
def test_a_log_is_not_started_when(change, refusal):
    assert starting.may_start(**IN_ORDER | change).refusal is refusal


def test_a_known_criterion_counts_beside_an_unknown_one():
    assert starting.may_start(**IN_ORDER | {"criteria": ["something_else", "complex"]})
