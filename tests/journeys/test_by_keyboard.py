"""Everything can be done without a mouse: Tab, Enter, Space and arrows, and one always sees where one is."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import control, see, see_heading

pytestmark = pytest.mark.journey

LONGEST_WAY = 150  # presses of Tab before we say that something cannot be reached
WHERE = """() => {
  const at = document.activeElement;
  const words = at.ariaLabel || (at.labels?.[0] || at).textContent;
  // A tick or a dot is small, so the ring is drawn around it and its words together.
  const rings = [at, at.closest('.ds-field')].filter(Boolean).map((e) => getComputedStyle(e));
  return {
    words: words.replace(/\\s+/g, ' ').trim(), tag: at.tagName, id: at.id,
    isMarked: at === document.body || at.matches(':focus-visible'),
    outline: Math.max(...rings.map((s) => (s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth)))),
    isOnScreen: (({top, bottom, width}) => bottom > 0 && top < innerHeight && width > 0)(at.getBoundingClientRect()),
  };
}"""
REACHABLE = """() => {
  const groups = new Set();
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary')]
    .filter((e) => e.checkVisibility() && !e.disabled && e.tabIndex >= 0)
    .filter((e) => e.type !== 'radio' || (!groups.has(e.name) && groups.add(e.name))).length;
}"""


def test_a_lysglimt_is_written_without_a_mouse(enter):
    page = enter()
    page.goto("/logg-inn/")
    go_to(page, "Logg inn som Kari Eksempelmo")
    press_enter(page)

    go_to(page, "Noor Oppdiktsen")
    press_enter(page)
    go_to(page, "Nytt lysglimt")
    press_enter(page)
    go_to(page, "Hva gikk bra?")
    page.keyboard.type("Noor leste ukens gåte for hele klassen.")
    go_to(page, "Del lysglimtet")
    press_enter(page)

    see(page, "Lysglimtet er delt.", "Noor leste ukens gåte for hele klassen.")


def test_a_measure_is_evaluated_without_a_mouse(enter):
    page = enter("kari")
    go_to(page, "Oskar Alexander Eksempelbakken-Tenkelandshaugen")
    press_enter(page)
    go_to(page, "Evaluer tiltaket")
    press_enter(page)

    go_to(page, "Pågående")
    page.keyboard.press("Space")
    for _step in range(4):
        page.keyboard.press("ArrowDown")
    go_to(page, "Foresatte")
    page.keyboard.press("Space")
    go_to(page, "Hva har dere sett? (valgfritt)")
    page.keyboard.type("Lekegruppen er blitt Oskars eget tiltak.")
    go_to(page, "Lagre evalueringen")
    press_enter(page)

    see(page, "Evalueringen er lagret.")
    see(
        page, "Har gitt ønsket effekt og fortsetter i det daglige", "Lekegruppen er blitt Oskars eget tiltak."
    )


def test_after_an_error_focus_stands_on_what_must_be_put_right(enter, site):
    page = enter("kari")
    page.goto(site.log_of("noor") + "lysglimt/")
    go_to(page, "Del lysglimtet")
    press_enter(page)

    summary = page.get_by_role("region", name="Noe må rettes før vi kan lagre")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(control(page, "Hva gikk bra?")).to_be_focused()
    expect(control(page, "Hva gikk bra?")).to_have_accessible_description("Fyll inn dette. 500 tegn igjen")


def test_the_first_stop_skips_the_menu(enter):
    page = enter("kari")
    page.keyboard.press("Tab")

    first = page.evaluate(WHERE)
    assert (first["words"], first["isOnScreen"]) == ("Hopp til innholdet", True)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.get_by_role("main").locator(":focus").count() == 1


@pytest.mark.parametrize("path", ["log", "concern_form", "own_page"])
def test_tab_visits_every_control_once_and_leads_out_again(enter, site, path):
    page = enter("kari")
    page.goto(
        {
            "log": site.log_of("noor"),
            "concern_form": site.log_of("noor") + "oppmerksomheter/",
            "own_page": "/min-side/",
        }[path]
    )
    expected = page.evaluate(REACHABLE)

    for _stop in range(expected):
        assert_focus_is_seen(page)

    page.keyboard.press("Tab")
    assert page.evaluate(WHERE)["tag"] == "BODY"


def test_a_page_opens_at_its_top(enter, site):
    page = enter("kari")
    page.goto(site.log_of("noor"))

    see_heading(page, "Noor Oppdiktsen")
    assert page.evaluate(WHERE)["tag"] == "BODY"


def go_to(page, words):
    """Press Tab until focus stands on the control with these words; it must be seen at every stop."""
    for _press in range(LONGEST_WAY):
        if assert_focus_is_seen(page)["words"] == words:
            return
    raise AssertionError(f"{words!r} was not reached with Tab")


def press_enter(page):
    """Press Enter on a link or button that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def assert_focus_is_seen(page):
    page.keyboard.press("Tab")
    where = page.evaluate(WHERE)
    assert where["isMarked"] and where["isOnScreen"] and (where["outline"] > 0 or where["tag"] == "BODY"), (
        where
    )
    return where
