"""Measures and their one evaluation."""

from datetime import timedelta

import pytest

from stafett.access.guard import Conflict
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.register.models import Employment, Municipality
from stafett.relay_log import operations
from stafett.relay_log.enums import EvaluationOption, MeasureState, Refusal
from stafett.relay_log.models import Evaluation, Measure
from tests import stage


@pytest.fixture
def log():
    return stage.open_log()


@pytest.fixture
def concern(log):
    return stage.active_concern(log)


def _refusal_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.refusal


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"description": ""}, Refusal.DESCRIPTION_MISSING),
        ({"owner_kinds": []}, Refusal.NO_OWNER),
        ({"owner_kinds": ["participant"]}, Refusal.OWNER_NOT_CHOSEN),
        ({"evaluate_by": "before"}, Refusal.EVALUATED_BEFORE_STARTED),
        ({"evaluate_by": "far"}, Refusal.EVALUATION_TOO_FAR),
    ],
)
def test_a_measure_that_is_not_well_formed_is_refused(log, changed, refusal):
    concern = stage.shared_concern(log)
    days = {"before": timedelta(days=-1), "far": timedelta(days=800)}
    if changed.get("evaluate_by") in days:
        changed = {"evaluate_by": stage.today() + days[changed["evaluate_by"]]}

    assert refusal == _refusal_of(lambda: stage.add_measure(log, concern, **changed))
    assert not Measure.objects.exists()


def test_an_owner_must_be_in_the_log(log):
    concern = stage.shared_concern(log)

    refusal = _refusal_of(
        lambda: stage.add_measure(
            log, concern, owner_kinds=["participant"], chosen_ids=[cast.person("henrik").id]
        )
    )

    assert refusal == Refusal.OWNER_NOT_IN_LOG


def test_a_second_measure_for_the_same_owner_is_a_warning_that_one_tick_passes(log, concern):
    refusal = _refusal_of(lambda: stage.add_measure(log, concern, description="Støttegruppe"))

    stage.add_measure(log, concern, description="Støttegruppe", accept_second=True)

    assert refusal == Refusal.SECOND_MEASURE_FOR_ACTOR
    assert concern.measures.filter(arena="service").count() == 2


def test_a_municipality_may_stop_a_second_measure_altogether(log, concern):
    Municipality.objects.filter(pk=cast.EKSEMPELVIK.id).update(one_measure_per_actor="block")

    refusal = _refusal_of(lambda: stage.add_measure(log, concern, accept_second=True))

    assert refusal == Refusal.SECOND_MEASURE_BLOCKED


def test_a_measure_added_to_a_concern_under_way_starts_at_once(log, concern):
    measure = stage.add_measure(log, concern, accept_second=True)

    assert stage.state_of(measure) == MeasureState.ACTIVE


def test_two_people_editing_one_measure_never_lose_a_word(log, concern):
    measure = stage.measure_in(concern, "service")
    revise = lambda text: operations.revise_measure(  # noqa: E731 - the same call twice
        actor=stage.actor("kari"), log=log, measure=measure, version=measure.version, today=stage.today(),
        **stage.measure_words(description=text),
    )  # fmt: skip
    revise("Den første skrev dette")

    with pytest.raises(Conflict) as conflict:
        revise("Den andre skrev dette")

    assert conflict.value.current.description == "Den første skrev dette"


FINAL = [option for option in EvaluationOption if option != EvaluationOption.ONGOING]


@pytest.mark.parametrize("option", FINAL)
def test_a_final_evaluation_closes_the_measure_and_is_kept(log, concern, option):
    measure = stage.measure_in(concern, "service")

    stage.evaluate(log, measure, option)

    assert stage.state_of(measure) == MeasureState.EVALUATED
    assert Evaluation.objects.get(measure=measure).outcome == option
    assert Entry.objects.filter(event="measure.evaluated", thing_id=measure.pk).count() == 1


@pytest.mark.parametrize("option", FINAL)
def test_only_an_adjusted_or_misregistered_measure_gets_a_linked_copy(log, concern, option):
    measure = stage.measure_in(concern, "home")

    stage.evaluate(log, measure, option)

    copies = Measure.objects.filter(successor_of=measure)
    makes_copy = option in (EvaluationOption.SOME_EFFECT, EvaluationOption.MISREGISTERED)
    assert [copy.state for copy in copies] == ([MeasureState.PLANNED] if makes_copy else [])
    assert all(copy.description == measure.description for copy in copies)
    assert all(list(copy.owners.values_list("kind", flat=True)) == ["guardians"] for copy in copies)


def test_ongoing_uses_nothing_up_and_may_move_the_day(log, concern):
    measure = stage.measure_in(concern, "service")
    later = stage.today() + timedelta(weeks=8)

    stage.evaluate(
        log, measure, "ongoing", took_part=[], new_evaluate_by=later, reason="Læreren har vært syk."
    )

    stored = Measure.objects.get(pk=measure.pk)
    assert (stored.state, stored.evaluate_by) == (MeasureState.ACTIVE, later)
    assert not Evaluation.objects.exists()


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"option": "made_up"}, Refusal.UNKNOWN_OPTION),
        ({"took_part": []}, Refusal.NOBODY_TOOK_PART),
        ({"option": "ongoing", "new_evaluate_by": "later"}, Refusal.NEW_DATE_WITHOUT_REASON),
        ({"option": "ongoing", "new_evaluate_by": "past", "reason": "x"}, Refusal.NEW_DATE_IN_PAST),
    ],
)
def test_an_evaluation_that_is_not_well_formed_is_refused(log, concern, changed, refusal):
    days = {"later": timedelta(days=9), "past": timedelta(days=-9)}
    if changed.get("new_evaluate_by"):
        changed = {**changed, "new_evaluate_by": stage.today() + days[changed["new_evaluate_by"]]}

    assert refusal == _refusal_of(
        lambda: stage.evaluate(log, stage.measure_in(concern, "service"), **changed)
    )
    assert not Evaluation.objects.exists()


def test_a_measure_is_evaluated_once(log, concern):
    measure = stage.measure_in(concern, "service")
    stage.evaluate(log, measure)

    refusal = _refusal_of(lambda: stage.evaluate(log, measure, "no_effect", words="Jeg så noe annet."))

    assert refusal == Refusal.ALREADY_EVALUATED
    assert Evaluation.objects.get(measure=measure).outcome == "effect"


def test_an_adjusted_measure_is_started_by_the_holder(log, concern):
    measure = stage.measure_in(concern, "service")
    copy = stage.evaluate(log, measure, "some_effect").successor

    operations.start_measure(actor=stage.actor("kari"), log=log, measure=copy)

    assert stage.state_of(copy) == MeasureState.ACTIVE


def test_a_planned_measure_can_be_taken_away_but_not_one_under_way(log, concern):
    measure = stage.measure_in(concern, "service")
    copy = stage.evaluate(log, measure, "some_effect").successor

    operations.discard_measure(actor=stage.actor("kari"), log=log, measure=copy)

    assert not Measure.objects.filter(pk=copy.pk).exists()
    assert Refusal.WRONG_STATE == _refusal_of(
        lambda: operations.discard_measure(
            actor=stage.actor("kari"), log=log, measure=stage.measure_in(concern, "home")
        )
    )


def test_somebody_outside_the_unit_needs_level_two_and_a_consent_that_covers_the_service(log):
    ppt = Employment.objects.get(person_id=cast.person("henrik").id)
    add = lambda: operations.add_participant(  # noqa: E731 - the same call thrice
        actor=stage.actor("kari"), log=log, employment_id=ppt.pk, purpose="", today=stage.today()
    )

    at_level_one = _refusal_of(add)
    operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal veilede.")
    without_consent = _refusal_of(add)
    for relation in cast.relations_of("nils"):
        stage.consent_from(log, cast.person(relation.guardian).id, units=[ppt.unit_id])
    add()

    assert (at_level_one, without_consent) == (Refusal.LEVEL_TWO_NEEDED, Refusal.SERVICE_NOT_IN_CONSENT)
    assert stage.reached(log, "henrik").relation == "participant"


def test_the_level_is_not_lowered_to_one_while_outsiders_take_part(log):
    test_somebody_outside_the_unit_needs_level_two_and_a_consent_that_covers_the_service(log)

    refusal = _refusal_of(
        lambda: operations.change_level(actor=stage.actor("kari"), log=log, level=1, reason="Ferdig.")
    )

    assert refusal == Refusal.OUTSIDERS_AT_LEVEL_ONE
