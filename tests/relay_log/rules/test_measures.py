"""The measure: its dates and owners, one at a time for each, and hints."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import stafett.relay_log.content
from stafett.kernel.dates import add_years
from stafett.register.enums import OneMeasurePerActor
from stafett.relay_log.enums import ConcernState, Hint, MeasureState, OwnerKind, Refusal
from stafett.relay_log.rules import measures

CONTENT = Path(stafett.relay_log.content.__file__).parent
TEMPLATES, BANK = (
    tomllib.loads((CONTENT / name).read_text("utf-8")) for name in ("templates.toml", "measure_bank.toml")
)
SHIPPED = BANK["measure"] + [
    measure
    for template in TEMPLATES["template"]
    for concern in template["concern"]
    for measure in concern["measure"]
]
START = date(2026, 3, 3)
WELL_FORMED = {
    "description": "Leser 10 minutter sammen med en voksen.",
    "start_by": START,
    "evaluate_by": START + timedelta(weeks=6),
    "owner_kinds": [OwnerKind.GUARDIANS],
    "chosen_people": 0,
}
MIA, OLA = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(("is_habit", "day"), [(True, date(2026, 3, 24)), (False, date(2026, 4, 14))])
def test_a_habit_is_looked_at_after_three_weeks_and_the_rest_after_six(is_habit, day):
    assert measures.default_evaluate_by(START, is_habit=is_habit) == day


@given(st.dates(), st.booleans())
def test_the_suggested_day_always_makes_a_well_formed_measure(start_by, is_habit):
    evaluate_by = measures.default_evaluate_by(start_by, is_habit=is_habit)

    assert measures.is_well_formed(**WELL_FORMED | {"start_by": start_by, "evaluate_by": evaluate_by})


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"description": " "}, Refusal.DESCRIPTION_MISSING),
        ({"start_by": None}, Refusal.START_MISSING),
        ({"evaluate_by": None}, Refusal.EVALUATION_DATE_MISSING),
        ({"evaluate_by": START - timedelta(days=1)}, Refusal.EVALUATED_BEFORE_STARTED),
        ({"evaluate_by": date(2027, 3, 4)}, Refusal.EVALUATION_TOO_FAR),
        ({"start_by": date.min, "evaluate_by": date.max}, Refusal.EVALUATION_TOO_FAR),
        ({"owner_kinds": []}, Refusal.NO_OWNER),
        ({"owner_kinds": ["guardians", "neighbour"]}, Refusal.NO_OWNER),
        ({"owner_kinds": ["guardians", "participant"]}, Refusal.OWNER_NOT_CHOSEN),
    ],
)
def test_a_measure_is_not_well_formed_when(change, refusal):
    assert measures.is_well_formed(**WELL_FORMED | change).refusal is refusal


@pytest.mark.parametrize(
    "change",
    [
        {"evaluate_by": START},
        {"evaluate_by": date(2027, 3, 3)},
        {"start_by": date(2028, 2, 29), "evaluate_by": date(2029, 2, 28)},
        {"owner_kinds": ["baton_holder", "guardians", "child"]},
        {"owner_kinds": OwnerKind.values, "chosen_people": 1},
    ],
    ids=[
        "evaluated the same day",
        "exactly a year",
        "a year from 29 February",
        "several owners",
        "all kinds of owner",
    ],
)
def test_a_measure_is_well_formed_also_with(change):
    assert measures.is_well_formed(**WELL_FORMED | change)


@pytest.mark.parametrize("state", ConcernState.values)
def test_measures_are_added_only_while_work_with_the_concern_goes_on(state):
    assert bool(measures.may_add(state)) is (state in {"draft", "shared", "active"})


def test_a_measure_is_changed_until_it_is_evaluated():
    assert measures.may_revise("planned")
    assert measures.may_revise("active")
    assert measures.may_revise("evaluated").refusal is Refusal.ALREADY_EVALUATED


@pytest.mark.parametrize("state", MeasureState.values)
@pytest.mark.parametrize("concern_state", ConcernState.values)
def test_only_a_planned_measure_in_an_active_concern_is_set_in_motion(state, concern_state):
    verdict = measures.may_set_in_motion(state, concern_state=concern_state)

    assert bool(verdict) is (state == "planned" and concern_state == "active")
    assert verdict or verdict.refusal is Refusal.WRONG_STATE


@pytest.mark.parametrize("state", MeasureState.values)
@pytest.mark.parametrize("concern_state", ConcernState.values)
def test_only_a_planned_measure_is_taken_away_and_only_while_the_concern_goes_on(state, concern_state):
    verdict = measures.may_discard(state, concern_state=concern_state)

    assert bool(verdict) is (state == "planned" and concern_state in {"draft", "shared", "active"})
    assert verdict or verdict.refusal is Refusal.WRONG_STATE


@pytest.mark.parametrize(
    ("owners", "first"),
    [
        ([("guardians", None)], None),
        ([("guardians", None), ("child", None)], ("child", None)),
        ([("participant", OLA)], None),
        ([("participant", OLA), ("participant", MIA)], ("participant", MIA)),
        ([], None),
    ],
)
def test_the_first_owner_who_has_a_measure_already_is_named(owners, first):
    assert measures.first_busy_owner(owners, busy={("child", None), ("participant", MIA)}) == first


@pytest.mark.parametrize(
    ("setting", "accepted", "refusal"),
    [
        (OneMeasurePerActor.OFF, False, None),
        (OneMeasurePerActor.WARN, False, Refusal.SECOND_MEASURE_FOR_ACTOR),
        (OneMeasurePerActor.WARN, True, None),
        (OneMeasurePerActor.BLOCK, False, Refusal.SECOND_MEASURE_BLOCKED),
        (OneMeasurePerActor.BLOCK, True, Refusal.SECOND_MEASURE_BLOCKED),
    ],
)
def test_the_municipality_decides_about_a_second_measure(setting, accepted, refusal):
    verdict = measures.may_take_one_more(setting, busy_owner_label="Foresatte", accepted=accepted)

    assert verdict.refusal is refusal
    assert verdict.params == ({"owner": "Foresatte"} if refusal else {})


@pytest.mark.parametrize("setting", OneMeasurePerActor.values)
def test_nobody_busy_is_never_stopped(setting):
    assert measures.may_take_one_more(setting, busy_owner_label=None, accepted=False)


@pytest.mark.parametrize(
    ("evaluate_by", "hints"),
    [
        (date(2026, 5, 3), []),
        (date(2026, 5, 4), [Hint.LASTS_LONG]),
        (None, []),
    ],
)
def test_more_than_two_months_to_the_evaluation_gets_a_hint(evaluate_by, hints):
    assert measures.hints("Leser hver dag", start_by=START, evaluate_by=evaluate_by) == hints


@pytest.mark.parametrize("description", ["x" * 160, "Leser hver dag. Skriver hver uke."])
def test_a_long_or_twofold_measure_is_not_yet_too_wide(description):
    assert measures.hints(description, start_by=None, evaluate_by=None) == []


def test_without_a_start_there_is_no_hint_about_time():
    assert measures.hints("Leser hver dag", start_by=None, evaluate_by=date.max) == []


@pytest.mark.parametrize(
    "description",
    [
        "x" * 161,
        "Leser hver dag. Skriver hver uke. Regner på fredag.",
        "Øver på å lese og skrive og regne, og pakker sekken selv",
        "Øver på å lese; skrive; regne; tegne",
    ],
)
def test_a_measure_that_spans_several_things_gets_a_hint(description):
    assert measures.hints(description, start_by=None, evaluate_by=None) == [Hint.MEASURE_TOO_WIDE]


@pytest.mark.parametrize("measure", SHIPPED, ids=lambda measure: measure["description"]["nb"][:40])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_our_own_measures_are_narrow(measure, language):
    assert measures.hints(measure["description"][language], start_by=None, evaluate_by=None) == []


@given(st.text(), st.none() | st.dates(), st.none() | st.dates())
def test_hints_never_fail_whatever_is_written(description, start_by, evaluate_by):
    hints = measures.hints(description, start_by=start_by, evaluate_by=evaluate_by)

    assert set(hints) <= {Hint.MEASURE_TOO_WIDE, Hint.LASTS_LONG}


@given(st.dates(max_value=date(9900, 1, 1)), st.dates(), st.integers(0, 50))
def test_whole_years_are_reckoned_as_the_calendar_does(first, last, years):
    assert measures.lasts_longer(first, last, months=12 * years) is (last > add_years(first, years))


@pytest.mark.parametrize(
    ("arenas", "missing"),
    [
        ((), 0),
        (("service", "home"), 0),
        (("service", "service", "home", "child"), 1),
        (("service", "service", "service"), 3),
        (("service", "home", "home"), 0),
        (("child",), 0),
    ],
)
def test_each_measure_in_the_service_wants_one_at_home(arenas, missing):
    assert measures.missing_at_home(arenas) == missing


@pytest.mark.parametrize(
    ("is_at_home", "shaped", "asked"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_only_a_measure_at_home_that_guardians_have_not_shaped_is_asked_about(is_at_home, shaped, asked):
    found = measures.hints(
        "Lese sammen", start_by=START, evaluate_by=START, is_at_home=is_at_home, shaped_with_guardians=shaped
    )

    assert (Hint.NOT_SHAPED_AT_HOME in found) == asked
