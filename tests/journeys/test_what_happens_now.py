"""Every log says at the top what happens now, and gives its holder the one way on; nobody else gets the button."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import PHONE

pytestmark = pytest.mark.journey

LINES = (
    ("kari", "noor", "Neste evaluering er", None),
    ("kari", "oskar", "Det er tid for å evaluere", "Evaluer tiltaket"),
    ("kari", "emil", "Loggen venter på samtykke", "Registrer samtykke"),
    ("kari", "linnea", "Et utkast venter", "Åpne oppmerksomheten"),
    ("kari", "ahmed", "Oppmerksomheten er delt", "Åpne oppmerksomheten"),
    ("kari", "tiril", "Neste møte er", "Se møtet"),
    ("jonas", "even", "nærmer seg", "Evaluer tiltaket"),
    ("kari", "sara", "Kanskje loggen også kan avsluttes?", "Avslutt loggen"),
    ("yusuf", "hedda", "Ingenting er planlagt", "Åpne oppmerksomheten"),
    ("yusuf", "mikkel", "Samtykket gjelder til", "Forny samtykket"),
    ("amal", "zara", "venter på å bli justert", "Juster tiltaket"),
    ("pernille", "isak", "Ingenting er skrevet ennå", "Ny oppmerksomhet"),
    ("pernille", "lilly", "Stafettpinnen er tilbudt", "Se tilbudet"),
    ("dag", "jakob", "Loggen er avsluttet", None),
)


@pytest.mark.parametrize(("holder", "child", "words", "way_on"), LINES, ids=[line[1] for line in LINES])
def test_a_log_says_what_happens_now_and_leads_its_holder_there(enter, site, holder, child, words, way_on):
    page = enter(holder, width=PHONE)
    page.goto(site.log_of(child))

    now = page.get_by_role("region", name="Hva skjer nå")
    expect(now).to_contain_text(words)
    expect(now).to_be_in_viewport()
    expect(now.get_by_role("link")).to_have_count(1 if way_on else 0)
    if way_on:
        now.get_by_role("link", name=way_on, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.url.rstrip("/") != (site.address + site.log_of(child)).rstrip("/")


def test_a_father_is_told_the_same_without_the_button(enter, site):
    page = enter("ante", width=PHONE)

    now = page.get_by_role("region", name="Hva skjer nå")
    expect(now).to_contain_text("Kanskje loggen også kan avsluttes?")
    expect(now.get_by_role("link")).to_have_count(0)


def test_the_menu_shows_which_list_a_log_belongs_to(enter, site):
    current = {}
    for person in ("kari", "henrik"):
        page = enter(person)
        page.goto(site.log_of("tiril"))
        current[person] = (
            page.get_by_role("navigation", name="Hovedmeny").locator("[aria-current]").all_inner_texts()
        )

    assert current == {"kari": ["Mine stafettlogger"], "henrik": ["Mine aktørlogger"]}
