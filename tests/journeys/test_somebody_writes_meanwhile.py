"""Two people have the same log open, and one of them writes."""

import pytest
from playwright.sync_api import expect

from tests.journeys.auditing import faults_of
from tests.journeys.browsing import PHONE, answer, follow, press, see

pytestmark = pytest.mark.journey

NEWS = "Noen har skrevet noe nytt i loggen."
TOGETHER = 15_000  # milliseconds; a busy machine fails no journey


def share_a_bright_spot(page, words):
    """Share a lysglimt from the log page."""
    follow(page, "Nytt lysglimt")
    answer(page, "Hva gikk bra?", words)
    press(page, "Del lysglimtet")
    see(page, "Lysglimtet er delt.")


def test_the_one_who_reads_is_told_politely_and_chooses_when_to_look(enter):
    teacher, mother = enter("kari"), enter("fatima", width=PHONE)
    follow(teacher, "Noor Oppdiktsen")
    teacher.evaluate("window.isTheSamePage = true")
    notice = teacher.get_by_role("status").get_by_text(NEWS)
    expect(notice).to_be_hidden()

    share_a_bright_spot(mother, "Noor leste høyt for bestefar.")

    expect(notice).to_be_visible(timeout=TOGETHER)
    assert teacher.evaluate("window.isTheSamePage")
    expect(teacher.get_by_text("Noor leste høyt for bestefar.")).to_have_count(0)
    assert faults_of(teacher, schemes=("light", "dark")) == []
    follow(teacher, "Vis det nye")
    see(teacher, "Noor leste høyt for bestefar.")
    expect(teacher.get_by_text(NEWS)).to_be_hidden()
    expect(mother.get_by_text(NEWS)).to_be_hidden()


def test_a_page_that_comes_back_into_sight_tells_what_happened_meanwhile(enter):
    teacher, mother = enter("kari"), enter("fatima", width=PHONE)
    follow(teacher, "Noor Oppdiktsen")
    look_away(teacher, hidden=True)

    share_a_bright_spot(mother, "Noor fant frem til biblioteket alene.")
    expect(teacher.get_by_text(NEWS)).to_be_hidden()
    look_away(teacher, hidden=False)

    expect(teacher.get_by_text(NEWS)).to_be_visible(timeout=TOGETHER)


def test_without_javascript_the_log_is_the_same_and_says_nothing(enter):
    teacher, mother = enter("kari", javascript=False), enter("fatima", width=PHONE)
    follow(teacher, "Noor Oppdiktsen")

    share_a_bright_spot(mother, "Noor hjalp lillebror med glidelåsen.")

    expect(teacher.get_by_text(NEWS)).to_be_hidden()
    teacher.reload()
    see(teacher, "Noor hjalp lillebror med glidelåsen.")
    expect(teacher.get_by_text(NEWS)).to_be_hidden()


def look_away(page, *, hidden):
    """Put another window in front of the page, or take it away, as the page is told of it."""
    page.evaluate(
        """(hidden) => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )
