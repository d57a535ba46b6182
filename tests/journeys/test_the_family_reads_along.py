"""The family on a phone: what happens now, in their own language, and a lysglimt of their own."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import PHONE, answer, follow, press, see, see_heading

pytestmark = pytest.mark.journey

HOLDERS_WAYS = (
    "Ny oppmerksomhet", "Legg til tiltak", "Aktører", "Samtykke", "Endre nivå", "Avslutt loggen", "Evaluer tiltaket",
    "Endre teksten", "Skriv nytt mål", "Lag en trapp", "Avslutt uten at målet er nådd", "Endre tiltaket",
)  # fmt: skip


def test_a_mother_sees_at_once_what_happens_now_and_is_offered_nothing_that_is_the_holders(enter):
    page = enter("fatima", width=PHONE)

    see_heading(page, "Noor Oppdiktsen")
    what_happens_now = page.get_by_role("region", name="Hva skjer nå")
    expect(what_happens_now).to_contain_text("Neste evaluering er")
    expect(what_happens_now).to_be_in_viewport()
    press(page, "Nei takk")  # to the tour, the one thing a newcomer is asked
    assert_no_ways_of_the_holder(page)
    follow(page, "Åpne oppmerksomheten")
    assert_no_ways_of_the_holder(page)
    page.get_by_role("main").get_by_role("link", name="Lesekvarten er flyttet").first.click()
    assert_no_ways_of_the_holder(page)


def test_a_mother_shares_a_bright_spot_in_two_taps_and_the_teacher_sees_it(enter):
    mother, teacher = enter("fatima", width=PHONE), enter("kari")

    follow(mother, "Nytt lysglimt")
    answer(mother, "Hva gikk bra?", "Noor leste oppskriften, og vi fikk vafler 🧇 <b>nam</b>")
    press(mother, "Del lysglimtet")

    see(mother, "Lysglimtet er delt.", "Fatima Oppdiktsen delte et lysglimt.")
    follow(teacher, "Noor Oppdiktsen")
    see(teacher, "Noor leste oppskriften, og vi fikk vafler 🧇 <b>nam</b>")


def test_a_father_reads_the_same_log_in_english(enter):
    page = enter("omar", width=PHONE)

    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_role("region", name="What happens now")).to_be_visible()
    follow(page, "New bright spot")
    answer(page, "What went well?", "She read a whole page to her brother.")
    press(page, "Share the bright spot")
    see(page, "The bright spot has been shared.", "She read a whole page to her brother.")


def test_a_mother_in_domesund_reads_her_log_in_nynorsk(enter):
    page = enter("jorunn", width=PHONE)

    assert page.locator("html").get_attribute("lang") == "nn"
    expect(page.get_by_role("region", name="Kva skjer no")).to_be_visible()
    see(page, "Dette har hendt")
    follow(page, "Mi side")
    see_heading(page, "Jorunn Blekkhuslid")


def test_a_mother_chooses_another_language_on_her_own_page_and_it_holds(enter):
    page = enter("siv", width=PHONE)

    follow(page, "Min side")
    page.get_by_role("group", name="Språk").get_by_label("English").check()
    press(page, "Lagre")

    assert page.locator("html").get_attribute("lang") == "en"
    follow(page, "The log")
    assert page.locator("html").get_attribute("lang") == "en"


def assert_no_ways_of_the_holder(page):
    for name in HOLDERS_WAYS:
        expect(page.get_by_role("main").get_by_role("link", name=name, exact=True)).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
