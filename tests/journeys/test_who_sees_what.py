"""What people do not see: a log is not found, and not hinted at, by those who have no place in it."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import PHONE, answer, choose, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey

WRITES = ("lysglimt", "notater", "niva", "aktorer", "avslutning", "samtykke", "oppmerksomheter")


@pytest.mark.parametrize(
    ("person", "child", "name"),
    [("ronny", "tiril", "Tiril Pusleplass"), ("marek", "mateusz", "Mateusz Ordspillsen"), ("gudrun", "mikkel", "Mikkel Gjettelandet")],
    ids=["blocked", "not-confirmed", "without-parental-responsibility"],
)  # fmt: skip
def test_a_guardian_without_access_is_not_told_that_there_is_a_log(enter, site, person, child, name):
    page = enter(person, width=PHONE)

    see(page, "Det er ingen logg å vise")
    not_see(page, name)
    assert_finds_nothing(page, site.log_of(child), name)


def test_a_teacher_in_the_neighbour_municipality_finds_no_log_of_ours(enter, site):
    page = enter("oddny")

    see(page, "Ylva Passarheim")
    not_see(page, "Noor Oppdiktsen")
    assert_finds_nothing(page, site.log_of("noor"), "Noor")


def test_a_colleague_without_a_place_in_the_log_finds_nothing(enter, site):
    page = enter("yusuf")

    not_see(page, "Noor Oppdiktsen")
    assert_finds_nothing(page, site.log_of("noor"), "Noor")


def test_a_teacher_who_left_can_do_nothing_any_more(enter, site):
    page = enter("trond")

    see(page, "Det er ingen logg å vise")
    expect(page.get_by_role("link", name="Mine stafettlogger")).to_have_count(0)
    assert_finds_nothing(page, site.log_of("noor"), "Noor")
    for path in ("/logger/", "/aktorlogger/", "/ny-logg/", "/barn/nytt/"):
        assert page.request.get(path).status == 403


def test_a_private_draft_is_seen_by_its_writer_alone(enter, site):
    teacher = enter("kari")
    teacher.goto(site.log_of("noor") + "oppmerksomheter/")
    answer(teacher, "Vi er særlig oppmerksomme på", "Noor virker trøtt om morgenen")
    choose(teacher, "Hva handler det om?", "Helse")
    press(teacher, "Lagre utkastet")
    draft = teacher.url

    for reader in map(enter, ("fatima", "omar", "jonas")):
        assert reader.request.get(draft).status == 404
        assert "Noor virker trøtt" not in reader.request.get(site.log_of("noor")).text()
    assert teacher.request.get(draft).status == 200


def test_an_adviser_sees_only_the_logs_she_was_let_into_and_her_own_part_in_them(enter, site):
    page = enter("henrik")

    follow(page, "Mine aktørlogger")
    names = page.get_by_role("main").get_by_role("heading", level=2).all_inner_texts()
    assert sorted(names) == ["Selma Viskelærdal", "Tiril Pusleplass"]
    follow(page, "Tiril Pusleplass")
    see(page, "Henrik Regleplass", "Veileder Kari i prosedyren for beskjeder")
    expect(page.get_by_role("link", name="Nytt lysglimt")).to_be_visible()
    expect(page.get_by_role("link", name="Nytt notat")).to_be_visible()
    expect(page.get_by_role("link", name="Ny oppmerksomhet")).to_have_count(0)
    expect(page.get_by_role("link", name="Avslutt loggen")).to_have_count(0)
    assert_finds_nothing(page, site.log_of("noor"), "Noor")


def test_a_participant_who_tries_the_holders_address_is_told_why_not(enter, site):
    page = enter("henrik")

    refused = page.goto(site.log_of("tiril") + "avslutning/")

    assert refused.status == 403
    see_heading(page, "Du kan ikke gjøre dette")
    see(page, "Bare stafettholderen kan gjøre dette")


def test_after_logging_out_the_page_is_gone_and_logging_in_leads_back_to_it(enter, site):
    page, log = enter("kari"), site.log_of("noor")
    page.goto("/min-side/")
    press(page, "Logg ut")

    page.goto(log)

    see_heading(page, "Hvem vil du være?")
    page.get_by_role("button", name="Kari Eksempelmo").click()
    see_heading(page, "Noor Oppdiktsen")


def assert_finds_nothing(page, log, name):
    """404 for the log and all that hangs on it, word for word as for a log that never was."""
    unknown = page.request.get(f"/logger/{uuid4()}/")
    for path in ("", *(f"{part}/" for part in WRITES)):
        found = page.request.get(log + path)
        assert (found.status, found.text()) == (404, unknown.text())
        assert name not in found.text()
