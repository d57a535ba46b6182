"""A meeting on the phone: the holder invites with an interpreter and the child, a guardian answers, the holder sees it."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from stafett.demo import cast
from stafett.kernel.dates import next_working_day
from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, choose, follow, press, see, see_heading

pytestmark = pytest.mark.journey


def test_a_holder_invites_a_guardian_answers_and_the_holder_sees_it(enter, site):
    kari, fatima = enter("kari", width=PHONE), enter("fatima", width=PHONE)

    kari.goto(site.log_of("noor"))
    follow(kari, "Nytt møte")
    see_heading(kari, "Nytt møte")
    answer(kari, "Hvilken dag?", next_working_day(date.today() + timedelta(days=10)).isoformat())
    answer(kari, "Hvor?", "Møterommet ved kontoret")
    choose(kari, "Trenger noen tolk?", "Tolk skal bestilles")
    press(kari, "Inviter")
    see(kari, "Noe må rettes før vi kan lagre", "Skriv hvilket språk det skal tolkes til.")
    assert auditing.faults_of(kari) == []
    answer(kari, "Hvilket språk?", "somali")
    press(kari, "Inviter")

    see_heading(kari, "Oppfølgingsmøte")
    see(kari, "Invitasjonen er sendt.", "Tolk skal bestilles: somali", "Dette skal vi gjennom")
    see(kari, cast.child("noor").person.name, "Har ikke svart")
    assert auditing.faults_of(kari, schemes=("light", "dark")) == []

    fatima.goto("/meldinger/")
    fatima.get_by_role("button", name="Åpne: Du er invitert til møte").first.click()
    see_heading(fatima, "Oppfølgingsmøte")
    assert auditing.faults_of(fatima) == []
    press(fatima, "Kommer")
    see(fatima, "Takk for svaret.", "Du har svart: Kommer")

    kari.reload()
    fatima_row = kari.get_by_role("listitem").filter(has_text=cast.person("fatima").name)
    expect(fatima_row).to_contain_text("Kommer")
    follow(kari, "Møter")
    see_heading(kari, "Møter")
    assert auditing.faults_of(kari) == []


def test_a_meeting_is_planned_and_called_off_without_script(enter, site):
    kari = enter("kari", width=PHONE, javascript=False)

    kari.goto(f"{site.log_of('oskar')}moter/nytt/")
    answer(kari, "Hvor?", "Biblioteket")
    press(kari, "Inviter")
    see_heading(kari, "Oppfølgingsmøte")
    follow(kari, "Avlys møtet")
    answer(kari, "Vil du si hvorfor?", "Jeg er blitt syk.")
    press(kari, "Avlys møtet")

    see_heading(kari, "Møter")
    see(kari, "Avlyst", "Vi møtes")
