"""Guardians, each on a phone: one is blocked and notices nothing but a closed door; an address is protected; a note is kept."""

import pytest
from playwright.sync_api import expect

from tests.journeys.auditing import faults_of
from tests.journeys.browsing import (
    PHONE,
    answer,
    choose,
    control,
    follow,
    not_see,
    press,
    see,
    see_heading,
)

pytestmark = pytest.mark.journey


def test_a_blocked_guardian_meets_a_closed_door_at_the_next_click_and_the_other_reads_on(enter, site):
    log = site.log_of("noor")
    mother, father = enter("fatima", width=PHONE), enter("omar", width=PHONE)
    father.goto(log)
    see_heading(father, "Noor Oppdiktsen")
    leader = enter("elle", width=PHONE)

    open_guardians(leader, site, "noor")
    row(leader, "Omar Oppdiktsen").get_by_role("link", name="Se og endre").click()
    assert faults_of(leader) == []
    follow(leader, "Sperr tilgangen")
    press(leader, "Sperr tilgangen")
    see(leader, "Fyll inn dette.")
    answer(leader, "Hvorfor?", "Dommen ligger i saksmappen.")
    press(leader, "Sperr tilgangen")
    see(leader, "Tilgangen er sperret.", "Dommen ligger i saksmappen.", "Bare ledere i enheten ser dette.")

    father.get_by_role("link", name="What we have learnt").click()
    see_heading(father, "We cannot find the page")
    father.goto("/familien/")
    not_see(father, "Noor", "Dommen", "blocked", "sperret")
    mother.goto(log)
    see_heading(mother, "Noor Oppdiktsen")
    not_see(mother, "Dommen", "Sperret")


def test_a_block_is_lifted_by_two(enter, site):
    leader = enter("elle", width=PHONE)
    open_guardians(leader, site, "tiril")
    row(leader, "Ronny Dagdrømsen").get_by_role("link", name="Se og endre").click()
    follow(leader, "Opphev sperringen")
    answer(leader, "Hvorfor?", "Dommen er opphevet.")
    press(leader, "Opphev sperringen")
    see(leader, "Sperringen er opphevet.", "Ikke avklart")

    administrator = enter("randi", width=PHONE)
    administrator.goto("/venter/")
    row(administrator, "Ronny Dagdrømsen").get_by_role("link", name="Se og bekreft").click()
    assert faults_of(administrator) == []
    press(administrator, "Ja, dette stemmer")
    see(administrator, "Den foresatte er bekreftet.", "Ingenting venter")

    father = enter("ronny", width=PHONE)
    father.goto(site.log_of("tiril"))
    see_heading(father, "Tiril Pusleplass")


def test_a_protected_address_takes_the_familys_screen_and_tells_no_place(enter, site):
    log = site.log_of("sara")
    father = enter("ante", width=PHONE)
    father.goto(log)
    see_heading(father, "Sárá Vrøvlevik")
    leader = enter("elle", width=PHONE)

    open_guardians(leader, site, "sara")
    follow(leader, "Skjermet adresse")
    choose(leader, "Hvem gjelder det?", "Sárá Vrøvlevik")
    choose(leader, "Skjerming i Folkeregisteret", "Fortrolig")
    press(leader, "Lagre")
    see(leader, "Skjermingen er lagret.", "Familien leser ikke loggen digitalt")
    assert faults_of(leader) == []

    assert father.goto(log).status == 404
    colleague = enter("yusuf", width=PHONE)
    colleague.goto("/ny-logg/?q=Sárá")
    see(colleague, "Ingen barn i enheten din heter det.")
    holder = enter("kari", width=PHONE)
    holder.goto(log)
    see(holder, "Skjermet adresse")


def test_a_digital_log_at_a_protected_address_takes_two_before_the_third_may_start(enter, site):
    leader = enter("elle", width=PHONE)
    leader.goto("/ny-logg/?q=Iben")
    leader.get_by_role("link", name="Velg Iben Skyggeslott").click()
    follow(leader, "Legg til foresatt")
    see(leader, "Familien har loggen på papir.")
    assert faults_of(leader) == []
    follow(leader, "Skjermet adresse")
    follow(leader, "Si ja til digital logg")
    choose(leader, "Hvem skal ha stafettpinnen?", "Kari Eksempelmo, Kontaktlærer")
    answer(leader, "Hvorfor er ikke papir nok?", "Tjenestene må se det samme til samme tid.")
    press(leader, "Si ja til digital logg")
    see(leader, "Ditt ja er lagret. Kommuneadministratoren har ikke svart ennå.")

    teacher = enter("kari", width=PHONE)
    teacher.goto("/ny-logg/")
    not_see(teacher, "Iben Skyggeslott")
    administrator = enter("randi", width=PHONE)
    administrator.goto("/venter/")
    administrator.get_by_role("link", name="Se og svar Iben Skyggeslott").click()
    not_see(administrator, "Eksempelvik barneskole")
    assert faults_of(administrator) == []
    choose(administrator, "Hva svarer du?", "Ja, loggen kan startes")
    press(administrator, "Svar")

    teacher.goto("/ny-logg/")
    see(teacher, "Klar til å startes av deg")
    teacher.get_by_role("link", name="Velg Iben Skyggeslott").click()
    see_heading(teacher, "Iben Skyggeslott")


def test_a_note_is_kept_from_guardians_of_a_youth_and_they_see_nothing_of_it(enter, site):
    log = site.log_of("selma")
    teacher = enter("dag", width=PHONE)
    teacher.goto(log + "notater/")
    answer(teacher, "Notat", "Selma vil ikke at dette går hjem.")
    control(teacher, "Hold dette tilbake for foresatte").check()
    press(teacher, "Lagre notatet")
    see(teacher, "Skriv kort hvorfor.")
    assert faults_of(teacher) == []
    answer(teacher, "Hvorfor skal det holdes tilbake?", "Selma har bedt om det.")
    press(teacher, "Lagre notatet")

    see(
        teacher, "Selma vil ikke at dette går hjem.", "Holdes tilbake for foresatte", "Selma har bedt om det."
    )
    expect(teacher.get_by_role("link", name="Hvem ser notatet?").first).to_be_visible()


def open_guardians(page, site, child):
    """The page «Foresatte» of a child."""
    rows = site.ask("SELECT child_id FROM relay_log_relaylog WHERE id = %s", site.log_of(child).split("/")[2])
    page.goto(f"/barn/{rows[0][0]}/foresatte/")


def row(page, name):
    """The line about somebody in a list."""
    return page.get_by_role("main").get_by_role("listitem").filter(has_text=name)
