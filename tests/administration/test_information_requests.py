"""A parent without parental responsibility asks, and is answered by letter: a request, a review, a no with its reason (L-21)."""

import pytest
from django.db import IntegrityError, transaction

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.register.models import InformationRequest
from stafett.register.tenancy import within
from tests import stage
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
GUDRUN = good_forms.relation_of("mikkel", "gudrun")


def ask(by="kari"):
    return Visitor(by).send("information_request", GUDRUN, fields={"asked_on": stage.today().isoformat()})


def the_request():
    with within(HERE):
        return InformationRequest.objects.get(relation_id=GUDRUN)


def answer(**fields):
    return Visitor("elle").send("request_answer", the_request().pk, fields=fields)


def test_a_request_waits_for_the_units_leader(db):
    ask()

    waits = reading.words(Visitor("elle").see("what_waits"))
    assert "Gudrun Fabelvik" in waits
    assert Visitor("elle").see("request_answer", the_request().pk).status_code == 200
    assert Visitor("aslaug").see("request_answer", the_request().pk).status_code == 404


def test_a_letter_is_ready_to_print_and_opens_no_log(db):
    with within(HERE):
        log = stage.open_log("mikkel")
    ask()

    done = answer(answer="given", letter="Mikkel trives, og har fått to nye venner.")

    letter = reading.words(Visitor("elle").get(done["Location"]))
    assert "Til Gudrun Fabelvik" in letter
    assert "Mikkel trives, og har fått to nye venner." in letter
    assert "Statsforvalteren" not in letter
    assert Visitor("gudrun").see("log", log.pk).status_code == 404


def test_a_refusal_has_a_reason_and_says_how_to_appeal(db):
    ask()

    without = answer(answer="refused")
    done = answer(answer="refused", refusal_reason="Opplysningene kan være til skade for Mikkel.")

    letter = reading.words(Visitor("elle").get(done["Location"]))
    assert "Skriv kort hvorfor." in reading.errors(without)["refusal_reason"]
    assert "Opplysningene kan være til skade for Mikkel." in letter
    assert "klage til Statsforvalteren innen tre uker" in letter


def test_the_words_of_a_letter_are_in_no_trail(db):
    ask()
    answer(answer="refused", refusal_reason="En hemmelig grunn.")

    with within(HERE):
        entry = Entry.objects.get(event="register.request_answered")
    assert entry.child_id == cast.child("mikkel").id
    assert "hemmelig" not in f"{entry.reason} {entry.facts}"


def test_an_empty_letter_is_no_answer(db):
    ask()

    assert "Skriv brevet først." in reading.errors(answer(answer="given"))["letter"]


def test_one_request_waits_at_a_time_and_is_answered_once(db):
    ask()
    twice = ask("jonas")
    done = answer(answer="given", letter="Det går fint.")
    again = answer(answer="refused", refusal_reason="Ombestemt.")

    assert "Et ønske venter allerede på svar." in reading.words(twice)
    assert (done.status_code, again.status_code) == (302, 422)


def test_a_guardian_with_parental_responsibility_needs_not_ask(db):
    wenche = good_forms.relation_of("mikkel", "wenche")

    refused = Visitor("kari").send(
        "information_request", wenche, fields={"asked_on": stage.today().isoformat()}
    )

    assert "har foreldreansvar" in reading.words(refused)


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"answer": "refused"}, "answered_request_has_answerer_and_time"),
        (
            {
                "answer": "refused",
                "answered_by_id": cast.person("elle").id,
                "answered_at": "2026-01-01T10:00:00Z",
            },
            "refused_request_has_reason",
        ),
    ],
)
def test_the_database_holds_to_the_same(db, changed, name):
    ask()

    with within(HERE), pytest.raises(IntegrityError, match=name), transaction.atomic():
        InformationRequest.objects.update(**changed)
