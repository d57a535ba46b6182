"""The secret address a calendar reads, and the file to bring along (S000-20, ADR 0031)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from stafett.annual_wheel import operations
from stafett.annual_wheel.models import CalendarFeed
from stafett.demo import cast
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage
from tests.annual_wheel import good_forms, turning
from tests.annual_wheel.turning import HERE, SCHOOL
from tests.web.reading import words
from tests.web.visiting import Visitor

ADDRESS = re.compile(r"/kalender/eksempelvik/[-_A-Za-z0-9]{43}\.ics")

pytestmark = pytest.mark.django_db


@pytest.fixture
def wheel():
    """Elle's school's wheel, with an own task that says too much and one of the municipality's."""
    made = good_forms.wheel()
    good_forms.common()
    with within(HERE):
        operations.add_task(
            actor=stage.actor("elle"),
            wheel=made,
            **turning.own_words(title="Snakk med mor til Nils", month=5),
        )
    return made


def address_of(key="kari"):
    answer = Visitor(key).send("wheel_calendar", SCHOOL)
    return ADDRESS.search(answer.content.decode())[0]


def test_the_address_is_shown_once_and_kept_as_a_hash(wheel):
    address = address_of()
    token = address.rsplit("/", 1)[1].removesuffix(".ics")

    again = Visitor("kari").see("wheel_calendar", SCHOOL)

    assert token not in again.content.decode()
    assert again["Cache-Control"] == "no-store"
    with within(HERE):
        assert token not in str(CalendarFeed.objects.values_list().get())


def test_a_calendar_reads_it_without_a_login_and_finds_the_models_tasks(wheel):
    answer = Visitor().get(address_of())

    text = answer.content.decode().replace("\r\n ", "")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    assert "no-store" in answer["Cache-Control"]
    assert "SUMMARY:Se hvordan loggene flyter" in text
    assert "SUMMARY:Systemmøtet" in text
    assert text.count("SUMMARY:Stemmer listen over ansatte?") == 11


def test_nothing_a_unit_has_written_leaves_by_the_address(wheel):
    with within(HERE):
        row = turning.task(wheel, "log_flow")
        operations.change_task(
            actor=stage.actor("elle"), task=row, version=row.version, title="Nils sin logg", text="", month=row.month,
            owner="leader",
        )  # fmt: skip
    text = Visitor().get(address_of()).content.decode().replace("\r\n ", "")

    assert "Nils" not in text
    assert "SUMMARY:Egen oppgave i årshjulet" in text
    assert "SUMMARY:Se hvordan loggene flyter" in text


def test_a_new_address_ends_the_old_one_and_closing_ends_it_for_good(wheel):
    old, new = address_of(), address_of()
    assert (Visitor().get(old).status_code, Visitor().get(new).status_code) == (404, 200)

    Visitor("kari").send("wheel_calendar_end", SCHOOL)

    assert Visitor().get(new).status_code == 404


def test_the_same_form_sent_twice_makes_one_address(wheel):
    kari = Visitor("kari")
    form = {"submission": "0199a9f5-0000-7000-8000-00000000abcd"}

    first = kari.send("wheel_calendar", SCHOOL, fields=form)
    second = kari.send("wheel_calendar", SCHOOL, fields=form)

    assert ADDRESS.search(first.content.decode())
    assert (second.status_code, ADDRESS.search(second.content.decode())) == (200, None)
    assert "Du har en adresse fra" in words(second)


def test_each_has_their_own_and_one_who_leaves_takes_nothing_along(wheel):
    karis, jonass = address_of("kari"), address_of("jonas")
    with within(HERE):
        yesterday = stage.today() - timedelta(days=1)
        Employment.objects.filter(person_id=cast.person("kari").id).update(ends_on=yesterday)

    assert (Visitor().get(karis).status_code, Visitor().get(jonass).status_code) == (404, 200)


def test_the_address_opens_in_its_own_municipality_only_and_not_when_a_letter_is_changed(wheel):
    address = address_of()
    letter = "A" if address[-5] != "A" else "B"

    for wrong in (address.replace("eksempelvik", "domesund"), f"{address[:-5]}{letter}.ics"):
        assert Visitor().get(wrong).status_code == 404


def test_somebody_who_is_logged_in_elsewhere_reads_it_as_any_calendar(wheel):
    assert Visitor("oddny").get(address_of()).status_code == 200


def test_the_file_to_bring_along_has_the_units_own_tasks_in_full(wheel):
    answer = Visitor("kari").see("wheel_file", wheel.pk)

    text = answer.content.decode().replace("\r\n ", "")
    assert "SUMMARY:Snakk med mor til Nils" in text
    assert "attachment" in answer["Content-Disposition"]


def test_what_is_put_away_is_in_no_calendar(wheel):
    with within(HERE):
        operations.put_task_away(actor=stage.actor("elle"), task=turning.task(wheel, "log_flow"))

    assert "Se hvordan loggene flyter" not in Visitor().get(address_of()).content.decode()


def test_each_entry_leads_to_its_task(wheel):
    text = Visitor().get(address_of()).content.decode().replace("\r\n ", "")

    with within(HERE):
        row = turning.task(wheel, "log_flow")
    assert f"URL:http://testserver{reverse('wheel_task', args=[row.pk])}" in text
