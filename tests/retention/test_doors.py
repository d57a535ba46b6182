"""The database's own part: there is one door to deleting what was shared, and a hold shuts every way (L-52, ADR 0043)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.log_meetings.models import MinutesPart
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.relay_log.enums import Refusal as LogRefusal
from stafett.relay_log.models import BrightSpot, Concern, RelayLog
from stafett.retention import operations
from stafett.retention.models import Hold, RetentionRule
from stafett.transfers.models import ArrivedPackage, CarriedPart
from tests import stage
from tests.retention import ageing
from tests.retention.ageing import HERE, here

pytestmark = pytest.mark.django_db


def dispose(disposal_id, log_id):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT retention_dispose(%s, %s)", [disposal_id, log_id])


def delete(row):
    """As nobody's code does it: the row alone, and never mind what hangs on it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{row._meta.db_table}" WHERE id = %s', [row.pk])


def test_a_log_that_has_been_in_use_is_not_deleted_by_itself():
    with here():
        log = ageing.old_log()
        with pytest.raises(DatabaseError, match="disposed of by two"):
            delete(log)


def test_the_apps_role_cannot_open_the_door_by_its_setting():
    with here():
        log = ageing.old_log()
        with pytest.raises(DatabaseError, match="disposed of by two"), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('stafett.disposing', %s, true)", [str(log.pk)])
            delete(log)


def test_the_door_opens_for_an_approved_list_alone():
    with here():
        log, other = ageing.old_log("nils"), ageing.old_log("sara")
        disposal = ageing.proposed(log)

        for asked in (log.pk, other.pk):
            with pytest.raises(DatabaseError, match="no list that two persons stand behind"):
                dispose(disposal.pk, asked)
        ageing.approved(disposal)
        with pytest.raises(DatabaseError, match="no list that two persons stand behind"):
            dispose(disposal.pk, other.pk)

        assert RelayLog.objects.filter(pk=other.pk).exists()


def test_the_door_does_not_reach_into_another_municipality():
    with here():
        disposal = ageing.proposed(ageing.old_log())
        log_id = disposal.items.get().log_id
    with (
        within(cast.DOMESUND.id),
        pytest.raises(DatabaseError, match="no list that two persons stand behind"),
    ):
        dispose(disposal.pk, log_id)


def test_confirmed_minutes_are_neither_changed_nor_deleted_beside_it(logs):
    with here():
        things = logs["d"]
        part = MinutesPart.objects.create(
            municipality_id=HERE,
            log=things.log,
            meeting=things.meeting,
            position=1,
            kind="words",
            heading="Avtalt",
        )
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            MinutesPart.objects.filter(pk=part.pk).delete()
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            MinutesPart.objects.filter(pk=part.pk).update(heading="Noe annet")


@pytest.mark.parametrize("about", ["log", "child"])
def test_nothing_of_what_is_held_is_deleted_whichever_way(about):
    with here():
        log = stage.open_log("nils")
        draft = stage.drafted_concern(log)
        log_operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="Lo høyt.")
        _hold(about, log)

        with pytest.raises(Refused) as refused:
            log_operations.discard_concern(actor=stage.actor("kari"), log=log, concern=draft)
        assert refused.value.refusal == LogRefusal.HELD
        for row in (draft, BrightSpot.objects.get(log=log)):
            with pytest.raises(IntegrityError, match="deleting is stopped"):
                delete(row)


def test_history_from_another_municipality_is_held_with_the_log_it_came_into():
    with here():
        log = stage.open_log("nils")
        package = ArrivedPackage.objects.create(
            municipality_id=HERE, log_id=log.pk, sha256="a" * 64, origin="Dømesund", matched_by_number=True,
            opened_by_id=cast.person("kari").id, opened_at=clock.now(), settled_at=clock.now(),
        )  # fmt: skip
        part = CarriedPart.objects.create(
            municipality_id=HERE, log_id=log.pk, package=package, kind="note", position=0, content={"text": "Sov godt."},
            fingerprint="b" * 64, taken_in_by_id=cast.person("kari").id, taken_in_at=clock.now(),
        )  # fmt: skip
        ageing.held(log)

        with pytest.raises(IntegrityError, match="deleting is stopped"):
            delete(part)


def test_a_log_that_never_started_is_not_discarded_while_it_is_held():
    with here():
        log = stage.started_log("nils")
        hold = ageing.held(log)
        with pytest.raises(Refused) as refused:
            log_operations.discard_log(actor=stage.actor("kari"), log=log)
        assert refused.value.refusal == LogRefusal.HELD

        operations.lift(actor=stage.actor("personvern"), hold=hold, reason="Saken er avgjort.")
        log_operations.discard_log(actor=stage.actor("kari"), log=log)

        assert not RelayLog.objects.filter(pk=log.pk).exists()


def test_a_draft_is_discarded_again_when_the_hold_is_lifted_or_over():
    with here():
        log = stage.open_log("nils")
        drafts = [stage.drafted_concern(log, title=title) for title in ("En kladd", "Enda en")]
        hold = ageing.held(log)
        operations.lift(actor=stage.actor("arkivar"), hold=hold, reason="Saken er avgjort.")
        log_operations.discard_concern(actor=stage.actor("kari"), log=log, concern=drafts[0])
        ageing.held(log, ends_on=stage.today())
    with clock.set_to(clock.now() + timedelta(days=2)), here():
        log_operations.discard_concern(actor=stage.actor("kari"), log=log, concern=drafts[1])

        assert not Concern.objects.filter(log=log).exists()


def test_a_hold_is_lifted_once_and_never_deleted():
    with here():
        hold = ageing.held(ageing.old_log())
        with pytest.raises(DatabaseError), transaction.atomic():
            Hold.objects.all().delete()
        operations.lift(actor=stage.actor("arkivar"), hold=hold, reason="Saken er avgjort.")
        with pytest.raises(Refused):
            operations.lift(actor=stage.actor("arkivar"), hold=hold, reason="En gang til.")


def test_what_was_decided_before_stands():
    with here():
        for months in (36, 48):
            operations.change_rule(
                actor=stage.actor("arkivar"), kind="closed_log", version=RetentionRule.objects.count(),
                fate="archive", months=months, basis="Plan, punkt 4", reason="Vedtatt.",
            )  # fmt: skip

        assert list(RetentionRule.objects.order_by("version").values_list("version", "months")) == [
            (1, 36),
            (2, 48),
        ]
        with pytest.raises(DatabaseError), transaction.atomic():
            RetentionRule.objects.update(months=1)


def _hold(about, log):
    if about == "log":
        return ageing.held(log)
    return operations.hold_child(
        actor=stage.actor("personvern"),
        child=log.child,
        reason="Klagesak.",
        ends_on=None,
        today=stage.today(),
    )
