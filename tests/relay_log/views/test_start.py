"""From the wizard to a log in use, and back to nothing when consent never came."""

import pytest
from django.urls import reverse

from stafett.audit.models import Entry, RowVersion
from stafett.consent.models import Consent, ConsentDocument
from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


def test_a_log_is_started_consented_to_and_opened(db):
    kari = Visitor("kari")

    started = kari.send("start_log", cast.child("nils").id, fields=good_forms.fields("start_log"))
    with within(HERE):
        log = RelayLog.objects.get()
        form = good_forms.fields("consent", _things(log))
    waiting = (log.state, kari.see("new_concern", log.pk).status_code)
    opened = kari.send("consent", log.pk, fields=form)

    assert started["Location"] == reverse("consent", args=[log.pk])
    assert opened["Location"] == reverse("log", args=[log.pk])
    assert waiting == ("awaiting_consent", 403)
    assert kari.see("new_concern", log.pk).status_code == 200


def test_one_of_two_guardians_is_not_enough(db):
    with within(HERE):
        log = stage.started_log("emil")
        form = {**good_forms.fields("consent", _things(log)), "guardian_id": str(cast.person("siv").id)}
    kari = Visitor("kari")

    answer = kari.send("consent", log.pk, fields=form)

    assert answer["Location"] == reverse("consent", args=[log.pk])
    assert stage_state(log) == "awaiting_consent"


@pytest.mark.parametrize("with_consent", [False, True])
def test_a_log_that_never_came_into_use_leaves_nothing_but_the_trail(db, with_consent):
    with within(HERE):
        log = stage.started_log("emil")
        if with_consent:
            stage.consent_from(log, cast.person("siv").id, limits="Ikke om søvnen hennes")
    kari = Visitor("kari")

    answer = kari.send("discard_log", log.pk)

    with within(HERE):
        assert not RelayLog.objects.exists() | Consent.objects.exists() | ConsentDocument.objects.exists()
        assert Entry.objects.filter(event="relay_log.discarded", log_id=log.pk).count() == 1
        assert "søvnen" not in str(list(RowVersion.objects.values_list("row", flat=True)))
    assert answer["Location"] == reverse("my_logs")
    assert kari.see("log", log.pk).status_code == 404


def test_a_log_with_consent_cannot_be_deleted(db):
    with within(HERE):
        log = stage.open_log()

    answer = Visitor("kari").send("discard_log", log.pk)

    assert answer.status_code == 403
    assert "Loggen er tatt i bruk" in reading.words(answer)
    assert stage_state(log) == "active"


def test_a_child_with_an_open_log_gets_no_second_one(db):
    with within(HERE):
        stage.open_log()

    answer = Visitor("jonas").send("start_log", cast.child("nils").id, fields=good_forms.fields("start_log"))

    with within(HERE):
        assert RelayLog.objects.count() == 1
    assert answer.status_code == 422
    assert "Barnet har allerede en stafettlogg" in reading.words(answer)


def stage_state(log):
    """The log's stored state."""
    with within(HERE):
        return stage.stored(log).state


def _things(log):
    from types import SimpleNamespace

    return SimpleNamespace(log=log)
