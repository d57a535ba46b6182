"""The goal: when it may be replaced, and the hints that help to write it."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import stafett.relay_log.content
from stafett.relay_log.enums import ConcernState, Hint, Refusal
from stafett.relay_log.rules import goals

TEMPLATES = tomllib.loads(
    (Path(stafett.relay_log.content.__file__).parent / "templates.toml").read_text("utf-8")
)
SHIPPED_GOALS = [
    concern["goal"][language]
    for template in TEMPLATES["template"]
    for concern in template["concern"]
    for language in ("nb", "nn")
]


@pytest.mark.parametrize("state", ConcernState.values)
def test_a_goal_is_replaced_only_while_work_with_the_concern_goes_on(state):
    assert bool(goals.may_replace(state, text="Leser 80 ord")) is (state in {"draft", "shared", "active"})


def test_a_goal_is_not_replaced_with_nothing():
    assert goals.may_replace("active", text=" ").refusal is Refusal.GOAL_MISSING


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_an_empty_goal_gives_no_hints(text):
    assert goals.hints(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Eleven skal lese 80 ord i minuttet",
        "Eleven skulle lest 80 ord",
        "Barnet vil sitte i 10 minutter",
        "Hun bør lese hver dag",
        "Han burde lese hver dag",
        "Eleven må lese hver dag",
        "Kan bli med i flere leker",
        "Når klassen går inn, skal eleven stå i rekke",
        "Målet er at eleven skal lese hver dag",
        "Eleven kan  bli roligere",
        "Barnet kan verte med i fleire leikar",
        "Eleven vil lesa kvar dag",
        "SKAL lese hver dag",
    ],
)
def test_a_goal_about_later_gets_the_hint_of_present_tense(text):
    assert Hint.NOT_PRESENT_TENSE in goals.hints(text)


@pytest.mark.parametrize(
    "text",
    [
        "Eleven leser 80 ord i minuttet",
        "Eleven kan lese 80 ord i minuttet",
        "Barnet står i rekke når klassen skal gå inn",
        "Eleven sier fra hver gang, og forteller hva hun vil",
        "Velger selv bøker som må leses hjemme",
        "Eleven skalerer 3 tegninger",
        "Måler opp hver dag",
    ],
)
def test_a_goal_in_the_present_tense_is_left_alone(text):
    assert goals.hints(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Eleven har det bra",
        "Barnet trives",
        "Eleven er trygg på skolen",
        "Eleven er ein trygg ven",
        "Leser bedre",
    ],
)
def test_a_goal_nobody_can_see_is_reached_gets_the_hint_of_a_sign(text):
    assert goals.hints(text) == [Hint.NOT_MEASURABLE]


@pytest.mark.parametrize(
    "text",
    [
        "Leser 80 ord",
        "Leker med flere barn",
        "Rekk opp handa oftere",
        "Er på skolen hver dag",
        "Er på skulen kvar dag",
        "Spiser uten å gå fra bordet",
        "Et utan å gå frå bordet",
        "Har mindre fravær",
        "Går alene inn",
        "Går åleine inn",
        "Ber om hjelp tre ganger",
    ],
)
def test_a_goal_with_a_number_or_a_clear_sign_is_measurable(text):
    assert goals.hints(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Leser 80 ord. Skriver 20 ord.",
        "Leser 80 ord! Øver hver dag",
        "Leser 80 ord\nSkriver 20 ord",
        "Sier «nå er jeg ferdig.» Åpner boken selv",
    ],
)
def test_two_sentences_get_the_hint_of_one_goal_at_a_time(text):
    assert goals.hints(text) == [Hint.TOO_MANY_SENTENCES]


@pytest.mark.parametrize(
    "text",
    [
        "Leser 80 ord.",
        "Leser 80 ord...",
        "Leser 80 ord pr. minutt",
        "Leser ca. 80 ord",
        "Leker med andre, f.eks. Ola",
        "Leser sammen med bl.a. Kari",
        "Leser 1.5 sider",
    ],
)
def test_one_sentence_is_one_even_with_abbreviations(text):
    assert goals.hints(text) == []


@pytest.mark.parametrize("text", SHIPPED_GOALS)
def test_the_goals_of_our_own_templates_are_one_sentence_in_the_present_tense(text):
    assert set(goals.hints(text)) <= {Hint.NOT_MEASURABLE}


@given(st.text())
def test_hints_are_given_at_most_once_each_whatever_is_written(text):
    found = goals.hints(text)

    assert len(found) == len(set(found))
    assert set(found) <= {Hint.NOT_PRESENT_TENSE, Hint.NOT_MEASURABLE, Hint.TOO_MANY_SENTENCES}
