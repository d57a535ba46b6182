"""Verdicts: what is allowed, the reason when not, and its sentence."""

import pickle
from enum import Enum

import pytest

from stafett.kernel.verdict import YES, Refused, Verdict, first_no, no, require


class Refusal(Enum):
    LOG_IS_CLOSED = "Loggen er avsluttet, 100 % sikkert."
    TOO_LONG = "Teksten er %(length)s tegn, og det er plass til %(most)s."

    @property
    def label(self) -> str:
        return self.value


def test_yes_is_true_and_has_no_reason_and_no_sentence():
    assert YES
    assert YES.allowed
    assert YES.refusal is None
    assert YES.sentence() == ""


def test_no_is_false_and_keeps_the_reason_and_its_params():
    verdict = no(Refusal.TOO_LONG, length=101, most=100)

    assert not verdict
    assert not verdict.allowed
    assert verdict.refusal is Refusal.TOO_LONG
    assert verdict.params == {"length": 101, "most": 100}


def test_sentence_is_filled_with_the_params():
    assert no(Refusal.TOO_LONG, length=101, most=100).sentence() == (
        "Teksten er 101 tegn, og det er plass til 100."
    )


def test_sentence_without_params_may_hold_a_percent_sign():
    assert no(Refusal.LOG_IS_CLOSED).sentence() == "Loggen er avsluttet, 100 % sikkert."


def test_sentence_is_read_in_the_language_of_the_moment():
    class Lazy:
        def __str__(self) -> str:
            return language[0]

    class Spoken:
        label = Lazy()

    language = ["Nei."]
    verdict = no(Spoken())
    language[0] = "No."

    assert verdict.sentence() == "No."


def test_verdicts_are_equal_when_reason_and_params_are():
    assert no(Refusal.TOO_LONG, length=1) == no(Refusal.TOO_LONG, length=1)
    assert no(Refusal.TOO_LONG, length=1) != no(Refusal.TOO_LONG, length=2)
    assert no(Refusal.LOG_IS_CLOSED) != YES
    assert {Verdict(), YES} == {YES}


def test_require_lets_yes_pass_and_stops_no():
    require(YES)

    with pytest.raises(Refused) as refused:
        require(no(Refusal.TOO_LONG, length=101, most=100))

    assert refused.value.refusal is Refusal.TOO_LONG
    assert refused.value.params == {"length": 101, "most": 100}
    assert refused.value.sentence() == "Teksten er 101 tegn, og det er plass til 100."


def test_require_stops_a_rule_that_forgot_to_answer():
    with pytest.raises(AttributeError):
        require(None)


def test_a_refusal_names_its_reason_but_never_its_params_when_logged():
    refused = Refused(no(Refusal.TOO_LONG, length="Kari Nordmann"))

    for text in (str(refused), repr(refused), repr(refused.verdict)):
        assert "TOO_LONG" in text
        assert "Kari" not in text


def test_a_refusal_survives_being_sent_to_another_process():
    refused = pickle.loads(pickle.dumps(Refused(no(Refusal.TOO_LONG, length=101))))

    assert refused.verdict == no(Refusal.TOO_LONG, length=101)


def test_first_no_gives_the_first_refusal_in_order():
    closed, too_long = no(Refusal.LOG_IS_CLOSED), no(Refusal.TOO_LONG)

    assert first_no(YES, closed, too_long) is closed
    assert first_no(too_long, closed) is too_long


def test_first_no_is_yes_when_nothing_refuses():
    assert first_no(YES, YES) is YES
    assert first_no() is YES
