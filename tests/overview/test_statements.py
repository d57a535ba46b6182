"""What a municipality says to everybody about privacy and accessibility, and the record those who answer for it keep."""

import csv
import io
import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.demo import cast
from stafett.overview.content import accessibility, cookies, processing
from stafett.register.models import Municipality
from stafett.register.tenancy import within
from tests.web.visiting import Visitor

HERE, THERE = cast.PLACES
STATEMENTS = ("privacy_statement", "accessibility_statement")


@pytest.fixture
def told(db):
    """Eksempelvik has said whom to ask."""
    with within(HERE.id):
        Municipality.objects.filter(pk=HERE.id).update(
            privacy_contact="personvernombud@eksempelvik.example",
            accessibility_contact="tilgjengelig@eksempelvik.example",
            accessibility_url="https://uustatus.no/nb/erklaringer/publisert/1",
        )


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_stranger_reads_the_statement_of_the_municipality_in_the_address_in_few_questions(told, name):
    with CaptureQueriesContext(connection) as asked:
        page = _read(None, name, HERE.slug)

    assert HERE.name in page
    assert THERE.name not in page
    assert len(asked) <= 2


def test_each_statement_names_whom_the_municipality_has_said(told):
    privacy, accessibility_page = (_read(None, name, HERE.slug) for name in STATEMENTS)

    assert 'href="mailto:personvernombud@eksempelvik.example"' in privacy
    assert 'href="mailto:tilgjengelig@eksempelvik.example"' in accessibility_page
    assert 'href="https://uustatus.no/nb/erklaringer/publisert/1"' in accessibility_page


def test_a_municipality_that_has_said_nothing_is_not_said_to_have_a_statement_or_an_address(db):
    privacy, accessibility_page = (_read(None, name, THERE.slug) for name in STATEMENTS)

    assert "Spør kommunen hvordan du når ombudet" in privacy
    assert "ikke lenket til erklæringen sin" in accessibility_page
    assert f"hjelp@{THERE.slug}.example" in accessibility_page, "whoever helps with everything"


@pytest.mark.parametrize("name", STATEMENTS)
def test_somebody_who_is_logged_in_reads_their_own_municipalitys(told, name):
    page = Visitor("hilde").see(name).content.decode()

    assert HERE.name in page
    assert "Velg kommunen din" not in page


@pytest.mark.parametrize("name", STATEMENTS)
def test_without_a_municipality_one_chooses_and_an_unknown_one_is_not_there(db, name):
    page = _read(None, name)

    links = [reverse(name, kwargs={"place": place.slug}) for place in cast.PLACES]
    assert [link for link in links if f'href="{link}"' not in page] == []
    assert Visitor().get(reverse(name, kwargs={"place": "finnes-ikke"})).status_code == 404


def test_the_foot_of_every_page_leads_to_both(db):
    page = Visitor().see("log_in").content.decode()

    assert [name for name in STATEMENTS if f'href="{reverse(name)}"' not in page] == []


def test_the_accessibility_statement_says_what_uustatus_asks_for(told):
    page = _read(None, "accessibility_statement", HERE.slug)

    assert "WCAG 2.1 på nivå A og AA, 47 krav" in page
    assert "Delvis i samsvar" in page
    assert f"{accessibility.ASSESSED_ON.year}</time>" in page, "a document is dated with its year"
    assert "uutilsynet.no" in page
    assert "diskrimineringsnemnda.no" in page
    assert len(accessibility.SHORTCOMINGS) >= 3
    assert all(each.criteria in page for each in accessibility.SHORTCOMINGS)


def test_every_cookie_that_the_site_sets_is_on_the_list(told):
    names = {
        getattr(settings, name) for name in dir(settings) if re.fullmatch(r"[A-Z_]*COOKIE(_NAME)?", name)
    }
    ours = {name for name in names if isinstance(name, str) and "stafett" in name}

    page = _read(None, "privacy_statement", HERE.slug)

    assert len(ours) == 5
    assert ours <= {name for name, _does, _lasts in cookies.COOKIES}
    assert [name for name in ours if f"<code>{name}</code>" not in page] == []


def test_consent_is_never_said_to_be_the_ground_of_processing():
    grounds = {str(each.ground) for each in processing.ACTIVITIES}

    assert [ground for ground in grounds if "artikkel 6 nr. 1" not in ground] == []
    assert [ground for ground in grounds if "6 nr. 1 a" in ground] == []


def test_the_record_has_every_field_the_law_asks_for_and_can_be_taken_out(told):
    page = _read("personvern", "processing_record")
    answer = Visitor("personvern").see("processing_record_list")

    [heads, *rows] = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert answer["Content-Type"].startswith("text/csv")
    assert {"Formål", "Hvem det gjelder", "Opplysninger", "Hvem som får dem", "Til andre land", "Hvor lenge",
            "Slik er de sikret", "Behandlingsansvarlig", "Personvernombud"} <= set(heads)  # fmt: skip
    assert len(rows) == len(processing.ACTIVITIES) >= 9
    assert all(cell for row in rows for cell in row)
    assert all(str(each.name) in page for each in processing.ACTIVITIES)


def test_the_record_is_for_those_who_answer_for_it(db):
    found = {
        key: Visitor(key).see("processing_record").status_code
        for key in ("personvern", "randi", "kari", "hilde")
    }

    assert found == {"personvern": 200, "randi": 200, "kari": 403, "hilde": 403}
    assert reverse("processing_record") in _read("randi", "privacy_statement")
    assert reverse("processing_record") not in _read("kari", "privacy_statement")


def _read(key, name, place=None):
    answer = Visitor(key).get(reverse(name, kwargs={"place": place} if place else {}))
    assert answer.status_code == 200
    return answer.content.decode()
