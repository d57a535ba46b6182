"""A follow-up meeting looks at what was agreed last time, without a script; and the first step of one by keyboard alone."""

import pytest

from tests.journeys.at_a_meeting import CONCERN, VIEW, Hand, ahead, invite
from tests.journeys.browsing import answer, choose, follow, press, see, see_heading
from tests.journeys.test_by_keyboard import go_to, press_enter

pytestmark = pytest.mark.journey

LOOK_BACK = "Hvordan har det gått?"
ADJUSTED = "Hilde og Tiril leser sammen annenhver kveld"


def test_what_was_agreed_is_evaluated_together_and_confirmed_at_the_table_without_a_script(enter, site):
    holder = enter("kari", javascript=False)
    holder.goto(planned_meeting(site, "tiril"))
    open_with_hilde(holder)

    evaluated = evaluate_all(holder)
    see_heading(holder, "Tiltak")
    press(holder, "Neste")
    answer(holder, "Når møtes dere igjen?", ahead(35))
    press(holder, "Neste")
    see(holder, ADJUSTED)
    press(holder, "Ferdig å skrive")
    say_yes(holder)
    follow(holder, "Hilde Pusleplass svarer ved bordet")
    say_yes(holder)
    follow(holder, "Les referatet")

    assert evaluated >= 2
    see(holder, ADJUSTED, "Har gitt noe virkning.", "Neste møte", "Hilde Pusleplass")
    assert stored_evaluations(site, "tiril") >= evaluated


def test_the_first_steps_of_a_meeting_are_taken_without_a_mouse(enter, site):
    page = enter("kari")
    page.goto(site.log_of("noor"))
    invite(Hand(page))
    go_to(page, "Start møtet")
    press_enter(page)
    go_to(page, "Start møtet")
    press_enter(page)

    go_to(page, "Vi er særlig oppmerksomme på (valgfritt)")  # in the page for others, never shown here
    page.keyboard.type(CONCERN)
    go_to(page, "Fagvansker")
    page.keyboard.press("Space")
    go_to(page, "Hva sier barnet selv? (valgfritt)")
    page.keyboard.type(VIEW)
    go_to(page, "Neste")
    press_enter(page)

    see_heading(page, "Analyse")


def planned_meeting(site, child):
    """The path of the meeting that is planned in a child's log."""
    log = site.log_of(child).split("/")[2]
    rows = site.ask("SELECT id FROM log_meetings_meeting WHERE log_id = %s AND state = 'planned'", log)
    return f"/moter/{rows[0][0]}/"


def open_with_hilde(page):
    """Begin, with the mother there and the child not."""
    follow(page, "Start møtet")
    there = page.get_by_role("group", name="Hvem er her?")
    for box in there.get_by_role("checkbox").all():
        box.uncheck()
    choose(page, "Hvem er her?", "Kari Eksempelmo", "Hilde Pusleplass")
    answer(page, "Hvis barnet ikke er her: hvorfor?", "Er syk i dag.")
    press(page, "Start møtet")


def evaluate_all(page):
    """Each measure in turn: the first is adjusted, the others have worked. Gives how many there were."""
    count = 0
    while page.get_by_role("heading", level=1, name=LOOK_BACK).count():
        first = count == 0
        option = "Har gitt noe virkning" if first else "Har gitt ønsket effekt"
        page.get_by_role("group", name=LOOK_BACK).get_by_role("radio", name=option).first.check()
        if first:
            answer(page, "Hva gjør dere nå?", ADJUSTED)
        before = page.get_by_role("heading", level=2).first.text_content()
        press(page, "Neste")
        count += 1
        assert count < 12, f"still at {before}"
    return count


def say_yes(page):
    choose(page, "Stemmer det som står?", "Ja, dette er det vi ble enige om")
    press(page, "Send svaret")


def stored_evaluations(site, child):
    log = site.log_of(child).split("/")[2]
    return site.ask("SELECT count(*) FROM relay_log_evaluation WHERE log_id = %s", log)[0][0]
