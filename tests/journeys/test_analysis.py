"""The analysis in its two rounds: first the staff's own, then the family's; by mouse, by keys, and without script."""

import pytest
from playwright.sync_api import expect

from tests.journeys.auditing import faults_of
from tests.journeys.browsing import PHONE, answer, choose, follow, not_see, press, see_heading
from tests.journeys.test_by_keyboard import go_to, press_enter

pytestmark = pytest.mark.journey

QUESTION = "Hva holder utfordringen ved like?"
ELEPHANT = "Vi har byttet lærer tre ganger på ett år."
KEPT = "Vi er usikre på om vi har nok tid."
HERS = "Hun er trøtt etter SFO når vi skal lese."
AIMED = "Vi leser før middag, ti minutter."


@pytest.mark.parametrize("javascript", [True, False])
def test_staff_think_first_and_then_the_family_joins_in(enter, fresh_site, windows, javascript):
    teacher = windows.open(fresh_site, "kari", javascript=javascript)
    mother = windows.open(fresh_site, "fatima", width=PHONE, javascript=javascript)

    go_to_analysis(teacher)
    follow(teacher, "De ansattes runde")
    add(teacher, "Hos oss voksne", ELEPHANT)
    add(teacher, "I rammene rundt", KEPT)
    see(teacher, "Bare du ser", ELEPHANT, KEPT)
    read_as_family(mother)
    not_see(mother, ELEPHANT, KEPT)

    item(teacher, ELEPHANT).get_by_role("button", name="Del dette").click()
    follow(teacher, "Runden med familien")
    see(teacher, ELEPHANT)
    not_see(teacher, KEPT)  # the screen is shown to the family in this round
    add(teacher, "Hjemme", HERS, by="Foresatte", within_reach=True)
    aim(teacher, HERS, AIMED)

    read_as_family(mother)
    see(mother, ELEPHANT, HERS, "Sagt av foresatte", "Her kan vi gjøre noe", AIMED)
    not_see(mother, KEPT, "De ansattes runde", "Nytt tiltak for dette", "Del dette")
    mother.get_by_role("main").get_by_role("list").get_by_role("link", name=AIMED).click()
    see(mother, "Rettet mot:", HERS)


def test_the_analysis_is_made_without_a_mouse(enter):
    page = enter("kari")
    go_to(page, "Oskar Alexander Eksempelbakken-Tenkelandshaugen")
    press_enter(page)
    go_to(page, "Åpne oppmerksomheten")
    press_enter(page)
    go_to(page, "Åpne analysen")
    press_enter(page)
    go_to(page, "Legg til noe")
    press_enter(page)
    go_to(page, "Hos barnet")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    go_to(page, QUESTION)
    page.keyboard.type("De andre kan leken fra før.")
    go_to(page, "Dette kan vi gjøre noe med")
    page.keyboard.press("Space")
    go_to(page, "Legg til")
    press_enter(page)

    see(page, "De andre kan leken fra før.", "I gruppen", "Her kan vi gjøre noe")
    go_to(page, "Nytt tiltak for dette")
    press_enter(page)
    see_heading(page, "Nytt tiltak")


def test_both_rounds_and_the_form_are_whole_for_everybody(enter):
    page = enter("kari")
    go_to_analysis(page)
    family = page.url
    follow(page, "De ansattes runde")
    add(page, "Hos oss voksne", "Særskiltundervisningsplanleggingsmøtene våre " * 4)
    own = page.url

    faults = [
        f"{address}: {fault}"
        for address in (own, family, family.replace("analyse/", "analyse/ny/"))
        for fault in (page.goto(address), *faults_of(page, schemes=("light", "dark")))[1:]
    ]

    assert faults == []


def test_the_picture_is_for_eyes_and_the_list_for_everyone(enter):
    page = enter("kari")
    go_to_analysis(page)

    drawn = page.locator("figure svg")
    expect(drawn.first).to_be_visible()
    page.set_viewport_size({"width": PHONE, "height": 740})
    expect(drawn.nth(1)).to_be_visible()
    assert page.locator("figure a:not([tabindex='-1'])").count() == 0
    picture = page.locator("figure [data-kind='wide'] a")
    in_picture = set(picture.evaluate_all("(all) => all.map((a) => a.getAttribute('href'))"))
    in_list = set(page.locator("main li[id]").evaluate_all("(all) => all.map((e) => e.id)"))
    assert in_picture
    assert {href[1:] for href in in_picture if href.startswith("#")} == in_list


def see(page, *words):
    """The words can be seen; the picture has them twice, for wide screens and narrow ones."""
    for each in words:
        seen = page.get_by_role("main").get_by_text(each).locator("visible=true")
        expect(seen.first).to_be_visible()


def go_to_analysis(page):
    follow(page, "Noor Oppdiktsen")
    page.get_by_role("main").get_by_role("link", name="Åpne oppmerksomheten").first.click()
    follow(page, "Åpne analysen")
    see_heading(page, QUESTION)


def read_as_family(page):
    page.goto("/familien/")
    page.get_by_role("main").get_by_role("link", name="Åpne oppmerksomheten").first.click()
    follow(page, "Åpne analysen")
    see_heading(page, QUESTION)


def add(page, where, words, by=None, within_reach=False):
    follow(page, "Legg til noe")
    choose(page, "Hvor ligger det?", where)
    answer(page, QUESTION, words)
    if by:
        choose(page, "Hvem sier det?", by)
    if within_reach:
        page.get_by_label("Dette kan vi gjøre noe med").check()
    press(page, "Legg til")


def aim(page, factor, measure):
    item(page, factor).get_by_role("link", name="Nytt tiltak for dette").click()
    answer(page, "Hva skal dere gjøre?", measure)
    press(page, "Lagre tiltaket")
    if page.get_by_text(
        "Noe må rettes før vi kan lagre"
    ).count():  # one more for the same owner is asked about
        page.get_by_label("Ja, vi vil ha flere tiltak for samme ansvarlige nå").check()
        press(page, "Lagre tiltaket")


def item(page, words):
    return page.get_by_role("main").get_by_role("listitem").filter(has_text=words)
