"""Min side shows where one is logged in; one can end one, the others, or all."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity import sessions
from stafett.register.tenancy import within
from tests.web.reading import words
from tests.web.visiting import Visitor

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1"

pytestmark = pytest.mark.django_db


@pytest.fixture
def laptop():
    return _entered("kari", FIREFOX)


@pytest.fixture
def phone():
    return _entered("kari", PHONE)


def test_the_list_shows_the_persons_own_logins_in_words(laptop, phone):
    _entered("jonas", FIREFOX)

    shown = words(laptop.see("own_sessions"))

    assert "Firefox på Windows" in shown
    assert "Safari på iPhone" in shown
    assert shown.count("Denne enheten") == 1
    assert shown.count("Avslutt ") == 2  # the phone, and all the others


def test_one_login_can_be_ended_from_another_device(laptop, phone):
    answer = laptop.send("end_own_session", _session_of(phone).pk)

    assert answer["Location"] == reverse("own_sessions")
    assert phone.see("own_page").status_code == 302
    assert laptop.see("own_page").status_code == 200
    assert _trail() == [("kari", "from_list")]


def test_all_the_others_can_be_ended_at_once(laptop, phone):
    third = _entered("kari", "")

    laptop.send("end_other_sessions")

    assert [each.see("own_page").status_code for each in (laptop, phone, third)] == [200, 302, 302]


def test_logging_out_everywhere_ends_this_one_too(laptop, phone):
    answer = laptop.send("log_out", fields={"overalt": "1"})

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert [each.see("own_page").status_code for each in (laptop, phone)] == [302, 302]
    assert _trail() == [("kari", "everywhere")] * 2


def test_nobody_ends_or_sees_another_persons_login(laptop):
    jonas = _entered("jonas", PHONE)

    answer = laptop.send("end_own_session", _session_of(jonas).pk)

    assert answer.status_code == 404
    assert jonas.see("own_page").status_code == 200
    assert "iPhone" not in words(laptop.see("own_sessions"))


def test_a_login_in_another_municipality_is_another_persons(laptop):
    oddny = _entered("oddny", PHONE)

    assert laptop.send("end_own_session", _session_of(oddny).pk).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_number_of_logins(laptop):
    with CaptureQueriesContext(connection) as few:
        laptop.see("own_sessions")
    for _number in range(12):
        _entered("kari", PHONE)
    with CaptureQueriesContext(connection) as many:
        laptop.see("own_sessions")

    assert len(many) == len(few)


def test_a_login_adds_no_question_to_other_pages(laptop):
    with CaptureQueriesContext(connection) as asked:
        laptop.see("own_page")

    about_login = [each["sql"] for each in asked if "identity_" in each["sql"]]
    assert len(about_login) == 1


def _entered(key, user_agent):
    visitor = Visitor(HTTP_USER_AGENT=user_agent)
    visitor.send("demo_login", fields={"person": str(cast.person(key).id)})
    return visitor


def _session_of(visitor):
    return sessions.held_by(visitor.cookies[settings.LOGIN_COOKIE].value)


def _trail():
    with within(cast.EKSEMPELVIK.id):
        rows = Entry.objects.filter(event="identity.logged_out").values_list("actor_id", "reason")
        return [("kari" if actor == cast.person("kari").id else actor, reason) for actor, reason in rows]
