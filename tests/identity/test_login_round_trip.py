"""A whole login against a real provider process: there, back, in, and out again (OIDC-01, 03, 05, 08, 10)."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity.models import Identity, LoginSession
from stafett.kernel import clock
from stafett.register.tenancy import within
from tests.identity import child_provider
from tests.identity.child_provider import STRANGER, TEST_USER, WEAK, WITHOUT_NUMBER
from tests.identity.conftest import forget_providers
from tests.identity.walking import SITE, Walker

HERE = cast.EKSEMPELVIK
BEGIN = "/logg-inn/proveporten/"

pytestmark = pytest.mark.django_db


def test_a_guardian_logs_in_and_comes_to_the_logs(provider):
    walker = Walker()

    answer = walker.log_in("fatima")

    session = LoginSession.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("start"))
    assert walker.visitor.see("own_page").status_code == 200
    assert (session.person_id, session.municipality_id) == (cast.person("fatima").id, HERE.id)
    assert (session.issuer, session.level) == (provider.issuer, "idporten-loa-high")
    assert session.sid
    assert session.authenticated_at is not None
    assert (session.lasts_until - session.started_at).total_seconds() == 120 * 60


def test_the_request_holds_all_that_it_must(provider):
    walker = Walker(HTTP_ACCEPT_LANGUAGE="nn")

    walker.way_back("fatima")

    asked = walker.asked
    assert {"state", "nonce", "code_challenge"} <= {name for name, value in asked.items() if len(value) >= 43}
    assert (asked["code_challenge_method"], asked["response_type"]) == ("S256", "code")
    assert (asked["acr_values"], asked["ui_locales"]) == ("idporten-loa-high", "nn")
    assert asked["redirect_uri"] == f"{SITE}{BEGIN}tilbake/"
    assert asked["scope"] == "openid"


@pytest.mark.parametrize(("browser", "asked"), [("nb", "nb"), ("nn", "nn"), ("en-GB", "en"), ("fr", "nb")])
def test_the_provider_is_asked_to_speak_the_language_of_our_pages(provider, browser, asked):
    walker = Walker(HTTP_ACCEPT_LANGUAGE=browser)

    walker.way_back("fatima")

    assert walker.asked["ui_locales"] == asked


def test_a_provider_that_takes_requests_behind_the_scenes_gets_them_so(settings, db):
    with child_provider.running(SITE, par=True) as pushing:
        settings.LOGIN_FILE = str(pushing.login_file)
        walker = Walker()

        answer = walker.log_in("fatima")
        forget_providers()

    assert set(walker.asked) == {"client_id", "request_uri"}
    assert answer.status_code == 302
    assert LoginSession.objects.get().person_id == cast.person("fatima").id


def test_somebody_who_is_logged_in_at_the_provider_needs_no_button(provider):
    walker = Walker()
    walker.log_in("fatima")
    walker.visitor.cookies.pop(django_settings.LOGIN_COOKIE)

    walker.come_back(walker.way_back(None))

    assert walker.visitor.see("own_page").status_code == 200


def test_the_second_login_finds_the_link_of_the_first(provider):
    Walker().log_in("fatima")
    Walker().log_in("fatima")

    link = Identity.objects.get()

    assert (link.issuer, link.person_id) == (provider.issuer, cast.person("fatima").id)
    assert LoginSession.objects.count() == 2


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (WEAK, "ikke sikker nok"),
        (WITHOUT_NUMBER, "fødselsnummer"),
        ("", "avbrutt"),
    ],
)
def test_the_wrong_kind_of_login_is_refused_in_plain_words(provider, person, words):
    answer = Walker().log_in(person)

    assert answer.status_code == 403
    assert words in answer.content.decode()
    assert not LoginSession.objects.exists()


def test_a_test_user_is_welcome_at_a_provider_for_tests(provider):
    assert Walker().log_in(TEST_USER).status_code == 302


def test_somebody_with_no_access_is_told_and_can_log_out_of_the_provider(provider):
    walker = Walker()
    answer = walker.log_in(STRANGER)

    after = walker.log_out()

    assert answer.status_code == 403
    assert "ikke gitt deg tilgang" in answer.content.decode()
    assert after.startswith(f"{SITE}/logg-ut/ferdig/")
    assert not LoginSession.objects.exists()
    assert _must_log_in_anew(walker)


def test_somebody_with_no_access_reaches_no_page(provider):
    walker = Walker()
    walker.log_in(STRANGER)

    answers = [walker.visitor.see(name).status_code for name in ("own_page", "my_logs", "family_logs")]

    assert answers == [302, 302, 302]


def test_logging_out_logs_out_of_the_provider_too_and_the_hint_stands_in_no_address(provider):
    walker = Walker()
    walker.log_in("fatima")
    before = len(provider.asked())

    page = walker.visitor.post("/logg-ut/")
    walker.log_in("fatima")
    after = walker.log_out()

    content = page.content.decode()
    assert re.search(r'<form method="post" action="http://127[^"]+/session/end" data-at-once>', content)
    assert 'name="id_token_hint"' in content
    assert f"form-action 'self' {provider.issuer}" in page["Content-Security-Policy"]
    assert page["Clear-Site-Data"] == '"cache", "storage"'
    assert after.startswith(f"{SITE}/logg-ut/ferdig/?state=")
    assert "id_token" not in after
    assert any(line == "POST /session/end" for line in provider.asked()[before:])
    assert _must_log_in_anew(walker)
    assert not LoginSession.objects.exists()


def test_the_id_token_is_stored_sealed(provider):
    Walker().log_in("fatima")

    kept = bytes(LoginSession.objects.get().id_token_cipher)

    assert b"eyJ" not in kept
    assert cast.person("fatima").number.digits.encode() not in kept


def test_a_login_that_has_not_been_used_for_half_an_hour_has_ended(provider):
    walker = Walker()
    walker.log_in("fatima")

    with clock.set_to(clock.now() + timedelta(minutes=31)):
        answer = walker.visitor.see("own_page")

    assert answer.status_code == 302


def test_a_login_that_is_used_ends_after_two_hours_all_the_same(provider):
    walker, began, statuses = Walker(), clock.now(), []
    walker.log_in("fatima")

    for minutes in range(20, 141, 20):
        with clock.set_to(began + timedelta(minutes=minutes)):
            statuses.append(walker.visitor.see("own_page").status_code)

    assert statuses[:5] + statuses[6:] == [200] * 5 + [302]


def test_the_next_login_works_when_the_provider_has_a_new_key(settings):
    with child_provider.running(SITE) as rolling:
        settings.LOGIN_FILE = str(rolling.login_file)
        Walker().log_in("fatima")
        rolling.roll_key()

        answer = Walker().log_in("fatima")
        asked = rolling.asked().count("GET /jwks")
        forget_providers()

    assert answer.status_code == 302
    assert asked == 2


def test_every_way_in_leaves_a_row_in_the_trail_with_how_sure_it_was(provider):
    walker = Walker()
    walker.log_in("fatima")
    walker.log_out()

    with within(HERE.id):
        rows = list(Entry.objects.filter(event__startswith="identity.").order_by("number"))

    assert [row.event for row in rows] == ["identity.logged_in", "identity.logged_out"]
    assert {row.actor_id for row in rows} == {cast.person("fatima").id}
    assert rows[0].facts["provider"] == "proveporten"
    assert rows[0].facts["level"] == "idporten-loa-high"
    assert rows[0].facts["methods"] == ["BankID"]
    assert rows[1].reason == "own"
    assert cast.person("fatima").number.digits not in str([vars(row) for row in rows])


def _must_log_in_anew(walker):
    """Whether the provider asks who it is, because the login there is over."""
    page = walker.there.get(walker.visitor.get(BEGIN)["Location"])
    return "Prøveporten" in page.text
