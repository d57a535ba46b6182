"""The guide in a real browser: found in a click, used beside the log, and sheets from which nothing leaves the page."""

from datetime import date

import pytest
from playwright.sync_api import expect

from stafett.action_guide.content import library
from stafett.kernel import personal_number
from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, control, follow, log_in, press, see, see_heading

pytestmark = pytest.mark.journey

COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; };"
KEPT = """async () => [localStorage.length, sessionStorage.length, document.cookie.length,
  (await indexedDB.databases()).length, (await caches.keys()).length]"""
PAGES = (
    "/veileder/", "/veileder/niva-0/", "/veileder/niva-1/veien-videre/", "/veileder/niva-0/samtale/",
    "/veileder/hele/", "/veileder/sok/?q=vald", "/veileder/sok/?q=qxzwvj", "/veileder/vold-og-overgrep/",
    "/eksempelvik/veileder/niva-3/mote/?maal=nn",
)  # fmt: skip


def test_a_parent_finds_the_guide_from_the_front_page_in_one_click(enter):
    page = enter(width=PHONE)
    page.goto("/")

    page.get_by_role("main").get_by_role("link", name="Handlingsveilederen").click()

    see_heading(page, "Handlingsveilederen")
    see(page, "Nivå 0: Undring og avklaring", "Undringssamtale med foresatte")


def test_a_teacher_reaches_the_template_from_the_log_in_two_clicks_and_finds_back(enter, site):
    page = enter("kari", width=PHONE)
    page.goto(site.log_of("oskar"))
    log = page.url

    page.get_by_role("link", name="Neste steg på nivå 1").click()
    follow(page, "Møtemal")

    see_heading(page, "Møtemal")
    follow(page, "Tilbake til loggen")
    assert page.url == log


def test_the_picture_leads_where_the_list_leads(enter):
    page = enter(width=PHONE)
    for level in library.guide("nb").levels:
        step = level.steps[-1]
        page.goto("/veileder/")
        boxes = page.locator(f".st-bti a[href='/veileder/niva-{level.key}/{step.key}/']")

        boxes.click()

        see_heading(page, step.title)


@pytest.mark.parametrize("key", library.sheets("nb"))
def test_nothing_leaves_a_sheet_while_it_is_filled_in_and_printed(enter, key):
    page = enter(width=PHONE)
    page.add_init_script(COUNT_PRINTS)
    page.goto(f"/veileder/ark/{key}/", wait_until="networkidle")
    asked = _listened(page)

    _fill(page, library.sheets("nb")[key])
    press(page, "Skriv ut")
    page.pdf()

    assert asked == []
    assert page.evaluate("window.prints") == 1
    assert page.evaluate(KEPT) == [0, 0, 0, 0, 0]
    assert page.context.cookies() == []


def test_a_sheet_is_left_without_a_question_and_is_empty_when_one_comes_back(enter):
    page = enter()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto("/veileder/ark/observasjon/")
    answer(page, "Hva skjer?", "Barnet blir stående alene ved gjerdet.")

    page.goto("/veileder/")
    page.go_back()

    expect(control(page, "Hva skjer?")).to_have_value("")


def test_what_is_written_on_a_sheet_is_whole_on_the_paper(enter):
    page = enter()
    page.goto("/veileder/ark/undringssamtale/")
    answer(page, "Det jeg har sett og hørt", "\n".join(f"Linje {number}" for number in range(40)))
    page.emulate_media(media="print")

    hidden = control(page, "Det jeg har sett og hørt").evaluate("(e) => e.scrollHeight - e.clientHeight")

    assert hidden <= 1


def test_a_sheet_is_paper_without_javascript_and_still_sends_nothing(enter):
    page = enter(javascript=False)
    page.goto("/veileder/ark/skala/", wait_until="networkidle")
    asked = _listened(page)

    page.get_by_label("7").first.check()
    page.get_by_label("7").first.press("Enter")
    answer(page, "Hva skulle til for å gå ett hakk ned?", "En voksen i garderoben.")
    page.wait_for_timeout(300)

    assert asked == []
    expect(page.get_by_role("button", name="Skriv ut")).to_be_hidden()
    see(page, "Hvordan har barnet det selv?")


@pytest.mark.parametrize("words", [
    "Kari sitter ofte alene.", "Vi lurer på om Fatimas far vet det.", "Født 01818098765.", "nr 018180 98765",
    "0 1 8 1 8 0 9 8 7 6 5", "Skriv til mor@eksempel.no",
])  # fmt: skip
def test_the_anonymous_sheet_refuses_names_numbers_and_addresses(enter, words):
    page = enter()
    page.add_init_script(COUNT_PRINTS)
    page.goto("/veileder/ark/anonymt/", wait_until="networkidle")
    asked = _listened(page)
    answer(page, "Hva har jeg sett?", words)

    press(page, "Skriv ut")
    press(page, "Kopier teksten")

    assert asked == []

    see(page, "Ta bort «")
    assert page.evaluate("window.prints") == 0
    expect(control(page, "Hva har jeg sett?")).to_be_focused()
    expect(control(page, "Hva har jeg sett?")).to_have_attribute("aria-invalid", "true")


def test_the_anonymous_sheet_refuses_every_kind_of_personal_number(enter):
    page = enter()
    page.goto("/veileder/ark/anonymt/")
    numbers = [
        number.digits
        for year in (1948, 1999, 2004, 2019)
        for serial in range(3)
        for is_d in (False, True)
        if (number := personal_number.synthetic(date(year, 3, 7), serial, d_number=is_d))
    ]

    for digits in numbers:
        answer(page, "Hva vil jeg ha råd om?", f"Gjelder {digits[:6]} {digits[6:]}.")
        expect(page.locator("form[data-refuses]")).to_have_count(1)
        answer(page, "Hva vil jeg ha råd om?", "Gjelder et barn på fem år.")
        expect(page.locator("form[data-refuses]")).to_have_count(0)
    assert len(numbers) > 10


def test_the_anonymous_sheet_warns_of_what_may_be_a_name_or_a_date_and_lets_the_writer_judge(enter):
    page = enter()
    page.add_init_script(COUNT_PRINTS)
    page.goto("/veileder/ark/anonymt/")
    answer(
        page, "Hva har jeg sett?", "Barnet bor på Tenkeland og fylte år 03.04.2026. PPT kjenner ikke barnet."
    )

    press(page, "Skriv ut")

    see(page, "Er «Tenkeland», «03.04.2026» et navn eller en dato?")
    assert page.evaluate("window.prints") == 1


def test_what_stays_anonymous_is_copied(enter, site):
    page = enter(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/veileder/ark/anonymt/")
    answer(page, "Hva vil jeg ha råd om?", "Hvordan hjelper vi et barn som ikke tør å si noe i gruppe?")

    press(page, "Kopier teksten")

    expect(page.locator("#st-live")).to_have_text("Teksten er kopiert.")
    assert "ikke tør å si noe i gruppe?" in page.evaluate("navigator.clipboard.readText()")


def test_the_exit_is_reached_by_keyboard_from_a_step_and_shows_whom_to_ring(enter):
    page = enter(width=PHONE)
    page.goto("/veileder/niva-0/samtale/")
    for _press in range(6):
        page.keyboard.press("Tab")
        if "vold" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")

    see_heading(page, "Mistanke om vold, overgrep eller alvorlig omsorgssvikt")
    expect(page.get_by_role("link", name="116 111")).to_have_attribute("href", "tel:116111")


def test_the_whole_guide_is_one_tagged_pdf(enter):
    page = enter()
    page.goto("/veileder/hele/")

    pdf = page.pdf(tagged=True, outline=True, prefer_css_page_size=True)

    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang" in pdf


@pytest.mark.parametrize("path", PAGES)
def test_every_kind_of_guide_page_passes_axe_in_light_and_dark(enter, path):
    page = enter()
    page.goto(path)

    assert auditing.faults_of(page, schemes=("light", "dark")) == []


@pytest.mark.parametrize("sheet", library.sheets("nb"))
def test_every_sheet_passes_axe(enter, sheet):
    page = enter()
    page.goto(f"/veileder/ark/{sheet}/?maal=nn")

    assert auditing.faults_of(page, schemes=("light", "dark")) == []


def test_a_search_works_without_javascript_and_forgives_a_slip(enter):
    page = enter(javascript=False, width=PHONE)
    page.goto("/veileder/")
    answer(page, "Hva lurer du på?", "undringsamtale")
    press(page, "Søk")

    follow(page, "Undringssamtale med foresatte")

    see_heading(page, "Undringssamtale med foresatte")


def test_a_teacher_finds_the_guide_in_the_menu(enter):
    page = enter()
    log_in(page, "kari")

    page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Handlingsveileder").click()

    see_heading(page, "Handlingsveilederen")


def _listened(page):
    """The addresses the page asks for from now on; filled as it asks."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def _fill(page, sheet):
    for block in sheet["block"]:
        if block["kind"] == "lines":
            answer(page, block["title"], "barnet står ofte for seg selv")
            control(page, block["title"]).press("Enter")
        elif block["kind"] == "scale":
            group = page.get_by_role("group", name=block["title"])
            group.get_by_label("4").check()
            group.get_by_label("4").press("Enter")
        elif block["kind"] == "checks":
            page.get_by_role("group", name=block["title"]).get_by_label(block["options"][0]).check()
