"""Before something weighty one shows anew who one is, unless that is less than 15 minutes ago (OIDC-12)."""

import time
from datetime import timedelta

import pytest

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity.models import LoginSession
from stafett.kernel import clock
from stafett.register.tenancy import within
from tests.identity import answering
from tests.web.reading import words
from tests.web.visiting import Visitor

START = clock.now()

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.identity.stepping_urls")]


@pytest.fixture
def kari():
    with clock.set_to(START):
        return Visitor("kari")


@pytest.mark.parametrize(("minutes", "status"), [(0, 200), (14.9, 200), (15, 302), (29, 302)])
def test_the_page_opens_for_a_quarter_of_an_hour(kari, minutes, status):
    assert _at(kari, minutes).status_code == status


def test_using_other_pages_does_not_count_as_showing_who_one_is(kari):
    with clock.set_to(START + timedelta(minutes=10)):
        kari.see("own_page")

    assert _at(kari, 16).status_code == 302


def test_in_the_demo_a_word_is_enough_and_leads_back(kari):
    away = _at(kari, 20)
    with clock.set_to(START + timedelta(minutes=20)):
        page = kari.get(away["Location"])
        back = kari.post("/logg-inn/bekreft/", {"next": "/viktig/"})
        again = kari.get(back["Location"])

    assert away["Location"] == "/logg-inn/bekreft/?next=%2Fviktig%2F"
    assert "Ja, det er meg" in words(page)
    assert (back["Location"], again.content) == ("/viktig/", b"vises")
    assert _events() == ["identity.confirmed"]


def test_what_somebody_was_sending_is_kept_on_the_page(kari):
    with clock.set_to(START + timedelta(minutes=20)):
        asked = kari.post("/viktig/", {"text": "Det jeg skrev", "csrfmiddlewaretoken": "x"})
        kari.post("/logg-inn/bekreft/")
        done = kari.post("/viktig/", {"text": "Det jeg skrev"})

    assert asked.status_code == 403
    assert "Det jeg skrev" in words(asked)
    assert "Bekreft at det er deg" in words(asked)
    assert done.content == b"gjort"


def test_nobody_is_sent_elsewhere_by_the_confirming(kari):
    with clock.set_to(START + timedelta(minutes=20)):
        assert kari.post("/logg-inn/bekreft/", {"next": "//evil.example"})["Location"] == "/"


def test_a_provider_is_asked_to_ask_anew(issuer):
    visitor, _answer = answering.log_in(issuer, auth_time=int(time.time()) - 1200)
    away = visitor.get("/viktig/")
    page = visitor.get(away["Location"]).content.decode()
    _visitor, asked = answering.begin(issuer, visitor, bekreft="1", next="/viktig/")

    assert 'href="/logg-inn/proveporten/?bekreft=1' in page
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")


def test_coming_back_confirmed_opens_the_page_with_a_new_cookie(issuer):
    visitor, _answer = answering.log_in(issuer, auth_time=int(time.time()) - 1200)
    former = visitor.cookies["stafett"].value

    _visitor, answer = answering.log_in(issuer, visitor, query={"bekreft": "1", "next": "/viktig/"})

    assert answer["Location"] == "/viktig/"
    assert visitor.get("/viktig/").content == b"vises"
    assert visitor.cookies["stafett"].value != former
    assert LoginSession.objects.count() == 1
    assert _events() == ["identity.logged_in", "identity.confirmed"]


def test_a_provider_that_did_not_ask_anew_is_not_believed(issuer):
    old = int(time.time()) - 1200
    visitor, _answer = answering.log_in(issuer, auth_time=old)

    _visitor, answer = answering.log_in(issuer, visitor, query={"bekreft": "1"}, auth_time=old)

    assert answer.status_code == 403
    assert visitor.get("/viktig/").status_code == 302


def test_another_person_cannot_confirm(issuer):
    visitor, _answer = answering.log_in(issuer, auth_time=int(time.time()) - 1200)

    _visitor, answer = answering.log_in(
        issuer, visitor, query={"bekreft": "1"}, sub="sub-2", pid=cast.person("omar").number.digits
    )

    assert answer.status_code == 403
    assert "En annen person" in words(answer)
    assert LoginSession.objects.get().person_id == cast.person("fatima").id


def test_a_login_that_says_not_when_is_asked_anew_each_time(issuer):
    visitor, _answer = answering.log_in(issuer, auth_time=None)

    assert visitor.get("/viktig/").status_code == 302


def test_somebody_the_page_is_not_for_is_not_asked_at_all():
    assert Visitor().get("/viktig/")["Location"].startswith("/logg-inn/?next=")


def _at(visitor, minutes):
    with clock.set_to(START + timedelta(minutes=minutes)):
        return visitor.get("/viktig/")


def _events():
    with within(cast.EKSEMPELVIK.id):
        rows = Entry.objects.filter(event__startswith="identity.").order_by("number")
        return list(rows.values_list("event", flat=True))
