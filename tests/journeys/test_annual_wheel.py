"""Årshjulet in a real browser: a principal's five minutes, by keyboard and on a phone, and a wheel that hangs on a wall."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey

LATE = "BTI på alle foreldremøter"


def test_a_principal_does_what_is_late_from_the_wheel_and_sees_it_done(enter):
    page = enter("elle")
    page.goto("/arshjul/")
    wheel = page.url
    see_heading(page, re.compile("Årshjul 20"))
    now = page.get_by_role("region", name="Nå")
    expect(now.get_by_text("skulle vært gjort i august")).to_be_visible()
    assert auditing.faults_of(page, schemes=("light", "dark")) == []

    now.get_by_role("link", name="Foreldremøtene, klasse for klasse").click()
    answer(page, "Hvilken klasse eller gruppe?", "4A")
    press(page, "Huk av")
    see(page, "Foreldremøtet er huket av.", "4A")
    follow(page, LATE)
    follow(page, "Marker som gjort")
    answer(page, "Hva viser at det er gjort?", "Tema på alle møtene, 010190 12345")
    press(page, "Marker som gjort")
    see(page, "Dette ser ut som et fødselsnummer.")
    assert auditing.faults_of(page) == []

    answer(page, "Hva viser at det er gjort?", "Tema på alle møtene")
    press(page, "Marker som gjort")
    see(page, "Oppgaven er gjort. Godt jobbet!", "Tema på alle møtene")
    page.goto(wheel)
    expect(page.get_by_role("region", name="Nå").get_by_text(LATE)).to_have_count(0)


def test_the_wheel_is_walked_by_keyboard_and_each_mark_leads_to_its_line(enter):
    page = enter("kari")
    page.goto("/arshjul/")
    mark = page.get_by_role("link", name=re.compile(r"^3: Meld på nyansatte .* – september, Gjort$"))
    mark.focus()

    page.keyboard.press("Enter")

    assert page.url.endswith("#oppgave-3")
    page.keyboard.press("Tab")
    expect(page.locator("#oppgave-3").get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    see_heading(page, "Meld på nyansatte til kurset i oktober")
    not_see(page, "Endre oppgaven")


def test_on_a_phone_without_script_the_list_comes_first_and_a_task_is_put_in_moved_and_put_away(enter):
    page = enter("elle", width=PHONE, javascript=False)
    page.goto("/arshjul/")
    wheel = page.url
    august = page.get_by_role("heading", name="August").bounding_box()["y"]
    assert august < page.get_by_role("group", name=re.compile("Årshjulet som bilde")).bounding_box()["y"]

    follow(page, "Ny oppgave")
    answer(page, "Hva skal gjøres?", "Uteskole med alle")
    page.get_by_label("I hvilken måned?").select_option(label="mai")
    press(page, "Legg i årshjulet")
    see(page, "Oppgaven står i årshjulet.", "Mai")
    follow(page, "Endre oppgaven")
    page.get_by_label("I hvilken måned?").select_option(label="juni")
    press(page, "Lagre")
    see(page, "Oppgaven er endret.", "Juni")
    press(page, "Legg bort: ikke aktuelt i år")
    see(page, "Ikke aktuelt")
    page.goto(wheel)
    expect(page.get_by_role("listitem").filter(has_text="Uteskole med alle").first).to_contain_text(
        "Ikke aktuelt"
    )


def test_the_staff_list_is_confirmed_and_the_status_sheet_is_one_page(enter):
    page = enter("elle")
    page.goto("/arshjul/")
    page.get_by_role("region", name="Nå").get_by_role("link", name="Ansatte i enheten").click()
    assert auditing.faults_of(page) == []
    press(page, "Listen stemmer")
    see(page, "Takk! Listen er bekreftet.")

    page.goto("/arshjul/")
    follow(page, "Statusark til møter")
    see(page, "færre enn 5")
    assert auditing.faults_of(page) == []
    assert _pages(page.pdf(prefer_css_page_size=True)) == 1


def test_the_wheel_is_one_sheet_of_a4_that_lies_down(enter):
    page = enter("kari")
    page.goto("/arshjul/")

    paper = page.pdf(prefer_css_page_size=True, tagged=True)

    assert _pages(paper) == 1
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper).groups())
    assert (round(width), round(height)) in {(842, 595), (841, 595), (842, 596)}


def test_a_calendar_reads_the_address_until_it_is_closed(enter, site):
    page, calendar = enter("kari"), enter()
    page.goto("/arshjul/")
    follow(page, "Legg i kalenderen")
    press(page, "Lag adressen")
    see(page, "Vi viser den bare nå.")
    assert auditing.faults_of(page) == []
    address = page.locator("#adresse").inner_text()

    with calendar.expect_download() as saved:
        calendar.evaluate("(to) => { location.href = to }", address)
    assert b"SUMMARY:" in saved.value.path().read_bytes()

    page.goto(page.url)
    not_see(page, "Vi viser den bare nå.")
    press(page, "Steng adressen")
    see(page, "Adressen er stengt.")
    assert calendar.request.get(address).status == 404


def test_the_administrator_puts_a_task_in_every_school_and_the_neighbour_never_sees_it(enter):
    randi, kari, oddny = enter("randi"), enter("kari"), enter("oddny")
    randi.goto("/arshjul/")
    assert auditing.faults_of(randi) == []
    follow(randi, "Felles oppgaver")
    assert auditing.faults_of(randi) == []
    follow(randi, "Ny felles oppgave")
    assert auditing.faults_of(randi) == []
    answer(randi, "Hva skal gjøres?", "Kommunens dag for barn")
    randi.get_by_label("I hvilken måned?").select_option(label="mai")
    press(randi, "Legg i alle årshjulene")
    see(randi, "Kommunens dag for barn")

    kari.goto("/arshjul/")
    see(kari, "Kommunens dag for barn")
    oddny.goto("/arshjul/")
    see(oddny, "BTS på alle foreldremøta")
    not_see(oddny, "Kommunens dag for barn")


def _pages(paper):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))
