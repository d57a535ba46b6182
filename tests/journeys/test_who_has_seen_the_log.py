"""A mother on her phone sees that the holder has just read, and why; the personvernombud looks at a late reading."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, follow, press, see, see_heading, unfold

pytestmark = pytest.mark.journey


def test_a_mother_sees_who_has_read_and_takes_everything_with_her(enter, site):
    kari = enter("kari")
    kari.goto(site.log_of("noor"))
    page = enter("fatima", width=PHONE)

    follow(page, "Hvem har sett loggen")

    see_heading(page, "Hvem har sett loggen")
    newest = page.get_by_role("main").get_by_role("listitem").filter(has_text="Kari Eksempelmo").first
    expect(newest).to_contain_text("Holder stafettpinnen.")
    expect(page.get_by_role("heading", name=re.compile("^i dag"))).to_be_visible()
    see(page, "En foresatt", "Leder lesegruppen")
    assert auditing.faults_of(page) == []
    with page.expect_download() as download:
        press(page, "Last ned innsynspakke")
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as package:
        assert "Noor" in package.read("stafettlogg-1.html").decode()


def test_the_personvernombud_looks_at_a_late_reading_and_says_what_came_of_it(enter):
    page = enter("personvern")

    see_heading(page, "Uvanlig lesing")
    late = page.get_by_role("listitem").filter(has_text="Om natten")
    before = late.count()
    assert auditing.faults_of(page) == []
    late.first.get_by_role("link").click()
    see(page, "leste loggen", "Leste mellom klokka 22 og 6.")
    assert auditing.faults_of(page) == []
    choose_outcome(page)
    press(page, "Lagre")

    see_heading(page, "Uvanlig lesing")
    expect(page.get_by_role("listitem").filter(has_text="Det er i orden")).to_have_count(1)
    assert before >= 1


def test_the_personvernombud_finds_a_child_and_sees_who_has_read_and_no_word_of_the_log(enter):
    page = enter("personvern", width=PHONE)

    follow_in_menu(page, "Spor")
    answer(page, "Navn på barn eller ansatt", "Noor")
    press(page, "Finn")
    follow(page, "Noor Oppdiktsen")

    see(page, "Kari Eksempelmo leste loggen.", "delte et lysglimt")
    expect(page.get_by_role("main").get_by_text("lillebroren")).to_have_count(0)
    assert "Noor" not in page.url
    assert auditing.faults_of(page) == []


def choose_outcome(page):
    """Say that it was in order, and why."""
    page.get_by_role("group", name="Hva kom du fram til?").get_by_label("Det er i orden").check()
    answer(page, "Begrunnelse", "Skrev referat etter foreldremøtet.")


def follow_in_menu(page, name):
    """On a phone the menu may be folded."""
    unfold(page, "Meny")
    page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name=name, exact=True).click()
