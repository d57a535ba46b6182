"""The pages of a transfer: what the receiver may know before and after, the checklist, and the reading view."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from stafett.transfers.models import Transfer
from stafett.transfers.queries import lists
from tests import stage
from tests.transfers import handing
from tests.transfers.handing import HERE
from tests.web import reading
from tests.web.reading import words
from tests.web.visiting import Visitor

TITLE = "Eleven er ofte alene i friminuttene"


@pytest.fixture
def log(db):
    """Nils's log with a concern under way, and something that goes on every day."""
    with within(HERE):
        log = stage.open_log("nils", units=[handing.unit("eksempelvik_ppt")])
        concern = stage.active_concern(log)
        stage.evaluate(log, stage.measure_in(concern, "service"), "effect_continued")
        yield log


def test_before_accepting_the_receiver_knows_the_name_the_level_and_the_dates_and_nothing_that_is_written(
    log,
):
    transfer = handing.offered(log, words="Begynn med friminuttene.")
    page = words(Visitor("jonas").see("transfer", transfer.pk))

    for known in ("Nils Áilo Pennalsrud", "Kari Eksempelmo", "Nivå", "Neste evaluering", "Tiltak i gang"):
        assert known in page
    for secret in (TITLE, "Invitere hjem", "Begynn med friminuttene", "Det gikk fint"):
        assert secret not in page
    assert Visitor("jonas").see("log", log.pk).status_code == 404


def test_after_accepting_the_new_holder_reads_first_what_goes_on_every_day(log):
    transfer = handing.offered(log, words="Begynn med friminuttene.")
    answer = Visitor("jonas").send("transfer_acceptance", transfer.pk)
    page = words(Visitor("jonas").get(answer.url))

    order = [
        "Begynn med friminuttene",
        "Dette fortsetter i det daglige",
        "Åpne datoer",
        "Samtykke og møte",
        "Jeg har lest",
    ]
    places = [page.index(each) for each in order]
    assert places == sorted(places)
    assert Visitor("jonas").send("transfer_reading", transfer.pk).status_code == 302
    assert "Jeg har lest" not in words(Visitor("jonas").see("received_log", log.pk))


def test_the_log_says_that_the_baton_is_offered_until_it_is_accepted(log):
    handing.offered(log)
    waiting = words(Visitor("bente").see("log", log.pk))
    handing.accepted(Transfer.objects.get())

    assert "Stafettpinnen er tilbudt en ny stafettholder" in waiting
    after = words(Visitor("bente").see("log", log.pk))
    assert "Stafettpinnen er tilbudt" not in after
    assert "Jonas Påfunn tok imot stafettpinnen." in after


def test_the_holder_finds_the_way_on_the_log_and_others_do_not(log):
    assert "Overfør stafettlogg" in words(Visitor("kari").see("log", log.pk))
    assert "Overfør stafettlogg" not in words(Visitor("bente").see("log", log.pk))


def test_the_checklist_says_what_to_look_at_before_it_goes_on(log):
    stage.drafted_concern(log, title="Bare for meg")
    page = words(Visitor("kari").see("transfer_log", log.pk))

    assert "1 utkast er ikke delt" in page
    assert "Ikke noe møte er planlagt." in page
    assert "Samtykket gjelder til" in page


def test_a_page_without_an_offer_shows_the_three_ways_and_with_one_how_to_take_it_back(log):
    ways = words(Visitor("kari").see("transfer_log", log.pk))
    transfer = handing.offered(log)
    waiting = words(Visitor("kari").see("transfer_log", log.pk))
    Visitor("kari").send("transfer_withdrawal", transfer.pk)

    assert "Til en vikar for en tid" in ways
    assert "Trekk tilbudet" in waiting and "Til en vikar for en tid" not in waiting
    assert "Trukket tilbake" in words(Visitor("kari").see("transfer_log", log.pk))


def test_a_unit_without_consent_is_no_choice_and_the_way_to_ask_stands_there(log):
    page = Visitor("kari").see("transfer_to_unit", log.pk)

    assert "PP-tjenesten i Eksempelvik" in words(page)
    assert "barneverntjeneste" not in words(page)
    answer = Visitor("kari").send(
        "transfer_consent", log.pk, fields={"unit_id": str(handing.unit("eksempelvik_welfare"))}
    )
    assert answer.status_code == 302
    assert log.consent_requests.count() == 1


def test_a_no_without_a_reason_is_asked_for_one_beside_the_field(log):
    transfer = handing.offered(log)
    answer = Visitor("jonas").send("transfer_refusal", transfer.pk, fields={"reason": " "})

    assert answer.status_code == 422
    assert reading.errors(answer)["reason"] == "Fyll inn dette."
    assert handing.state(transfer) == "offered"


def test_a_leader_names_somebody_of_the_unit_and_nobody_else(log):
    transfer = handing.offered_to_unit(log)
    wrong = Visitor("liv").send(
        "transfer_receiver", transfer.pk, fields={"employment_id": str(handing.post("jonas"))}
    )
    right = Visitor("liv").send(
        "transfer_receiver", transfer.pk, fields={"employment_id": str(handing.post("henrik"))}
    )

    assert wrong.status_code == 422
    assert right.status_code == 302
    assert "Henrik Regleplass" in words(Visitor("liv").see("transfer", transfer.pk))
    assert TITLE not in words(Visitor("liv").see("transfer", transfer.pk))


def test_an_offer_answered_twice_says_that_it_is_over(log):
    transfer = handing.offered(log)
    Visitor("jonas").send("transfer_acceptance", transfer.pk)

    again = Visitor("jonas").send("transfer_acceptance", transfer.pk)

    assert again.status_code == 403
    assert "Tilbudet gjelder ikke lenger." in words(again)


def test_lists_show_each_what_is_theirs(log):
    handing.offered(log)

    assert "Venter på deg" in words(Visitor("jonas").see("transfers"))
    assert "Du har tilbudt" in words(Visitor("kari").see("transfers"))
    assert "Ingen stafettpinne er på vei nå" in words(Visitor("yusuf").see("transfers"))


def test_the_number_of_queries_does_not_grow_with_the_offers(log):
    handing.offered_to_unit(log)
    liv = stage.actor("liv")
    one = _queries(liv)
    for child in ("ronja", "tiril"):
        handing.offered_to_unit(stage.open_log(child, units=[handing.unit("eksempelvik_ppt")]))

    assert _queries(liv) == one
    assert len(lists.open_offers(liv).to_me) == 3


def test_a_child_at_a_protected_address_is_offered_without_any_place_being_shown(log):
    transfer = handing.offered_to_unit(log)
    child = RelayLog.objects.select_related("child__person").get(pk=log.pk).child
    child.person.protection = "confidential"
    child.person.save()
    page = Visitor("liv").see("transfer", transfer.pk)

    assert "Eksempelvik barneskole" not in words(page)


def _queries(actor):
    with CaptureQueriesContext(connection) as asked:
        lists.open_offers(actor)
    return len(asked)
