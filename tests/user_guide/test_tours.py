"""The tours: offered quietly once, taken, left on any step, and taken again."""

from datetime import timedelta

import pytest
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.tenancy import within
from stafett.user_guide.content import library
from stafett.user_guide.models import Tour
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_styles")]
HERE = cast.EKSEMPELVIK.id
OFFER = "Ny her?"


def landing(visitor):
    """The first page after logging in."""
    return visitor.get("/", follow=True)


def tours():
    with within(HERE):
        return list(Tour.objects.order_by("role").values_list("role", "is_whole"))


def test_the_first_page_after_logging_in_offers_the_tour_in_one_line():
    kari = Visitor("kari")

    first, next_page = landing(kari), kari.see("my_logs")

    assert OFFER in reading.words(first)
    assert OFFER not in reading.words(next_page)


def test_whoever_has_been_in_for_a_while_is_left_alone():
    kari = Visitor("kari")

    with clock.set_to(clock.now() + timedelta(minutes=5)):
        assert OFFER not in reading.words(landing(kari))


@pytest.mark.parametrize(("fields", "is_whole"), [({}, False), ({"is_whole": "1"}, True)])
def test_a_tour_that_has_been_seen_or_left_is_not_offered_again(fields, is_whole):
    answer = Visitor("kari").send("tour_end", "ansatt", fields=fields)

    assert answer["Location"] == reverse("start")
    assert tours() == [("ansatt", is_whole)]
    assert OFFER not in reading.words(landing(Visitor("kari")))
    assert OFFER in reading.words(landing(Visitor("jonas")))
    with within(HERE):
        assert Entry.objects.filter(event="user_guide.tour_ended").count() == 1


def test_taking_the_tour_again_and_leaving_it_does_not_unsee_it():
    kari = Visitor("kari")

    kari.send("tour_end", "ansatt", fields={"is_whole": "1"})
    kari.send("tour_end", "ansatt")

    assert tours() == [("ansatt", True)]


@pytest.mark.parametrize("key", ["kari", "elle", "henrik", "hilde", "ahmed", "randi"])
def test_everybody_is_led_from_step_to_step_and_can_leave_on_each(key):
    visitor = Visitor(key)
    begin = visitor.see("own_tour")["Location"]
    role = begin.split("/")[2]
    steps = library.tour(role, "nb")

    pages = [visitor.see("tour_step", role, step.number) for step in steps]

    assert begin == reverse("tour_step", args=[role, 1])
    assert {page.status_code for page in pages} == {200}
    for page in pages:
        assert f'action="{reverse("tour_end", args=[role])}"' in page.content.decode()
    assert all("Avslutt" in reading.words(page) for page in pages[:-1])
    assert "Ferdig" in reading.words(pages[-1])


def test_a_step_leads_to_the_real_page_only_for_whoever_may_open_it():
    leaders = f'href="{reverse("unit_logs")}"'

    assert leaders in Visitor("elle").see("tour_step", "leder", 1).content.decode()
    assert leaders not in Visitor("hilde").see("tour_step", "leder", 1).content.decode()


@pytest.mark.parametrize(("role", "number"), [("ansatt", 0), ("ansatt", 99), ("alle", 1), ("sjef", 1)])
def test_a_step_there_is_not_is_not_there(role, number):
    assert Visitor("kari").see("tour_step", role, number).status_code == 404


def test_a_tour_there_is_not_cannot_be_ended():
    assert Visitor("kari").send("tour_end", "sjef").status_code == 404
    assert tours() == []


def test_the_tour_can_be_taken_again_from_min_side_and_from_the_help():
    kari = Visitor("kari")

    for name in ("own_page", "help"):
        assert f'href="{reverse("own_tour")}"' in kari.see(name).content.decode()
