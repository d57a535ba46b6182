"""The one evaluation of a measure, and its six answers."""

from datetime import date, timedelta

import pytest

from stafett.relay_log.enums import EvaluationOption, Refusal, TookPart
from stafett.relay_log.rules import evaluations
from stafett.relay_log.rules.evaluations import Effect

TODAY = date(2026, 3, 3)
TOMORROW = TODAY + timedelta(days=1)
FINAL = {
    "option": EvaluationOption.EFFECT,
    "took_part": [TookPart.GUARDIANS, TookPart.CHILD],
    "new_evaluate_by": None,
    "reason": "",
    "today": TODAY,
}
ONGOING = FINAL | {
    "option": EvaluationOption.ONGOING,
    "took_part": [],
    "new_evaluate_by": TOMORROW,
    "reason": "Eleven var syk.",
}
FINAL_OPTIONS = [option for option in EvaluationOption.values if option != "ongoing"]


@pytest.mark.parametrize(
    ("option", "effect"),
    [
        ("ongoing", Effect(is_final=False, counts=False)),
        ("no_effect", Effect(asks_for_new_measure=True)),
        ("some_effect", Effect(makes_successor=True)),
        ("effect", Effect(asks_whether_goal_is_reached=True)),
        ("effect_continued", Effect(is_continued=True)),
        ("misregistered", Effect(makes_successor=True, counts=False)),
    ],
)
def test_each_of_the_six_answers_has_its_effect(option, effect):
    assert evaluations.effect_of(option) == effect


def test_the_six_answers_are_all_there_are():
    with pytest.raises(ValueError, match="seventh"):
        evaluations.effect_of("seventh")


def test_only_an_adjusted_and_a_corrected_measure_get_a_successor():
    copied = [option for option in FINAL_OPTIONS if evaluations.effect_of(option).makes_successor]

    assert copied == ["some_effect", "misregistered"]


@pytest.mark.parametrize("option", FINAL_OPTIONS)
def test_a_final_answer_needs_somebody_who_took_part(option):
    assert evaluations.may_evaluate("active", **FINAL | {"option": option})
    for nobody in ([], ["a stranger"]):
        verdict = evaluations.may_evaluate("active", **FINAL | {"option": option, "took_part": nobody})
        assert verdict.refusal is Refusal.NOBODY_TOOK_PART


@pytest.mark.parametrize("option", [*EvaluationOption.values, "seventh"])
def test_a_measure_is_evaluated_once_whatever_the_answer(option):
    assert (
        evaluations.may_evaluate("evaluated", **FINAL | {"option": option}).refusal
        is Refusal.ALREADY_EVALUATED
    )


def test_a_measure_that_is_only_planned_is_not_evaluated():
    assert evaluations.may_evaluate("planned", **FINAL).refusal is Refusal.WRONG_STATE


@pytest.mark.parametrize("option", ["", "seventh", "EFFECT"])
def test_an_unknown_answer_is_refused(option):
    assert evaluations.may_evaluate("active", **FINAL | {"option": option}).refusal is Refusal.UNKNOWN_OPTION


@pytest.mark.parametrize(
    "change",
    [{}, {"new_evaluate_by": None, "reason": ""}, {"new_evaluate_by": date(2027, 3, 3)}],
    ids=["a new day with a reason", "no new day", "a year ahead"],
)
def test_an_ongoing_measure_goes_on_with(change):
    assert evaluations.may_evaluate("active", **ONGOING | change)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"new_evaluate_by": TODAY}, Refusal.NEW_DATE_IN_PAST),
        ({"new_evaluate_by": date.min}, Refusal.NEW_DATE_IN_PAST),
        ({"new_evaluate_by": date(2027, 3, 4)}, Refusal.NEW_DATE_TOO_FAR),
        ({"new_evaluate_by": date.max}, Refusal.NEW_DATE_TOO_FAR),
        ({"reason": " "}, Refusal.NEW_DATE_WITHOUT_REASON),
    ],
)
def test_an_evaluation_is_not_moved_when(change, refusal):
    assert evaluations.may_evaluate("active", **ONGOING | change).refusal is refusal
