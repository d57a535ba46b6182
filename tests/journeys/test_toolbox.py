"""The toolbox in a real browser: reached in few clicks, kept up by whoever looks after it, read and printed by all."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from stafett.demo import paper
from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, control, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey

PUBLIC = (
    "/verktoykasse/", "/eksempelvik/verktoykasse/", "/eksempelvik/verktoykasse/?q=ppt", "/eksempelvik/verktoykasse/?q=qxzwvj",
    "/eksempelvik/verktoykasse/hvem-gjor-hva/", "/eksempelvik/verktoykasse/samtykkeskjema/nn/", "/eksempelvik/nyheter/",
    "/domesund/nyheter/",
)  # fmt: skip
KEPT_UP = (
    "/verktoykasse/ansvar/", "/verktoykasse/nytt-dokument/", "/verktoykasse/tjenester/ny/", "/verktoykasse/kontaktkort/",
    "/verktoykasse/kontaktkort/police/", "/nyheter/arbeid/", "/nyheter/ny/", "/innforing/", "/innforing/ny/",
)  # fmt: skip


def pdf(name, line):
    return {"name": name, "mimeType": "application/pdf", "buffer": paper.signed_form(line)}


def test_a_teacher_reaches_the_template_from_the_log_in_two_clicks(enter, site):
    page = enter("kari", width=PHONE)
    page.goto(site.log_of("oskar"))
    log = page.url

    page.get_by_role("link", name="Neste steg på nivå 1").click()
    page.get_by_role("main").get_by_role("link", name="Verktøykassen").click()

    see_heading(page, "Verktøykassen")
    see(page, "Ti bud for et godt møte", "Undringssamtale med foresatte")
    follow(page, "Tilbake til loggen")
    assert page.url == log


def test_a_parent_finds_the_toolbox_and_who_does_what_from_the_front_page_in_one_click(enter):
    page = enter(width=PHONE, javascript=False)
    for name in ("Verktøykassen", "Hvem gjør hva", "Nyheter", "Handlingsveilederen"):
        page.goto("/")
        page.get_by_role("main").get_by_role("link", name=name).click()
        see_heading(page, name)


def test_a_document_is_put_in_renewed_read_in_its_former_version_and_withdrawn(enter):
    randi, kari, anybody = enter("randi"), enter("kari", width=PHONE), enter(width=PHONE)
    randi.goto("/verktoykasse/ansvar/")
    follow(randi, "Nytt dokument")
    answer(randi, "Hva heter det?", "Rutine for skolefravær")
    randi.get_by_label("Skjema", exact=True).check()
    control(randi, "En fil").set_input_files(pdf("fravaer.pdf", "Fravaer 1"))
    press(randi, "Legg i verktøykassen")
    see(randi, "Dokumentet ligger i verktøykassen.", "Utgave 1")
    address = randi.url.replace("/verktoykasse/", "/eksempelvik/verktoykasse/")

    follow(randi, "Ny utgave")
    control(randi, "En fil").set_input_files(pdf("fravaer-2.pdf", "Fravaer 2"))
    answer(randi, "Hva er nytt?", "Nye frister")
    press(randi, "Legg inn")
    anybody.goto(address)
    with anybody.expect_download() as saved:
        anybody.get_by_role("link", name="Last ned").click()
    kari.goto(address)
    with kari.expect_download() as former:
        follow(kari, "Utgave 1")

    assert b"Fravaer 2" in saved.value.path().read_bytes()
    assert saved.value.suggested_filename == "rutine-for-skolefravaer.pdf"
    assert b"Fravaer 1" in former.value.path().read_bytes()
    see(anybody, "Utgave 2", "Nye frister")
    not_see(anybody, "Eldre utgaver")

    row = randi.get_by_role("listitem").filter(has_text="Rutine for skolefravær").first
    row.get_by_role("button", name="Trekk tilbake").click()
    see(randi, "Dokumentet er trukket tilbake")
    assert anybody.goto(address).status == 404


def test_a_page_that_calls_itself_a_pdf_is_refused_in_words_and_the_rest_is_kept(enter):
    page = enter("randi", width=PHONE)
    page.goto("/verktoykasse/nytt-dokument/")
    answer(page, "Hva heter det?", "Rutine")
    page.get_by_label("Skjema", exact=True).check()
    control(page, "En fil").set_input_files(
        {
            "name": "rutine.pdf",
            "mimeType": "application/pdf",
            "buffer": b"<html><script>alert(1)</script></html>",
        }
    )
    press(page, "Legg i verktøykassen")

    see(page, "Filen må være en PDF")
    expect(control(page, "Hva heter det?")).to_have_value("Rutine")
    assert auditing.faults_of(page) == []


def test_news_are_written_published_read_printed_and_shown_at_a_meeting_by_keyboard(enter):
    randi, anybody = enter("randi"), enter(width=PHONE)
    randi.goto("/nyheter/ny/")
    answer(randi, "Overskrift", "Vårens nyheter")
    press(randi, "Lag utkastet")
    follow(randi, "Ny sak")
    answer(randi, "Overskrift", "Kurs for alle")
    answer(randi, "Tekst", "Vi møtes 3. mars.\n\nAlle er velkomne.")
    answer(randi, "Kort, til foreldremøtet", "Kom på kurs 3. mars!")
    control(randi, "Kort, til foreldremøtet").press("Enter")
    see(randi, "Kurs for alle")
    anybody.goto("/eksempelvik/nyheter/")
    not_see(anybody, "Vårens nyheter")

    press(randi, "Publiser for alle")
    anybody.reload()
    follow(anybody, "Vårens nyheter")
    see(anybody, "Alle er velkomne.")
    assert anybody.pdf(tagged=True).startswith(b"%PDF-")
    follow(anybody, "Kort, til foreldremøtet")

    see(anybody, "Kom på kurs 3. mars!")
    not_see(anybody, "Alle er velkomne.")
    assert auditing.faults_of(anybody, schemes=("light", "dark")) == []


def test_a_leader_sees_what_is_next_in_the_roll_out(enter):
    randi, elle = enter("randi"), enter("elle", width=PHONE)
    randi.goto("/innforing/ny/")
    randi.get_by_label("Drift", exact=True).check()
    answer(randi, "Hva holder dere på med nå?", "Nye ansatte får opplæring hver høst.")
    answer(randi, "Hva er det neste?", "Systemmøte i mars.")
    answer(
        randi, "Når regner dere med å begynne på neste fase?", (date.today() + timedelta(days=90)).isoformat()
    )
    press(randi, "Lagre")

    elle.goto("/verktoykasse/")
    follow(elle, "Innføringen")

    see(elle, "her er dere nå", "Systemmøte i mars.")
    assert auditing.faults_of(elle) == []


@pytest.mark.parametrize("path", PUBLIC)
def test_what_everybody_reads_passes_axe_and_fits_a_phone(enter, path):
    page = enter()
    page.goto(path)

    assert auditing.faults_of(page, schemes=("light", "dark")) == []


@pytest.mark.parametrize("path", KEPT_UP)
def test_what_is_kept_up_passes_axe_and_fits_a_phone(enter, path):
    page = enter("randi")
    page.goto(path)

    assert auditing.faults_of(page) == []


def test_one_document_one_issue_and_their_forms_pass_axe_and_fit_a_phone(enter):
    page = enter("randi")
    ways = (
        ("/verktoykasse/", "Ti bud for et godt møte", "Ny utgave"),
        ("/verktoykasse/", "Ti bud for et godt møte", "Endre opplysningene"),
        ("/nyheter/", "Sammen om barna våre", "Kort, til foreldremøtet"),
        ("/nyheter/arbeid/", "Sammen om barna våre", "Se hvordan alle ser den"),
    )
    faults = []
    for begin, first, second in ways:
        page.goto(begin)
        for name in (first, second):
            follow(page, name)
            faults += [f"{name}: {fault}" for fault in auditing.faults_of(page)]

    assert faults == []
