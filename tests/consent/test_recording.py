"""What the holder records for somebody: a form that lacks a fact, an oral yes with a witness, a service that decides."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from stafett.consent import operations, queries
from stafett.consent.enums import Refusal
from stafett.consent.models import Consent
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.register.models import Child, Person
from stafett.register.tenancy import within
from tests import stage
from tests.consent import saying
from tests.consent.saying import PPT, WELFARE


@pytest.fixture
def log(db):
    """Nils's log, which waits for consent."""
    with within(cast.EKSEMPELVIK.id):
        yield stage.started_log()


def guardian():
    """The one guardian of Nils."""
    return next(r.guardian for r in cast.relations_of("nils") if r.has_parental_responsibility)


def said_aloud(log, *, witness="yusuf-eksempelvik_school", **changed):
    """An oral yes, recorded by Kari."""
    given = {
        "guardian_id": cast.person(guardian()).id, "signed_on": stage.today(), "locale": "so", "limits": "",
        "valid_until": stage.today() + timedelta(days=100), "covered_unit_ids": [cast.unit(PPT).id],
        "witness_id": made_id("post", witness),
    } | changed  # fmt: skip
    return operations.record_oral_consent(actor=stage.actor("kari"), log=log, today=stage.today(), **given)


def test_an_oral_yes_with_a_witness_is_valid_and_says_what_was_read_aloud(log):
    consent = said_aloud(log)

    assert saying.standing(log).is_valid
    assert (consent.form, consent.witness_id) == ("oral", cast.person("yusuf").id)
    assert queries.kept_text(consent)["title"].startswith("Oggolaanshaha")


@pytest.mark.parametrize("witness", ["kari-eksempelvik_school", "nobody"])
def test_the_witness_is_somebody_else_who_works_here(log, witness):
    with pytest.raises(Refused) as refused, transaction.atomic():
        said_aloud(log, witness=witness)

    assert refused.value.refusal is Refusal.NO_WITNESS


def test_the_database_keeps_no_oral_yes_without_a_witness(log):
    with pytest.raises(IntegrityError, match="an_oral_yes_has_a_witness"), transaction.atomic():
        Consent.objects.create(
            municipality_id=log.municipality_id, log=log, guardian_id=cast.person(guardian()).id, form="oral",
            locale="nb", signed_on=stage.today(), valid_until=stage.today(), recorded_by_id=cast.person("kari").id,
            recorded_at=clock.now(),
        )  # fmt: skip


def test_a_form_that_lacks_a_fact_is_kept_but_is_not_valid(log):
    consent = stage.consent_from(log, cast.person(guardian()).id, missing_facts=["withdrawal"])

    assert consent.missing_facts == ["withdrawal"]
    assert not saying.standing(log).is_valid


def test_a_form_that_lacks_a_fact_takes_the_place_of_the_one_before(log):
    stage.consent_from(log, cast.person(guardian()).id)
    stage.consent_from(log, cast.person(guardian()).id, missing_facts=["purpose"])

    assert not saying.standing(log).is_valid


def test_where_a_service_holds_the_right_its_leader_decides_and_the_guardians_do_not(log):
    welfare = cast.unit(WELFARE).id
    Child.objects.filter(pk=log.child_id).update(
        consent_held_by_unit_id=welfare, consent_held_document="court"
    )
    log = stage.reached(log)
    (leader,) = queries.givers_of(log, today=stage.today())

    with pytest.raises(Refused) as refused, transaction.atomic():
        stage.consent_from(log, cast.person(guardian()).id)

    assert refused.value.refusal is Refusal.OTHER_UNIT_CONSENTS
    assert saying.standing(log).needed == {welfare}
    consent = stage.consent_from(log, leader.person_id)
    assert (leader.person_id, consent.for_unit_id) == (cast.person("geir").id, welfare)
    assert saying.standing(log).is_valid


def test_nobody_at_a_protected_address_is_asked_on_the_phone(log):
    Person.objects.filter(pk=log.child.person_id).update(protection="confidential")

    with pytest.raises(Refused) as refused, transaction.atomic():
        saying.asked(log, guardian())

    assert refused.value.refusal is Refusal.NOBODY_ASKED


def test_a_request_that_waits_is_gone_when_the_address_becomes_protected(log):
    (request,) = saying.asked(log, guardian())
    Person.objects.filter(pk=log.child.person_id).update(protection="confidential")

    assert queries.reachable_request(stage.actor(guardian()), request.pk) is None
    assert queries.my_consents(stage.actor(guardian()), today=stage.today()) == []
