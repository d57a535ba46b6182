"""After the meeting: what signed minutes must say, and what becomes of a measure."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.system_meetings.enums import Result
from stafett.system_meetings.enums.after import AfterRefusal
from stafett.system_meetings.rules import following

DAY = date(2026, 3, 3)
LATER = DAY + timedelta(days=60)
MINUTES = {
    "challenge": "Det ropes mye.", "factors": "Trange ganger.", "measures": "To ganger, to tider.", "evaluate_on": LATER,
    "evaluator": "Rektor", "method": "Vi teller i en uke.",
}  # fmt: skip
OUTCOME = {"is_tried": True, "words": "Roligere.", "again_on": None, "today": DAY}


@pytest.mark.parametrize(
    ("missing", "refusal"),
    [
        ("challenge", AfterRefusal.CHALLENGE_MISSING),
        ("factors", AfterRefusal.FACTORS_MISSING),
        ("measures", AfterRefusal.MEASURES_MISSING),
        ("evaluate_on", AfterRefusal.DAY_MISSING),
        ("evaluator", AfterRefusal.EVALUATOR_MISSING),
        ("method", AfterRefusal.METHOD_MISSING),
    ],
)
def test_signed_minutes_say_everything_the_source_asks_for(missing, refusal):
    assert following.may_sign(**MINUTES)
    assert (
        following.may_sign(**{**MINUTES, missing: None if missing == "evaluate_on" else " "}).refusal
        == refusal
    )


def test_a_day_of_evaluation_lies_ahead_and_within_a_year():
    assert following.may_evaluate_on(DAY + timedelta(days=1), today=DAY)
    assert following.may_evaluate_on(DAY, today=DAY).refusal == AfterRefusal.DAY_WRONG
    assert following.may_evaluate_on(DAY + timedelta(days=367), today=DAY).refusal == AfterRefusal.DAY_WRONG


def test_an_idea_is_taken_up_with_a_day_somebody_and_a_way():
    good = {
        "is_waiting": True,
        "is_busy": False,
        "evaluator": "Rektor",
        "method": "Vi teller.",
        "evaluate_on": LATER,
        "today": DAY,
    }

    assert following.may_try_next(**good)
    assert following.may_try_next(**{**good, "is_waiting": False}).refusal == AfterRefusal.NOT_WAITING
    assert following.may_try_next(**{**good, "is_busy": True}).refusal == AfterRefusal.ONE_AT_A_TIME
    assert following.may_try_next(**{**good, "evaluate_on": DAY}).refusal == AfterRefusal.DAY_WRONG
    assert following.may_try_next(**{**good, "evaluator": " "}).refusal == AfterRefusal.EVALUATOR_MISSING
    assert following.may_try_next(**{**good, "method": ""}).refusal == AfterRefusal.METHOD_MISSING


@pytest.mark.parametrize("outcome", Result)
def test_an_outcome_is_said_of_what_is_tried_with_a_few_words(outcome):
    whole = {**OUTCOME, "again_on": LATER}

    assert following.may_record_outcome(outcome, **whole)
    assert (
        following.may_record_outcome(outcome, **{**whole, "is_tried": False}).refusal
        == AfterRefusal.NOT_TRIED
    )
    assert (
        following.may_record_outcome(outcome, **{**whole, "words": " "}).refusal == AfterRefusal.WORDS_MISSING
    )


def test_what_is_tried_on_has_a_new_day():
    assert following.may_record_outcome("works", **OUTCOME)
    assert following.may_record_outcome("adjust", **OUTCOME).refusal == AfterRefusal.NEW_DAY_MISSING
    assert (
        following.may_record_outcome("adjust", **{**OUTCOME, "again_on": DAY}).refusal
        == AfterRefusal.DAY_WRONG
    )


@given(st.integers(-400, 400))
def test_reminders_come_a_week_before_and_on_the_day_and_never_earlier(ahead):
    reminder = following.reminder_of(DAY + timedelta(days=ahead), today=DAY)

    assert reminder == ("today" if ahead <= 0 else "soon" if ahead <= 7 else None)
    assert (reminder == "today") == following.is_due(DAY + timedelta(days=ahead), today=DAY)
