"""What a provider remembers of the holder opens nothing while a child has the screen, nor after it was logged out (W-23)."""

import time

import pytest
from django.conf import settings
from django.urls import reverse

from stafett.demo import cast
from stafett.identity import sessions
from stafett.identity.models import LoginSession
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from tests.identity import answering
from tests.web.reading import words

pytestmark = pytest.mark.django_db
LOG = new_id()
A_WHILE_AGO = 600


@pytest.fixture
def table(issuer):
    """Fatima's login, and the screen in a child's hands; who she is was shown to the provider ten minutes ago."""
    visitor, _answer = answering.log_in(issuer, auth_time=int(time.time()) - A_WHILE_AGO)
    sessions.hand_over(LoginSession.objects.get(), LOG)
    visitor.cookies[settings.HANDED_COOKIE] = "1"
    return visitor


def test_the_way_back_is_to_log_in_anew_and_nothing_less(table):
    page = table.get(reverse("take_back"))
    _visitor, asked = answering.begin(None, table)

    assert "Logg inn igjen med" in words(page)
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")


def test_logging_in_anew_as_the_same_person_opens_the_site_again(issuer, table):
    _visitor, answer = answering.log_in(issuer, table)

    assert answer.status_code == 302
    assert table.get(reverse("own_page")).status_code == 200
    assert table.cookies[settings.HANDED_COOKIE].value == ""
    assert LoginSession.objects.get().handed_log_id is None


def test_what_the_provider_remembers_is_not_enough(issuer, table):
    _visitor, answer = answering.log_in(issuer, table, auth_time=int(time.time()) - A_WHILE_AGO)

    assert answer.status_code == 403
    assert table.get(reverse("own_page")).status_code == 403


def test_another_person_who_logs_in_does_not_get_the_screen(issuer, table):
    other = {"sub": "sub-2", "pid": cast.person("omar").number.digits}

    _visitor, answer = answering.log_in(issuer, table, **other)

    assert answer.status_code == 403
    assert table.get(reverse("own_page")).status_code == 403


def test_a_login_that_was_begun_before_the_screen_was_given_does_not_end_here(issuer):
    visitor, _answer = answering.log_in(issuer)
    _visitor, asked = answering.begin(issuer, visitor)
    sessions.hand_over(LoginSession.objects.get(), LOG)
    visitor.cookies[settings.HANDED_COOKIE] = "1"

    issuer.next_token = issuer.signed(issuer.claims(asked["nonce"]))
    answer = answering.come_back(visitor, state=asked["state"], code="code-1", iss=issuer.address)

    assert answer.status_code == 403
    assert visitor.get(reverse("own_page")).status_code == 403


@pytest.mark.parametrize("end", ["logged out", "run out"])
def test_after_the_login_has_ended_the_next_one_must_be_shown_too(issuer, table, end):
    if end == "logged out":
        table.post(reverse("log_out"))
    else:
        LoginSession.objects.update(lasts_until=clock.now())

    _visitor, asked = answering.begin(issuer, table)
    _visitor, remembered = answering.log_in(issuer, table, auth_time=int(time.time()) - A_WHILE_AGO)
    _visitor, shown = answering.log_in(issuer, table)

    assert asked["prompt"] == "login"
    assert remembered.status_code == 403
    assert shown.status_code == 302
    assert table.get(reverse("own_page")).status_code == 200


def test_once_somebody_has_shown_who_they_are_logins_are_as_usual(issuer, table):
    answering.log_in(issuer, table)
    table.post(reverse("log_out"))

    _visitor, asked = answering.begin(issuer, table)

    assert "prompt" not in asked


def test_the_providers_own_logout_still_ends_the_login(issuer, table):
    session = LoginSession.objects.get()

    table.get(reverse("front_channel_logout"), {"iss": session.issuer, "sid": session.sid})

    assert not LoginSession.objects.filter(pk=session.pk).exists() or not session.sid
