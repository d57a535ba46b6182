"""The concern from private draft to reached goal."""

from datetime import UTC, datetime

import pytest
from django.db import ProgrammingError, transaction

from stafett.access.guard import Conflict
from stafett.audit import trail
from stafett.audit.models import Entry, RowVersion
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.register.tenancy import within
from stafett.relay_log import operations, queries
from stafett.relay_log.enums import ConcernState, MeasureState, Refusal
from stafett.relay_log.models import Concern, Goal
from tests import stage


@pytest.fixture
def log():
    return stage.open_log()


def _refusal_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.refusal


def test_a_draft_is_only_for_the_baton_holder(log):
    concern = stage.drafted_concern(log)
    operations.add_participant(actor=stage.actor("kari"), log=log, employment_id=_employment("jonas"), purpose="", today=stage.today())  # fmt: skip

    assert queries.reachable_concern(stage.actor("kari"), concern.pk)
    assert queries.reachable_concern(stage.actor("jonas"), concern.pk) is None


def test_a_shared_concern_is_for_everyone_in_the_log(log):
    concern = stage.shared_concern(log)
    operations.add_participant(actor=stage.actor("kari"), log=log, employment_id=_employment("jonas"), purpose="", today=stage.today())  # fmt: skip

    assert queries.reachable_concern(stage.actor("jonas"), concern.pk) == concern


def test_a_concern_is_shared_only_when_guardians_and_child_have_been_talked_with(log):
    concern = stage.drafted_concern(log, talked_with_guardians_on=None)

    refusal = _refusal_of(
        lambda: operations.share_concern(
            actor=stage.actor("kari"), log=log, concern=concern, today=stage.today()
        )
    )

    assert refusal == Refusal.NOT_TALKED_WITH_GUARDIANS
    assert stage.state_of(concern) == ConcernState.DRAFT


@pytest.mark.parametrize(
    ("arenas", "refusal"),
    [
        ([], Refusal.SERVICE_MEASURE_MISSING),
        (["service"], Refusal.HOME_MEASURE_MISSING),
        (["home"], Refusal.SERVICE_MEASURE_MISSING),
        (["service", "home"], Refusal.CHILD_MEASURE_MISSING),
    ],
)
def test_a_concern_is_active_only_with_a_measure_in_the_service_and_one_at_home(log, arenas, refusal):
    concern = stage.shared_concern(log)
    for arena in arenas:
        stage.add_measure(
            log, concern, arena=arena, owner_kinds=["guardians" if arena == "home" else "baton_holder"]
        )

    assert refusal == _refusal_of(lambda: _activate(log, concern))
    assert stage.state_of(concern) == ConcernState.SHARED


def test_a_pupil_without_an_own_measure_needs_a_reason(log):
    concern = stage.shared_concern(log)
    stage.add_measure(log, concern)
    stage.add_measure(log, concern, arena="home", owner_kinds=["guardians"])

    _activate(log, concern, "Vil vente til etter ferien.")

    assert stage.state_of(concern) == ConcernState.ACTIVE


def test_activating_starts_the_planned_measures(log):
    concern = stage.active_concern(log)

    assert set(concern.measures.values_list("state", flat=True)) == {MeasureState.ACTIVE}


def test_the_goal_is_reached_only_when_every_measure_is_evaluated(log):
    concern = stage.active_concern(log)

    assert Refusal.MEASURE_NOT_EVALUATED == _refusal_of(
        lambda: operations.achieve_goal(
            actor=stage.actor("kari"), log=log, concern=concern, today=stage.today()
        )
    )
    for measure in concern.measures.all():
        stage.evaluate(log, measure)
    operations.achieve_goal(actor=stage.actor("kari"), log=log, concern=concern, today=stage.today())

    assert stage.state_of(concern) == ConcernState.ACHIEVED
    assert Goal.objects.get(concern=concern).reached_on == stage.today()


def test_two_people_editing_one_concern_never_lose_a_word(log):
    concern = stage.shared_concern(log)
    revise = lambda **words: operations.revise_concern(  # noqa: E731 - the same call twice
        actor=stage.actor("kari"), log=log, concern=concern, version=concern.version, today=stage.today(),
        **stage.concern_words(**words),
    )  # fmt: skip
    revise(background="Den første skrev dette.")

    with pytest.raises(Conflict) as conflict:
        revise(background="Den andre skrev dette.")

    assert conflict.value.current.background == "Den første skrev dette."
    assert Concern.objects.get(pk=concern.pk).background == "Den første skrev dette."


def test_former_wording_is_kept_and_cannot_be_changed(log):
    concern = stage.shared_concern(log)

    operations.revise_concern(
        actor=stage.actor("kari"), log=log, concern=concern, version=concern.version, today=stage.today(),
        **stage.concern_words(title="Ny ordlyd"),
    )  # fmt: skip

    titles = [version.row["title"] for version in trail.former_versions(concern)]
    assert titles[-1] == "Eleven er ofte alene i friminuttene"


def test_a_deleted_draft_takes_its_former_wordings_with_it(log):
    draft = stage.drafted_concern(log, background="Skrevet i affekt")
    operations.revise_concern(
        actor=stage.actor("kari"), log=log, concern=draft, version=draft.version, today=stage.today(),
        **stage.concern_words(background="Skrevet på nytt"),
    )  # fmt: skip

    operations.discard_concern(actor=stage.actor("kari"), log=log, concern=draft)

    assert [version.row for version in trail.former_versions(draft)] == [
        {"id": str(draft.pk), "deleted": True}
    ]


def test_former_versions_are_dated_by_the_clock_of_those_who_tell_of_the_past(log):
    concern, moment = stage.shared_concern(log), datetime(2026, 3, 3, 12, tzinfo=UTC)

    with clock.set_to(moment), within(log.municipality_id):
        Concern.objects.filter(pk=concern.pk).update(title="Sagt i mars")

    assert trail.former_versions(concern)[-1].changed_at == moment


def test_the_app_cannot_delete_a_former_version(log):
    concern = stage.shared_concern(log)
    Concern.objects.filter(pk=concern.pk).update(title="Ny ordlyd")

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        RowVersion.objects.filter(row_id=concern.pk).delete()


def test_a_new_goal_leaves_the_former_one_in_the_history(log):
    concern = stage.active_concern(log)

    operations.replace_goal(
        actor=stage.actor("kari"), log=log, concern=concern, today=stage.today(), text="Eleven har én lekekamerat.",
        kind="sub", success_indicator="", smarte=["s"],
    )  # fmt: skip

    assert Goal.objects.filter(concern=concern, replaced_at__isnull=True).count() == 1
    assert Goal.objects.filter(concern=concern).count() == 2


def test_the_trail_holds_no_words_from_the_log(log):
    stage.active_concern(log, title="Hemmelig setning", background="Mer hemmelig")

    said = " ".join(str(entry.facts) + entry.reason for entry in Entry.objects.all())

    assert "emmelig" not in said


def test_a_discarded_draft_is_gone(log):
    concern = stage.drafted_concern(log)
    stage.add_measure(log, concern)

    operations.discard_concern(actor=stage.actor("kari"), log=log, concern=concern)

    assert not Concern.objects.exists()


def _activate(log, concern, reason=""):
    return operations.activate_concern(
        actor=stage.actor("kari"),
        log=log,
        concern=concern,
        no_child_measure_reason=reason,
        today=stage.today(),
    )


def _employment(key):
    from stafett.demo import cast
    from stafett.register.models import Employment

    return Employment.objects.get(person_id=cast.person(key).id).pk
