"""Messages on the phone: the number in the menu, the inbox, opening what it is about, and choosing how to be told."""

import pytest
from playwright.sync_api import expect

from stafett.demo import cast
from tests.journeys import auditing
from tests.journeys.browsing import PHONE, follow, press, see, see_heading

pytestmark = pytest.mark.journey


def test_a_guardian_gets_a_message_opens_it_and_chooses_how_to_be_told(enter, site):
    page = enter("fatima", width=PHONE)
    put_in_inbox(site, "fatima", "consent_ends")
    page.reload()

    inbox = page.get_by_role("link", name="Meldinger 1 ulest")
    expect(inbox).to_be_in_viewport()
    inbox.click()
    see_heading(page, "Meldinger")
    see(page, "Ulest", "Et samtykke går ut", "Noor Oppdiktsen")
    assert auditing.faults_of(page, schemes=("light", "dark")) == []

    page.set_viewport_size({"width": PHONE, "height": 740})
    page.get_by_role("button", name="Åpne: Et samtykke går ut").click()
    see_heading(page, "Noor Oppdiktsen")
    expect(page.get_by_role("link", name="Meldinger", exact=True)).to_be_visible()

    follow(page, "Meldinger")
    expect(page.get_by_text("Ulest")).to_have_count(0)
    follow(page, "Velg hvordan du vil bli varslet")
    see(page, "Dette er en demo. Den sender verken e-post eller SMS.")
    page.get_by_label("E-post").uncheck()
    page.get_by_label("SMS").check()
    press(page, "Lagre")

    see(page, "Endringene er lagret.")
    expect(page.get_by_label("E-post")).not_to_be_checked()
    expect(page.get_by_label("SMS")).to_be_checked()
    assert auditing.faults_of(page, schemes=("light", "dark")) == []


def test_the_inbox_works_without_script_and_by_keyboard(enter, site):
    page = enter("omar", width=PHONE, javascript=False)
    put_in_inbox(site, "omar", "consent_ends")
    put_in_inbox(site, "omar", "consent_given")

    page.goto("/meldinger/")
    page.locator("form[action='/meldinger/lest/'] button").focus()
    page.keyboard.press("Enter")

    expect(page.locator("li[data-unread]")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible()


def test_a_holder_has_reminders_from_the_demo_itself(enter):
    page = enter("kari")

    page.get_by_role("link", name="Meldinger").click()

    see_heading(page, "Meldinger")
    expect(page.get_by_role("main").get_by_role("listitem")).not_to_have_count(0)
    assert auditing.faults_of(page) == []


def put_in_inbox(site, key, kind):
    """A message to somebody about Noor's log, straight into the site's database."""
    log = site.log_of("noor").strip("/").split("/")[-1]
    site.ask(
        "INSERT INTO inbox_message (id, municipality_id, recipient_id, kind, about_id, facts, route, target_id, created_at)"
        " VALUES (gen_random_uuid(), %s, %s, %s, %s, '{\"date\": \"2031-03-09\"}', 'log', %s, now()) RETURNING id",
        cast.place_of(key).id, cast.person(key).id, kind, log, log,
    )  # fmt: skip
