"""Hvem gjør hva: the directory for everybody, colleagues for employees, and the contact cards of the exit."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.action_guide.models import Contact
from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.toolbox import operations
from stafett.toolbox.models import Service
from tests import stage
from tests.toolbox.filling import HERE, PLACE, a_service, service_words
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def directory(who=None, place=PLACE):
    return Visitor(who).get(reverse("services", kwargs={"place": place} if place else {}))


def test_everybody_reads_what_a_service_does_and_how_to_reach_it():
    a_service()

    page = directory()

    words = reading.words(page)
    for text in ("PPT", "Hjelper barn som strever med å lære.", "Leder for PPT", "Ring tirsdag etter lunsj."):
        assert text in words
    assert 'href="tel:00000003"' in page.content.decode()
    assert f'href="/{PLACE}/veileder/ark/anonymt/"' in page.content.decode()


def test_services_stand_in_the_order_of_norwegian_names():
    for name in ("Åpen barnehage", "PPT", "Ærlig talt", "barnevern"):
        a_service(name)

    words = reading.words(directory())

    places = [words.index(name) for name in ("barnevern", "PPT", "Ærlig talt", "Åpen barnehage")]
    assert places == sorted(places)


def test_the_number_of_questions_is_the_same_for_many_services():
    counts = []
    for _round in range(2):
        a_service()
        with CaptureQueriesContext(connection) as asked:
            directory("kari")
        counts.append(len(asked))
        for number in range(8):
            a_service(f"Tjeneste {number}")

    assert counts[0] == counts[1]


def test_resource_persons_are_shown_to_those_who_work_there_and_to_nobody_else():
    yusuf = cast.person("yusuf").name

    assert yusuf in reading.words(directory("kari"))
    for who in (None, "hilde", "oddny", "dag"):
        assert yusuf not in reading.words(directory(who))


def test_an_empty_directory_says_the_next_step():
    assert "snakk med lederen der barnet går" in reading.words(directory())
    assert "Legg inn den første" in reading.words(directory("randi"))
    assert "Legg inn den første" not in reading.words(directory("kari"))


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"phone": "ring meg"}, "phone", "telefonnummer med siffer"),
        ({"phone": "<b>"}, "phone", "telefonnummer med siffer"),
        ({"email": "ppt"}, "email", "Skriv en e-postadresse"),
        ({"link": "http://ppt.no"}, "link", "https://"),
        ({"phone": "", "email": "", "how": ""}, "phone", "minst én måte"),
        ({"does": ""}, "does", "Fyll inn dette"),
    ],
)
def test_a_service_that_cannot_be_right_is_explained_and_kept(changed, field, sentence):
    answer = Visitor("randi").send("new_service", fields=service_words(**changed))

    assert answer.status_code == 422
    assert sentence in reading.errors(answer)[field]
    assert reading.fields(answer)["name"] == ["PPT"]
    with within(HERE):
        assert Service.objects.count() == 0


def test_the_administrator_adds_changes_and_removes_a_service():
    randi = Visitor("randi")

    randi.send("new_service", fields=service_words())
    with within(HERE):
        service = Service.objects.get()
    randi.send("edit_service", service.pk, fields=service_words(does="Gir råd.") | {"version": "1"})
    changed = reading.words(directory())
    late = randi.send("edit_service", service.pk, fields=service_words(does="Noe annet.") | {"version": "1"})
    randi.send("service_removal", service.pk)

    assert "Gir råd." in changed
    assert late.status_code == 409
    assert "Gir råd." in reading.words(late)
    assert "Gir råd." not in reading.words(directory())
    assert randi.see("edit_service", service.pk).status_code == 404


@pytest.mark.parametrize("who", ["kari", "elle", "torbjorn", "hilde", "personvern"])
def test_nobody_else_edits(who):
    visitor = Visitor(who)

    for name in ("new_service", "contact_cards", "new_document"):
        assert visitor.see(name).status_code == 403
    assert visitor.send("new_service", fields=service_words()).status_code == 403


def test_the_neighbours_administrator_edits_their_own_and_not_ours():
    service = a_service()

    assert Visitor("gudveig").see("edit_service", service.pk).status_code == 404
    assert "Endre" not in reading.words(directory("gudveig"))


def test_a_contact_card_stands_on_the_exit_and_can_be_taken_away_again():
    randi, number = Visitor("randi"), "00 00 00 09"
    exit_page = reverse("guide_exit", kwargs={"place": PLACE})

    answer = randi.send(
        "contact_card", "police", fields={"name": "Lensmannen", "phone": number, "note": "Hele døgnet"}
    )
    shown = reading.words(Visitor().get(exit_page))
    randi.send("contact_card_removal", "police")

    assert answer.status_code == 302
    assert number in shown
    assert number not in reading.words(Visitor().get(exit_page))
    with within(HERE):
        assert not Contact.objects.filter(kind="police").exists()


def test_a_card_of_another_kind_does_not_exist():
    randi = Visitor("randi")

    assert randi.see("contact_card", "pizza").status_code == 404
    assert randi.send("contact_card_removal", "pizza").status_code == 404


def test_a_form_sent_twice_is_one_service():
    with within(HERE):
        submission = stage.actor("randi").person_id
    randi = Visitor("randi")

    for _time in range(2):
        assert (
            randi.send("new_service", fields=service_words() | {"submission": str(submission)}).status_code
            == 302
        )
    with within(HERE):
        assert Service.objects.count() == 1
        assert hasattr(operations.add_service, "event")
