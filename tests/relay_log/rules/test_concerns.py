"""The concern: its words, and its way from draft to reached goal."""

from datetime import date, timedelta

import pytest

from stafett.relay_log.enums import Arena, Category, ConcernState, Refusal, Subcategory
from stafett.relay_log.rules import concerns

TODAY = date(2026, 3, 3)
TOMORROW = TODAY + timedelta(days=1)
WORDS = {"title": "Er ofte alene i friminuttene", "category": Category.WELLBEING, "subcategory": ""}
TALKED = {
    "goal_text": "Leker med andre i storefri.",
    "talked_with_guardians_on": TODAY,
    "talked_with_child_on": TODAY,
    "no_child_talk_reason": "",
    "today": TODAY,
}
READY = {
    "goal_text": "Leker med andre i storefri.",
    "arenas": {Arena.SERVICE, Arena.HOME, Arena.CHILD},
    "first_grader_or_older": True,
    "no_child_measure_reason": "",
    "child_age": 7,
    "child_view": "Vil helst spille fotball.",
    "no_child_talk_reason": "",
}


def test_a_concern_of_exactly_one_hundred_characters_is_well_formed():
    assert concerns.is_well_formed(**WORDS | {"title": "æ" * 100})


def test_the_refusal_of_a_long_title_says_how_long_it_is():
    verdict = concerns.is_well_formed(**WORDS | {"title": "x" * 101})

    assert verdict.refusal is Refusal.TITLE_TOO_LONG
    assert verdict.params == {"length": 101}


def test_letters_typed_in_two_parts_count_as_one():
    assert concerns.is_well_formed(**WORDS | {"title": "a\u030a" * 100})


@pytest.mark.parametrize("subcategory", Subcategory.values)
def test_every_subcategory_belongs_to_fagvansker(subcategory):
    under_subjects = WORDS | {"category": Category.SUBJECTS, "subcategory": subcategory}

    assert concerns.is_well_formed(**under_subjects)
    assert (
        concerns.is_well_formed(**under_subjects | {"category": Category.HEALTH}).refusal
        is Refusal.SUBCATEGORY_OF_ANOTHER
    )


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": ""}, Refusal.TITLE_MISSING),
        ({"title": " \n"}, Refusal.TITLE_MISSING),
        ({"category": ""}, Refusal.NO_CATEGORY),
        ({"category": "weather"}, Refusal.NO_CATEGORY),
        ({"category": Category.SUBJECTS, "subcategory": "weather"}, Refusal.UNKNOWN_SUBCATEGORY),
    ],
)
def test_a_concern_is_not_well_formed_when(change, refusal):
    assert concerns.is_well_formed(**WORDS | change).refusal is refusal


@pytest.mark.parametrize(
    ("state", "allowed"),
    [
        (ConcernState.DRAFT, True),
        (ConcernState.SHARED, True),
        (ConcernState.ACTIVE, True),
        (ConcernState.ACHIEVED, False),
        (ConcernState.ENDED, False),
    ],
)
def test_a_concern_is_reworded_only_while_work_with_it_goes_on(state, allowed):
    assert bool(concerns.may_revise(state)) is allowed


def test_a_draft_is_shared_when_everybody_has_been_talked_with():
    assert concerns.may_share("draft", **TALKED)


def test_a_reason_may_stand_in_for_the_talk_with_the_child():
    assert concerns.may_share(
        "draft", **TALKED | {"talked_with_child_on": None, "no_child_talk_reason": "Barnet er ni måneder."}
    )


@pytest.mark.parametrize(
    ("state", "change", "refusal"),
    [
        ("shared", {}, Refusal.WRONG_STATE),
        ("ended", {}, Refusal.WRONG_STATE),
        ("draft", {"goal_text": "  "}, Refusal.GOAL_MISSING),
        ("draft", {"talked_with_guardians_on": None}, Refusal.NOT_TALKED_WITH_GUARDIANS),
        ("draft", {"talked_with_guardians_on": TOMORROW}, Refusal.DATE_IN_FUTURE),
        ("draft", {"talked_with_child_on": None}, Refusal.NOT_TALKED_WITH_CHILD),
        ("draft", {"talked_with_child_on": TOMORROW}, Refusal.DATE_IN_FUTURE),
    ],
)
def test_a_concern_is_not_shared_when(state, change, refusal):
    assert concerns.may_share(state, **TALKED | change).refusal is refusal


def test_work_begins_with_a_measure_in_the_service_at_home_and_for_the_child():
    assert concerns.may_activate("shared", **READY)


@pytest.mark.parametrize(
    "change",
    [
        {"arenas": {Arena.SERVICE, Arena.HOME}, "no_child_measure_reason": "For tidlig ennå."},
        {"arenas": {Arena.SERVICE, Arena.HOME}, "first_grader_or_older": False},
        {"child_view": "", "no_child_talk_reason": "Barnet vil ikke snakke om det nå."},
        {"child_view": "", "child_age": 6},
        {"child_view": "", "child_age": None},
    ],
    ids=[
        "a reason instead of the child's measure",
        "before first grade",
        "a reason instead of the child's view",
        "six years old",
        "age unknown",
    ],
)
def test_work_begins_also_with(change):
    assert concerns.may_activate("shared", **READY | change)


@pytest.mark.parametrize(
    ("state", "change", "refusal"),
    [
        ("draft", {}, Refusal.WRONG_STATE),
        ("active", {}, Refusal.WRONG_STATE),
        ("shared", {"goal_text": ""}, Refusal.GOAL_MISSING),
        ("shared", {"arenas": {Arena.HOME, Arena.CHILD}}, Refusal.SERVICE_MEASURE_MISSING),
        ("shared", {"arenas": {Arena.SERVICE, Arena.CHILD}}, Refusal.HOME_MEASURE_MISSING),
        ("shared", {"arenas": {Arena.SERVICE, Arena.HOME}}, Refusal.CHILD_MEASURE_MISSING),
        ("shared", {"child_view": " "}, Refusal.CHILD_VIEW_MISSING),
    ],
)
def test_work_does_not_begin_when(state, change, refusal):
    assert concerns.may_activate(state, **READY | change).refusal is refusal


def test_arenas_may_be_given_as_they_are_stored():
    assert concerns.may_activate("shared", **READY | {"arenas": {"service", "home", "child"}})


def test_a_goal_is_reached_when_all_measures_are_evaluated():
    assert concerns.may_achieve("active", open_measures=0)
    assert concerns.may_achieve("shared", open_measures=0).refusal is Refusal.WRONG_STATE


def test_the_refusal_says_how_many_measures_are_left_to_evaluate():
    for verdict in (
        concerns.may_achieve("active", open_measures=2),
        concerns.may_end("active", open_measures=2, reason="Flyttet"),
    ):
        assert verdict.refusal is Refusal.MEASURE_NOT_EVALUATED
        assert verdict.params == {"count": 2}


@pytest.mark.parametrize("state", ["shared", "active"])
def test_a_concern_can_end_with_a_reason(state):
    assert concerns.may_end(state, open_measures=0, reason="Familien flytter.")
    assert concerns.may_end(state, open_measures=0, reason=" ").refusal is Refusal.REASON_MISSING


@pytest.mark.parametrize("state", ["draft", "achieved", "ended"])
def test_a_concern_that_is_not_under_way_does_not_end(state):
    assert concerns.may_end(state, open_measures=0, reason="Familien flytter.").refusal is Refusal.WRONG_STATE


@pytest.mark.parametrize("state", ConcernState.values)
def test_only_a_draft_can_be_thrown_away(state):
    assert bool(concerns.may_discard(state)) is (state == "draft")


@pytest.mark.parametrize(
    ("age", "disagrees", "words", "refusal"),
    [
        (12, True, "", Refusal.VIEW_NOT_WEIGHED),
        (15, True, "  \n", Refusal.VIEW_NOT_WEIGHED),
        (12, True, "Vi venter med gruppen til hun vil.", None),
        (12, False, "", None),
        (11, True, "", None),
        (None, True, "", None),
    ],
)
def test_the_view_of_a_child_of_twelve_who_disagrees_is_weighed_in_words(age, disagrees, words, refusal):
    verdict = concerns.is_weighed(child_age=age, child_disagrees=disagrees, disagreement_weighed=words)

    assert verdict.refusal == refusal
