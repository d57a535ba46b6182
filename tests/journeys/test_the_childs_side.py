"""The child takes part: the youth on her own phone, and the child at the table with the holder's machine (W-23, S001-28..34)."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey
SHUT = "Nå er skjermen hos barnet"


def test_a_child_takes_a_step_and_tells_a_lysglimt_at_the_table_and_reaches_nothing_else(enter, site):
    page = enter("jonas")
    follow(page, "Even Finurlund")
    log = page.url
    other = page.context.new_page()
    other.goto("/logger/")

    follow(page, "Gi skjermen til barnet")
    press(page, "Gi skjermen til barnet")

    see_heading(page, "Even")
    expect(other.get_by_role("heading", name=SHUT)).to_be_visible()  # the tab that stood open has asked anew
    page.get_by_role("button", name="Jeg klarte det").first.click()
    see(page, "Du klarte det! Så bra.")
    follow(page, "Nytt lysglimt")
    page.get_by_text("Jeg turte", exact=True).click()
    answer(page, "Skriv om det", "Jeg gikk helt inn selv.")
    press(page, "Lagre")
    see(page, "Jeg gikk helt inn selv.", "Skrevet ved bordet")
    mine = page.url

    for address in (log, "/", "/min-side/", "/logg-inn/", "/veileder/", "/meldinger/"):
        page.goto(address)
        see_heading(page, SHUT)
        not_see(page, "Jonas", "Mine stafettlogger")
    page.go_back()
    not_see(page, "Mine stafettlogger")
    page.goto(mine)
    assert auditing.faults_of(page, schemes=("light", "dark")) == []

    follow(page, "Jeg er ferdig")
    page.get_by_role("button", name=re.compile("Ja, jeg er Jonas")).click()

    see(page, "Barnet delte et lysglimt.", "Jeg gikk helt inn selv.")
    other.reload()
    expect(other.get_by_role("heading", level=1)).not_to_have_text(SHUT)


def test_a_youth_says_on_her_phone_how_she_wants_the_meeting_and_the_holder_reads_it(enter, site):
    youth = enter("live", width=PHONE)

    if not youth.get_by_role("link", name="Barnets side", exact=True).count():
        pytest.fail(f"no way to her own side from {youth.url}")
    follow(youth, "Barnets side")
    see_heading(youth, "Live")
    follow(youth, "Slik vil jeg ha det")
    youth.get_by_label("Nær døra").check()
    answer(youth, "Dette vil jeg snakke om", "Hva som skjer til våren")
    press(youth, "Lagre")
    see(youth, "Nær døra", "Hva som skjer til våren")
    assert auditing.faults_of(youth) == []


def test_it_is_all_done_with_the_keyboard_and_without_javascript(enter, site):
    page = enter("jonas", javascript=False)
    follow(page, "Even Finurlund")
    follow(page, "Barnets side")
    page.get_by_role("link", name=re.compile("Skriv målet|Nytt mål")).focus()
    page.keyboard.press("Enter")
    page.get_by_label("Hva vil du få til?").focus()
    page.keyboard.type("Jeg vil stå på scenen")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    see(page, "Jeg vil stå på scenen", "Sagt til en voksen")
