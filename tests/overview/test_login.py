"""Logging in: the demo's doors, the cookie, where one is sent afterwards, and the front page."""

import pytest
from django.urls import reverse

from stafett.demo import cast
from tests.web.visiting import Visitor

KARI = str(cast.person("kari").id)
FOREIGN = [
    "//evil.example", "///evil.example", "https://evil.example", "http:evil.example", "/\\evil.example", "\\\\evil.example",
    "javascript:alert(1)", "evil.example", "/\t/evil.example", "//evil.example/%2f..", "http://testserver@evil.example/", "\x00/",
    "https:/evil.example", " //evil.example", "/\n/evil.example", "data:text/html,x",
]  # fmt: skip


def test_choosing_a_door_logs_in_and_leads_to_ones_logs(db, settings):
    visitor = Visitor()

    answer = visitor.send("demo_login", fields={"person": KARI})

    assert answer["Location"] == reverse("start")
    assert visitor.get(answer["Location"])["Location"] == reverse("my_logs")
    assert visitor.see("my_logs").status_code == 200


def test_the_login_cookie_is_for_this_site_only_and_out_of_reach_of_scripts(db, settings):
    cookie = Visitor().send("demo_login", fields={"person": KARI}).cookies[settings.LOGIN_COOKIE]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert (cookie["domain"], cookie["max-age"], cookie["expires"]) == ("", "", "")


def test_behind_tls_the_login_cookie_is_never_sent_in_the_clear(db, settings):
    settings.BEHIND_TLS = True

    cookie = Visitor().send("demo_login", fields={"person": KARI}).cookies[settings.LOGIN_COOKIE]

    assert cookie["secure"] is True


def test_each_login_is_a_new_one(db, settings):
    visitor = Visitor("jonas")
    former = visitor.cookies[settings.LOGIN_COOKIE].value

    visitor.send("demo_login", fields={"person": KARI})

    assert visitor.cookies[settings.LOGIN_COOKIE].value != former


@pytest.mark.parametrize("onward", FOREIGN)
def test_nobody_is_sent_to_another_site_after_the_login(db, onward):
    page = Visitor().see("log_in", next=onward)
    answer = Visitor().send("demo_login", fields={"person": KARI, "next": onward})

    assert page.status_code == 200
    assert "evil" not in page.content.decode()
    assert answer["Location"] == reverse("start")


def test_somebody_is_sent_back_to_the_page_they_asked_for(db):
    page = Visitor().see("log_in", next="/logger/?side=2")
    answer = Visitor().send("demo_login", fields={"person": KARI, "next": "/logger/?side=2"})

    assert "/logger/?side=2" in page.content.decode()
    assert answer["Location"] == "/logger/?side=2"


def test_without_demo_mode_there_are_no_doors(db, settings):
    settings.DEMO = False

    page = Visitor().see("log_in")
    answer = Visitor().send("demo_login", fields={"person": KARI})

    assert page.status_code == 200
    assert "Kari" not in page.content.decode()
    assert answer.status_code == 404
    assert settings.LOGIN_COOKIE not in answer.cookies


def test_the_login_page_lists_everyone_with_a_door_and_nobody_else(db):
    shown = Visitor().see("log_in").content.decode()

    for place in cast.PLACES:
        for person in place.people:
            assert (str(person.id) in shown) == bool(person.shows), person.key


@pytest.mark.parametrize(
    "person", ["", "x", "0", "\x00", "😀", "1" * 5000, "../..", str(cast.person("noor").id)]
)
def test_a_door_that_does_not_exist_stays_shut(db, person, settings):
    answer = Visitor().send("demo_login", fields={"person": person})

    assert answer.status_code == 404
    assert settings.LOGIN_COOKIE not in answer.cookies


def test_every_page_of_the_demo_says_that_it_is_one(db, settings):
    shown = Visitor().see("start").content.decode()
    settings.DEMO = False
    hidden = Visitor().see("start").content.decode()

    assert "Demo: alle personer er oppdiktet" in shown
    assert "Demo: alle personer er oppdiktet" not in hidden


def test_a_form_without_its_token_is_refused_in_plain_words(db):
    answer = Visitor("kari", enforce_csrf_checks=True).send("own_page", fields={"locale": "nn"})

    assert answer.status_code == 403
    assert "Siden hadde stått åpen for lenge" in answer.content.decode()
    assert "csrf" not in answer.content.decode().lower()


def test_a_form_with_its_token_is_carried_out(db):
    visitor = Visitor("kari", enforce_csrf_checks=True)
    visitor.see("own_page")
    token = visitor.cookies["stafett-csrf"].value

    answer = visitor.send("own_page", fields={"locale": "nn", "csrfmiddlewaretoken": token})

    assert answer.status_code == 302
