"""Logging in for real, in a browser, against a provider of its own: the acceptance tests of ID-porten (OIDC-01)."""

import dataclasses
import json
import re
import secrets
from contextlib import ExitStack
from urllib.parse import urlencode

import psycopg
import pytest
from playwright.sync_api import expect

from stafett.kernel.crypto import new_key
from tests.environment import WORKER, cluster
from tests.identity import child_provider
from tests.journeys import auditing, running_site
from tests.journeys.browsing import PHONE, answer, follow, press, see, see_heading

pytestmark = pytest.mark.journey

PORTAL = "Logg inn med Prøveporten"


@pytest.fixture(scope="module")
def real_site(told_demo):
    """A site where real people log in, and the provider they do it with, on two different hosts."""
    database = f"login_{WORKER}"
    cluster.create_database(database, template=told_demo)
    with ExitStack() as stack:
        started = []

        def surroundings(port):
            own = f"http://localhost:{port}"
            back = f"http://127.0.0.1:{port}/logg-ut/melding/"
            started.append(stack.enter_context(child_provider.running(own, back_channel=back)))
            return {
                "STAFETT_DEMO": "0", "STAFETT_SYNTHETIC_PERSONS": "1",
                "STAFETT_LOGIN_FILE": str(started[0].login_file), "STAFETT_SECRET_KEY": secrets.token_urlsafe(50),
                "STAFETT_KEY_RING": json.dumps({"real": new_key()}),
            }  # fmt: skip

        site = stack.enter_context(running_site.serving(database, surroundings=surroundings))
        address = site.address.replace("127.0.0.1", "localhost")
        yield dataclasses.replace(site, address=address), started[0]
        assert site.complaints() == ""
    cluster.drop_database(database)


@pytest.fixture
def opened(windows, real_site):
    """Opens a window on the real site, nobody logged in; gives the page."""
    site, _provider = real_site
    return lambda **options: windows.open(site, **options)


def test_from_the_short_address_to_the_log_is_one_choice_at_the_provider(opened):
    page = opened(width=PHONE)

    _log_in(page, "fatima")

    see(page, "Noor")
    expect(
        page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Loggen")
    ).to_be_visible()


def test_the_login_page_offers_the_provider_and_passes_axe(opened):
    page = opened(width=PHONE)
    page.goto("/logg-inn/?kommune=eksempelvik")

    faults = auditing.faults_of(page, schemes=("light", "dark"))
    follow(page, PORTAL)
    page.get_by_role("button", name="fatima", exact=True).click()

    assert faults == []
    see(page, "Noor")


def test_somebody_who_is_logged_in_at_the_provider_comes_straight_in(opened):
    page = opened()
    _log_in(page, "fatima")
    page.context.clear_cookies(domain="localhost")

    page.goto("/eksempelvik/")

    see(page, "Noor")


def test_logging_out_of_us_logs_out_of_the_provider(opened):
    page = opened(width=PHONE)
    _log_in(page, "fatima")
    page.goto("/min-side/")
    press(page, "Logg ut")
    press(page, "Ja")
    see_heading(page, "Du er logget ut")
    faults = auditing.faults_of(page)

    page.goto("/min-side/")
    see_heading(page, "Logg inn")
    page.goto("/eksempelvik/")

    assert faults == []
    expect(page.get_by_role("heading", name=re.compile("Prøveporten"))).to_be_visible()


def test_logging_out_works_without_javascript_too(opened):
    page = opened(javascript=False)
    _log_in(page, "fatima")
    page.goto("/min-side/")
    press(page, "Logg ut")
    faults_heading = page.get_by_role("heading", level=1)
    expect(faults_heading).to_have_text("Du er logget ut av Stafett")
    press(page, "Logg ut av Prøveporten")
    press(page, "Ja")

    see_heading(page, "Du er logget ut")


def test_logging_out_at_another_service_ends_the_login_here(opened, real_site):
    _site, provider = real_site
    page = opened()
    _log_in(page, "fatima")

    page.goto(f"{provider.issuer}/session/end")
    press(page, "Ja")
    page.wait_for_url(re.compile("session/end/success"))
    page.goto("/min-side/")

    see_heading(page, "Logg inn")


def test_a_frame_on_the_providers_page_ends_the_login_here(opened, real_site):
    site, provider = real_site
    page = opened()
    _log_in(page, "fatima")
    sid = _ask(site, "SELECT sid FROM identity_loginsession WHERE sid <> '' ORDER BY started_at DESC LIMIT 1")
    address = f"{site.address}/logg-ut/nettleser/?iss={provider.issuer}&sid={sid}"

    with page.expect_response(lambda response: "/logg-ut/nettleser/" in response.url) as told:
        page.goto(f"{provider.issuer}/ramme/?{urlencode({'til': address})}")
    page.goto("/min-side/")

    assert told.value.status == 200
    assert "cookie" not in told.value.request.all_headers()
    see_heading(page, "Logg inn")


def test_after_half_an_hour_without_use_the_words_survive_a_new_login(opened, real_site):
    site, _provider = real_site
    page = opened()
    _log_in(page, "kari")
    page.goto(site.log_of("noor") + "notater/")
    answer(page, "Notat", "Vi snakket om turen til skogen.")
    _age(site, "seen_at = seen_at - interval '31 minutes'")
    press(page, _submit_of(page))
    see_heading(page, "Du er logget ut")
    see(page, "Vi snakket om turen til skogen.")

    with page.expect_popup() as opening:
        follow(page, "Logg inn i en ny fane")
    tab = opening.value
    follow(tab, PORTAL)
    expect(tab.get_by_role("link", name="Mine stafettlogger")).to_be_visible()
    press(page, "Send på nytt")

    see(page, "Vi snakket om turen til skogen.")
    expect(page).to_have_url(re.compile(r"/logger/"))


def test_after_two_hours_the_login_is_over_however_much_it_is_used(opened, real_site):
    site, _provider = real_site
    page = opened()
    _log_in(page, "fatima")
    _age(site, "lasts_until = now() - interval '1 second'")

    page.goto("/min-side/")

    see_heading(page, "Logg inn")


def test_somebody_with_no_access_is_told_so_and_logs_out(opened):
    page = opened(width=PHONE)
    page.goto("/eksempelvik/")
    page.get_by_role("button", name=child_provider.STRANGER, exact=True).click()
    see_heading(page, "Du er ikke logget inn")
    faults = auditing.faults_of(page)

    press(page, "Logg ut")
    press(page, "Ja")

    assert faults == []
    see_heading(page, "Du er logget ut")


def test_the_list_of_logins_ends_another_device(opened):
    laptop, phone = opened(), opened(width=PHONE)
    _log_in(laptop, "omar")
    _log_in(phone, "omar")
    phone.goto("/min-side/innlogginger/")
    faults = auditing.faults_of(phone, schemes=("light", "dark"))

    phone.get_by_role("button", name=re.compile("^(Avslutt|End)$")).first.click()
    laptop.goto("/min-side/")

    assert faults == []
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Logg inn")


def _log_in(page, key):
    page.goto("/eksempelvik/")
    page.get_by_role("button", name=key, exact=True).click()
    expect(page.get_by_role("navigation", name=re.compile("Hovedmeny|Main menu"))).to_be_visible()


def _submit_of(page):
    return page.locator("main form .ds-button[data-variant=primary]").last.inner_text()


def _age(site, change):
    with psycopg.connect(cluster.urls(site.database).admin) as link:
        link.execute(f"UPDATE identity_loginsession SET {change}")


def _ask(site, query):
    return site.ask(query)[0][0]
