"""Two persons dispose of a log: all of it goes, the trail keeps that it was there, and a certificate stands."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from stafett.audit.models import Entry, RowVersion
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.log_meetings.models import MinutesPart
from stafett.messages.enums import Kind as MessageKind
from stafett.messages.models import Message
from stafett.messages.operations import tell
from stafett.register.models import GuardianRelation, InformationRequest
from stafett.relay_log.models import Concern, RelayLog
from stafett.retention import operations, tasks
from stafett.retention.enums import DisposalState, ItemState, Refusal
from stafett.retention.models import Certificate, Disposal, DisposalItem
from stafett.retention.queries.due import due_logs, hash_of
from tests import stage
from tests.retention import ageing
from tests.retention.ageing import HERE, here

pytestmark = pytest.mark.django_db


def due(who="arkivar"):
    return due_logs(stage.actor(who), today=stage.today())[0]


def rows_with(text):
    """Tables in which some row says this, anywhere, the database's own bookkeeping of forms and jobs left out."""
    tables = sorted(
        model._meta.db_table for model in apps.get_models() if model.__module__.startswith("stafett.")
    )
    found = set()
    for table in tables:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{text}%"])
            if cursor.fetchone()[0]:
                found.add(table)
    return found


def test_everything_of_a_log_is_gone_and_the_trail_keeps_that_it_was_there(logs):
    with here():
        log = ageing.aged(logs["d"].log)
        _with_all_that_may_hang_on_it(log, logs["d"])
        words = list(Concern.objects.filter(log=log).values_list("title", flat=True))
        former = RowVersion.objects.filter(row__log_id=str(log.pk)).count()
        read = Entry.objects.filter(log_id=log.pk).count()

        disposal = ageing.approved(ageing.proposed(log))

        assert former and read and words
        assert disposal.state == DisposalState.CARRIED_OUT
        assert not RelayLog.objects.filter(pk=log.pk).exists()
        assert not RowVersion.objects.filter(row__log_id=str(log.pk)).exists()
        # the trail, and markers without content that a row was deleted
        assert rows_with(str(log.pk)) <= {"audit_entry", "audit_rowversion"}
        markers = RowVersion.objects.filter(row_id=log.pk)
        assert [each.row for each in markers] == [{"id": str(log.pk), "deleted": True}]
        assert rows_with("Kom ikke inn i stua") == set()
        last = Entry.objects.filter(log_id=log.pk).order_by("-number").first()
        assert last.event == "retention.log_disposed"
        assert Entry.objects.filter(log_id=log.pk).count() == read + 1


def test_the_certificate_says_who_when_by_which_rule_and_how_much_and_names_nobody():
    with here():
        log = ageing.old_log()
        concerns = Concern.objects.filter(log=log).count()

        disposal = ageing.approved(ageing.proposed(log))

        proof = Certificate.objects.get(disposal=disposal)
        assert (proof.number, proof.logs, proof.left) == (1, 1, 0)
        assert proof.proposed_by_name == cast.person("arkivar").name
        assert proof.approved_by_name == cast.person("personvern").name
        assert proof.rules[0][:4] == ["closed_log", 0, "archive", 60]
        assert proof.rows["relay_log_relaylog"] == 1
        assert proof.rows["relay_log_concern"] == concerns > 0
        assert proof.rows["archive_depositfile"] == 1
        assert proof.hashes == [hash_of(log.pk)]
        told = json.dumps([proof.rules, proof.rows, proof.hashes])
        assert str(log.pk) not in told
        assert cast.person("nils").name.split()[-1] not in told
        assert len(proof.fingerprint) == 64


def test_a_certificate_is_never_changed_or_deleted_and_neither_is_its_list():
    with here():
        disposal = ageing.approved(ageing.proposed(ageing.old_log()))
        for rows in (Certificate.objects.all(), Disposal.objects.all(), DisposalItem.objects.all()):
            with pytest.raises(DatabaseError), transaction.atomic():
                rows.delete()
        with pytest.raises(DatabaseError), transaction.atomic():
            Certificate.objects.update(logs=7)
        with pytest.raises(DatabaseError), transaction.atomic():
            Disposal.objects.filter(pk=disposal.pk).update(words="Noe annet")
        with pytest.raises(DatabaseError), transaction.atomic():
            DisposalItem.objects.update(log_hash="0" * 64)


def test_whoever_proposed_may_not_approve_and_the_database_says_so_too():
    with here():
        disposal = ageing.proposed(ageing.old_log())

        with pytest.raises(Refused) as refused:
            ageing.approved(disposal, by="arkivar")
        assert refused.value.refusal == Refusal.SAME_PERSON
        with pytest.raises(DatabaseError), transaction.atomic():
            Disposal.objects.update(
                state="approved", decided_by_id=cast.person("arkivar").id, decided_at=clock.now()
            )


def test_what_has_been_stopped_since_is_left_standing_and_the_rest_goes():
    with here():
        stays, goes = ageing.old_log("nils"), ageing.old_log("sara")
        disposal = ageing.proposed(stays, goes)
        ageing.held(stays)

        disposal = ageing.approved(disposal)

        assert RelayLog.objects.filter(pk__in=[stays.pk, goes.pk]).get() == stays
        left = DisposalItem.objects.get(disposal=disposal, state=ItemState.LEFT)
        assert (left.log_hash, left.left_because) == (hash_of(stays.pk), "held")
        assert Certificate.objects.get(disposal=disposal).left == 1
        assert [each.stopped for each in due()] == [Refusal.HELD]


def test_a_list_with_nothing_left_on_it_is_not_approved():
    with here():
        log = ageing.old_log()
        disposal = ageing.proposed(log)
        ageing.held(log)

        with pytest.raises(Refused) as refused:
            ageing.approved(disposal)

        assert refused.value.refusal == Refusal.NOTHING_LEFT
        assert Disposal.objects.get().state == DisposalState.PROPOSED


def test_only_what_may_go_is_proposed_and_only_once():
    with here():
        log, other = ageing.old_log("nils"), ageing.old_log("sara", received=False)

        for chosen in ([other], [log, other], []):
            with pytest.raises(Refused):
                ageing.proposed(*chosen)
        ageing.proposed(log)
        with pytest.raises(Refused):
            ageing.proposed(log)

        assert {each.stopped for each in due()} == {Refusal.ALREADY_LISTED, Refusal.NO_RECEIPT}


def test_a_log_that_somebody_waits_for_an_answer_about_is_not_on_the_list():
    with here():
        log = ageing.old_log()
        InformationRequest.objects.create(
            municipality_id=HERE, relation=GuardianRelation.objects.filter(child=log.child).first(),
            asked_on=stage.today(), registered_by_id=cast.person("elle").id, registered_at=clock.now(),
        )  # fmt: skip

        assert [each.stopped for each in due()] == [Refusal.ASKED_FOR]


def test_a_list_is_declined_with_a_reason_or_withdrawn_and_nothing_is_deleted():
    with here():
        log = ageing.old_log()
        declined = ageing.proposed(log)
        operations.decline(
            actor=stage.actor("personvern"), disposal=declined, words="Vent.", today=stage.today()
        )
        withdrawn = ageing.proposed(log)
        operations.withdraw(actor=stage.actor("arkivar"), disposal=withdrawn)

        assert set(Disposal.objects.values_list("state", flat=True)) == {"declined", "withdrawn"}
        assert RelayLog.objects.filter(pk=log.pk).exists()
        assert [each.stopped for each in due()] == [None]


def test_a_list_nobody_answers_expires():
    with here():
        disposal = ageing.proposed(ageing.old_log())
    with clock.set_to(clock.now() + timedelta(days=31)):
        gone = tasks.let_go(0)
        with here(), pytest.raises(Refused):
            ageing.approved(disposal)

    assert gone == 1
    with here():
        assert Disposal.objects.get().state == DisposalState.EXPIRED


def test_those_who_may_answer_are_told_and_whoever_proposed_is_not():
    with here():
        ageing.proposed(ageing.old_log())

        told = Message.objects.filter(kind=MessageKind.DISPOSAL_WAITS)
        assert [each.recipient_id for each in told] == [cast.person("personvern").id]


def test_a_log_that_never_started_goes_the_same_way():
    with here():
        log = stage.started_log("nils")
        RelayLog.objects.filter(pk=log.pk).update(started_at=clock.now() - timedelta(days=500))

        ageing.approved(ageing.proposed(log))

        assert not RelayLog.objects.filter(pk=log.pk).exists()


def test_the_list_of_what_is_due_takes_as_many_queries_for_one_as_for_several(django_assert_num_queries):
    with here():
        ageing.old_log("nils")
        archivist, today = stage.actor("arkivar"), stage.today()
        with django_assert_num_queries(3):
            due_logs(archivist, today=today)
        ageing.old_log("sara")
        ageing.old_log("oskar")

        with django_assert_num_queries(3):
            found, has_more = due_logs(archivist, today=today)

    assert (len(found), has_more) == (3, False)


def _with_all_that_may_hang_on_it(log, things):
    """Minutes, a message with a pointer, and words with a former version, besides what the log has already."""
    MinutesPart.objects.create(
        municipality_id=HERE, log=log, meeting=things.meeting, concern=things.concern, **_a_part()
    )
    tell(HERE, [cast.person("kari").id], MessageKind.CONSENT_GIVEN, log=log)
    Concern.objects.filter(pk=things.concern.pk).update(context="Kom ikke inn i stua")
    Concern.objects.filter(pk=things.concern.pk).update(context="Går inn i stua alene")
    RelayLog.objects.filter(pk=log.pk).update(summary="Det går fint nå, og enda bedre.")


def _a_part():
    return {"position": 1, "kind": "words", "heading": "Avtalt", "text": "Kom ikke inn i stua"}
