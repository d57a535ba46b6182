"""A leader's five minutes in a real browser: what needs somebody, a reminder, a note on paper, and the numbers."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import auditing
from tests.journeys.browsing import PHONE, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey

LEADERS = ("/lederens-dag/", "/enheten/samtaler/", "/tall/")
REMIND = re.compile("^Minn .* om det$")


def test_a_leader_begins_at_the_leaders_day_reminds_a_holder_and_prints_a_note(enter):
    elle = enter("elle", width=PHONE)

    elle.goto("/")
    see_heading(elle, "Lederens dag")
    see(elle, "Denne uken", "Loggenes vei gjennom nivåene")
    elle.get_by_role("link", name=REMIND).first.click()
    see(elle, "Lederen minner om en evaluering")
    press(elle, "Send påminnelsen")
    see(elle, "Påminnelsen er sendt.", "Minnet om det denne uken")

    follow(elle, "Notat til samtaler med de ansatte")
    see_heading(elle, "Notat til samtaler")
    see(elle, "Tiltakene evalueres innen dagen dere har avtalt", "Avtalt:")
    elle.emulate_media(media="print")
    expect(elle.get_by_role("button", name="Skriv ut")).to_be_hidden()


def test_the_numbers_are_read_and_taken_out_without_javascript(enter):
    randi = enter("randi", javascript=False)
    randi.goto("/tall/")

    see_heading(randi, "Tall for kommunen")
    see(randi, "Trivsel", "vises ikke", "Hvorfor vises ikke alle tall?")
    with randi.expect_download() as saved:
        follow(randi, "Last ned som regneark")

    assert "Hva loggene handler om;Trivsel;" in saved.value.path().read_text(encoding="utf-8-sig")
    # it stands among the units, and among logs for each hundred children
    randi.get_by_role("link", name="Eksempelvik barneskole", exact=True).first.click()
    see_heading(randi, "Eksempelvik barneskole")
    not_see(randi, "Eventyrskogen")


def test_the_leaders_pages_are_whole_at_every_width_and_in_the_dark(enter):
    elle, faults = enter("elle"), []
    for address in LEADERS:
        elle.goto(address)
        faults += [(address, each) for each in auditing.faults_of(elle, schemes=("light", "dark"))]

    assert faults == []
