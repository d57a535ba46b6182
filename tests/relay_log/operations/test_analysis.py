"""The analysis in the database: whose a factor is, what the trail tells of it, and what a measure aims at."""

import importlib

import pytest
from django.db import connection

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.register.models import Person
from stafett.relay_log import operations
from stafett.relay_log.enums import Event, Refusal
from stafett.relay_log.models import Concern, MaintainingFactor, Measure
from tests import stage


@pytest.fixture
def log():
    return stage.open_log()


@pytest.fixture
def concern(log):
    return stage.shared_concern(log)


def _do(operation, log, concern, **given):
    return operation(actor=stage.actor("kari"), log=log, concern=concern, **given)


def _add(log, concern, **changed):
    return _do(operations.add_factor, log, concern, **{"kind": "group", "text": "Mye uro"} | changed)


def _refusal_of(operation, *args, **given):
    with pytest.raises(Refused) as refused:
        operation(*args, **given)
    return refused.value.refusal


def _last_event():
    return Entry.objects.filter(kind="act").order_by("-number").values_list("event", flat=True)[0]


def test_what_is_said_in_the_familys_round_is_shared_at_once_with_who_said_it(log, concern):
    factor = _add(log, concern, named_by="child", is_within_reach=True)

    stored = MaintainingFactor.objects.get(pk=factor.pk)
    assert stored.shared_at is not None
    assert (stored.named_by, stored.is_within_reach) == ("child", True)
    assert _last_event() == Event.FACTOR_ADDED


@pytest.mark.parametrize("own", ["in a draft", "in their own round"])
def test_what_staff_think_first_is_theirs_and_the_trail_says_only_that_they_did(log, own):
    draft = own == "in a draft"
    concern = stage.drafted_concern(log) if draft else stage.shared_concern(log)

    factor = _add(log, concern, in_family_round=draft)
    added = _last_event()
    _do(operations.mark_factor, log, concern, factor_id=factor.pk, is_within_reach=True)
    marked = _last_event()
    _do(operations.remove_factor, log, concern, factor_id=factor.pk)

    assert factor.shared_at is None
    assert {added, marked, _last_event()} == {Event.OWN_ROUND}
    facts = Entry.objects.filter(event=Event.OWN_ROUND).values_list("facts", flat=True)
    assert all(each == {"concern": str(concern.pk)} for each in facts)


def test_a_draft_that_is_shared_leaves_the_staffs_round_private_until_that_is_shared_too(log):
    concern = stage.drafted_concern(log)
    first, second = _add(log, concern), _add(log, concern, text="Høy musikk")
    early = _refusal_of(_do, operations.share_factors, log, concern)

    operations.share_concern(actor=stage.actor("kari"), log=log, concern=concern, today=stage.today())
    still = MaintainingFactor.objects.filter(shared_at__isnull=True).count()
    _do(operations.share_factors, log, concern, factor_ids=[first.pk])

    assert early == Refusal.CONCERN_NOT_SHARED
    assert still == 2
    assert list(MaintainingFactor.objects.filter(shared_at__isnull=True)) == [second]
    assert _last_event() == Event.FACTORS_SHARED
    _do(operations.share_factors, log, concern)
    assert _refusal_of(_do, operations.share_factors, log, concern) == Refusal.WRONG_STATE


def test_a_factor_of_another_concern_is_neither_shared_marked_removed_nor_aimed_at(log, concern):
    other = stage.drafted_concern(log)
    factor = _add(log, other)

    for operation, given in (
        (operations.share_factors, {"factor_ids": [factor.pk]}),
        (operations.mark_factor, {"factor_id": factor.pk, "is_within_reach": True}),
        (operations.remove_factor, {"factor_id": factor.pk}),
    ):
        assert _refusal_of(_do, operation, log, concern, **given) == Refusal.WRONG_STATE
    assert _refusal_of(stage.add_measure, log, concern, factor_id=factor.pk) == Refusal.WRONG_STATE
    assert MaintainingFactor.objects.get(pk=factor.pk).shared_at is None


def test_a_measure_aims_at_what_all_see_and_its_successor_at_the_same(log):
    concern = stage.active_concern(log)
    shared, own = _add(log, concern), _add(log, concern, in_family_round=False)

    refusal = _refusal_of(stage.add_measure, log, concern, factor_id=own.pk, accept_second=True)
    measure = stage.add_measure(log, concern, factor_id=shared.pk, accept_second=True)
    done = stage.evaluate(log, measure, "some_effect")

    assert refusal == Refusal.FACTOR_NOT_SHARED
    assert Measure.objects.get(pk=done.successor.pk).factor == shared
    assert (
        _refusal_of(_do, operations.remove_factor, log, concern, factor_id=shared.pk)
        == Refusal.FACTOR_AIMED_AT
    )


def test_in_a_draft_a_measure_may_aim_at_anything_and_keeps_it_when_the_concern_is_shared(log):
    concern = stage.drafted_concern(log)
    factor = _add(log, concern)
    measure = stage.add_measure(log, concern, factor_id=factor.pk)
    operations.share_concern(actor=stage.actor("kari"), log=log, concern=concern, today=stage.today())
    revise = {"actor": stage.actor("kari"), "log": log, "measure": measure, "today": stage.today()}

    left_out = operations.revise_measure(version=1, **revise, **stage.measure_words(description="Ny ordlyd"))
    kept = Measure.objects.get(pk=measure.pk).factor
    same = stage.measure_words(factor_id=factor.pk)
    operations.revise_measure(version=left_out.version, **revise, **same)
    operations.revise_measure(version=3, **revise, **stage.measure_words(factor_id=None))

    assert kept == factor
    assert Measure.objects.get(pk=measure.pk).factor is None


def test_a_draft_with_an_analysis_and_a_measure_that_aims_at_it_can_be_thrown_away(log):
    concern = stage.drafted_concern(log)
    stage.add_measure(log, concern, factor_id=_add(log, concern).pk)

    _do(operations.discard_concern, log, concern)

    assert not Concern.objects.exists()
    assert not MaintainingFactor.objects.exists()


def test_work_with_a_child_of_twelve_who_disagrees_begins_with_words_on_how_it_was_weighed(log):
    _become(12)
    concern = stage.shared_concern(log, child_disagrees=True)
    stage.add_measure(log, concern)
    stage.add_measure(log, concern, arena="home", type="home", owner_kinds=["guardians"])
    given = {"no_child_measure_reason": "Vil vente.", "today": stage.today()}

    refusal = _refusal_of(_do, operations.activate_concern, log, concern, **given)
    weighed = "Hun vil ikke ut av klassen, så vi begynner inne."
    _do(operations.activate_concern, log, concern, disagreement_weighed=weighed, **given)

    assert refusal == Refusal.VIEW_NOT_WEIGHED
    assert Concern.objects.get(pk=concern.pk).disagreement_weighed == weighed


def test_what_a_child_of_twelve_disagrees_with_later_is_weighed_too(log):
    _become(14)
    concern = stage.active_concern(log)
    given = {"version": concern.version, "today": stage.today()}
    words = stage.concern_words(child_disagrees=True)

    refusal = _refusal_of(_do, operations.revise_concern, log, concern, **given, **words)
    _do(operations.revise_concern, log, concern, **given, **words, disagreement_weighed="Vi prøver uten.")

    assert refusal == Refusal.VIEW_NOT_WEIGHED
    assert Concern.objects.get(pk=concern.pk).child_disagrees


def test_factors_from_before_there_were_two_rounds_stay_seen_by_all_but_those_of_drafts(log, concern):
    migration = importlib.import_module("stafett.relay_log.migrations.0007_factors_known_before")
    old, private = _add(log, concern), _add(log, stage.drafted_concern(log))
    MaintainingFactor.objects.update(shared_at=None)

    with connection.cursor() as cursor:
        cursor.execute(migration.SHARE)

    assert MaintainingFactor.objects.get(pk=old.pk).shared_at >= concern.shared_at
    assert MaintainingFactor.objects.get(pk=private.pk).shared_at is None


def _become(years):
    born = clock.now().date().replace(year=stage.today().year - years, day=1)
    Person.objects.filter(pk=cast.person("nils").id).update(birth_date=born)
