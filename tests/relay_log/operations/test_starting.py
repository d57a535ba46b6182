"""Starting, opening and discarding a log."""

from datetime import timedelta

import pytest

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.audit.models import Entry
from stafett.consent.enums import Refusal as ConsentRefusal
from stafett.consent.models import ConsentDocument
from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.relay_log import operations
from stafett.relay_log.enums import Refusal
from stafett.relay_log.models import RelayLog
from tests import stage


def test_start_log_makes_a_log_at_level_one_with_the_starter_as_baton_holder():
    log = stage.started_log()

    grant = Grant.objects.get(log=log)
    assert (log.level, log.state) == (1, LogState.AWAITING_CONSENT)
    assert (grant.person_id, grant.relation, grant.ended_at) == (
        cast.person("kari").id,
        Relation.BATON_HOLDER,
        None,
    )


def test_start_log_writes_the_trail():
    log = stage.started_log()

    entry = Entry.objects.get(event="relay_log.started", log_id=log.pk)
    assert (entry.actor_name, entry.child_id) == (cast.person("kari").name, log.child_id)
    assert "lærer" in entry.actor_title.lower()


def test_a_child_has_one_open_log():
    stage.started_log()

    with pytest.raises(Refused) as refused:
        stage.started_log()
    assert refused.value.refusal == Refusal.LOG_ALREADY_OPEN


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"criteria": []}, Refusal.NO_CRITERION),
        ({"criteria": ["made_up"]}, Refusal.NO_CRITERION),
        ({"leader_agreed_on": None}, Refusal.LEADER_NOT_ASKED),
        ({"leader_agreed_on": "tomorrow"}, Refusal.DATE_IN_FUTURE),
    ],
)
def test_start_log_asks_for_a_reason_and_the_leaders_agreement(given, refusal):
    if given.get("leader_agreed_on") == "tomorrow":
        given = {"leader_agreed_on": stage.today() + timedelta(days=1)}

    with pytest.raises(Refused) as refused:
        stage.started_log(**given)

    assert refused.value.refusal == refusal
    assert not RelayLog.objects.exists()


def test_the_log_is_not_valid_until_everyone_with_parental_responsibility_has_consented():
    log = stage.started_log("noor")
    stage.consent_from(log, cast.person("fatima").id)

    halfway = stage.reached(log).standing.is_valid
    stage.consent_from(log, cast.person("omar").id)

    assert (halfway, stage.reached(log).standing.is_valid) == (False, True)


def test_a_consent_from_a_guardian_who_is_not_confirmed_is_refused():
    log = stage.started_log("mateusz")

    with pytest.raises(Refused) as refused:
        stage.consent_from(log, cast.person("marek").id)

    assert refused.value.refusal == ConsentRefusal.RELATION_NOT_CONFIRMED


def test_a_consent_from_somebody_elses_guardian_is_refused():
    log = stage.started_log()

    with pytest.raises(Refused):
        stage.consent_from(log, cast.person("siv").id)


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (None, ConsentRefusal.NO_DOCUMENT),
        (("x.pdf", b"<html><script>alert(1)</script>"), ConsentRefusal.FILE_TYPE),
        (("x.pdf", b"MZ\x90\x00"), ConsentRefusal.FILE_TYPE),
        (("x.pdf", b"%PDF-" + b"0" * 10_500_000), ConsentRefusal.FILE_TOO_LARGE),
    ],
    ids=["none", "html", "program", "too large"],
)
def test_the_signed_form_is_checked_by_content_and_size(file, refusal):
    log = stage.started_log("noor")

    with pytest.raises(Refused) as refused:
        stage.consent_from(log, cast.person("fatima").id, file=file)

    assert refused.value.refusal == refusal
    assert not log.consents.exists()


def test_the_signed_form_is_stored_encrypted():
    log = stage.started_log("noor")

    stage.consent_from(log, cast.person("fatima").id)

    assert b"%PDF" not in bytes(ConsentDocument.objects.get().cipher)


def test_discarding_a_log_without_consent_leaves_nothing_but_the_trail():
    log = stage.started_log()

    operations.discard_log(actor=stage.actor("kari"), log=log)

    assert not RelayLog.objects.exists()
    assert not Grant.objects.exists()
    assert Entry.objects.filter(event="relay_log.discarded", log_id=log.pk).exists()


def test_a_log_in_use_is_never_deleted():
    log = stage.open_log()

    with pytest.raises(Refused) as refused:
        operations.discard_log(actor=stage.actor("kari"), log=log)

    assert refused.value.refusal == Refusal.WRONG_STATE
