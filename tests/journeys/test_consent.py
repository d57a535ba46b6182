"""Consent on the phone: two guardians apart, taking it back in two taps, and a youth who comes of age."""

import pytest
from playwright.sync_api import expect

from stafett.demo import cast
from tests.journeys.auditing import faults_of
from tests.journeys.browsing import PHONE, answer, choose, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey

PPT = cast.unit("eksempelvik_ppt").name
# Within the municipality, as every change of a fenced table is.
HERE = "(SELECT set_config('stafett.municipality', %s, true)) AS here"
NEW_GUARDIAN = (
    f"UPDATE register_guardianrelation r SET guardian_id = %s FROM {HERE} WHERE child_id = %s RETURNING r.id"
)
SIXTEEN_DAYS_AGO = f"""UPDATE register_person p SET birth_date = current_date - make_interval(years => 16, days => %s)
                       FROM {HERE} WHERE p.id = %s RETURNING p.id"""


def test_a_mother_answers_for_two_children_and_the_father_sees_nothing_of_what_she_held_back(enter, site):
    site.ask(NEW_GUARDIAN, cast.person("fatima").id, str(cast.EKSEMPELVIK.id), cast.child("linnea").id)
    teacher, mother, father = enter("kari"), enter("fatima", width=PHONE), enter("omar", width=PHONE)
    for child in ("noor", "linnea"):
        teacher.goto(site.log_of(child) + "samtykke/sporsmal/")
        choose(teacher, "Hvilke andre tjenester gjelder samtykket for?", PPT)
        assert faults_of(teacher) == []
        press(teacher, "Send forespørselen")
        see(teacher, "spurt")

    follow(mother, "Samtykke")
    assert faults_of(mother) == []
    expect(mother.get_by_role("link", name="Les og svar")).to_have_count(2)
    mother.get_by_role("link", name="Les og svar").first.click()
    see(mother, "Hvem som deler og leser")
    answer(mother, "Er det noe som ikke skal deles?", "Ikke noe om flyttingen.")
    assert faults_of(mother, schemes=("light", "dark")) == []
    press(mother, "Ja, jeg samtykker")
    see(mother, "Takk. Svaret ditt er tatt vare på.")
    mother.get_by_role("link", name="Les og svar").click()
    choose(mother, "Hvem sier du ja til?", PPT)
    press(mother, "Ja, jeg samtykker")
    see(mother, "Noor", "Linnea", "Ikke noe om flyttingen.", PPT)
    assert faults_of(mother) == []

    father.goto("/samtykke/")
    see(father, "Noor")
    not_see(father, "Linnea", "flyttingen")
    father.goto(site.log_of("noor"))
    see_heading(father, "Noor Oppdiktsen")
    not_see(father, "flyttingen")


def test_a_mother_takes_it_back_in_two_taps_and_the_next_click_of_the_other_service_finds_nothing(
    enter, site
):
    advisor, mother = enter("henrik"), enter("hilde", width=PHONE)
    advisor.goto(site.log_of("tiril"))
    see_heading(advisor, "Tiril Pusleplass")

    mother.goto("/samtykke/")
    follow(mother, "Trekk samtykket")
    see(mother, "mister tilgangen med en gang")
    assert faults_of(mother) == []
    press(mother, "Trekk samtykket nå")

    see(mother, "Du har trukket samtykket")
    answered = advisor.goto(site.log_of("tiril"))
    assert answered.status == 404


def test_a_youth_comes_of_age_says_yes_alone_and_decides_who_reads_on(enter, site):
    turn_sixteen(site, "live", days_ago=-20)
    teacher = enter("dag")
    teacher.goto(site.log_of("live"))
    not_see(teacher, "Barnet er gammelt nok til å samtykke selv")

    turn_sixteen(site, "live", days_ago=1)
    teacher.goto(site.log_of("live"))
    see(teacher, "Barnet er gammelt nok til å samtykke selv")
    youth = enter("live", width=PHONE)
    follow(youth, "Samtykke")
    follow(youth, "Les og svar")
    press(youth, "Ja, jeg samtykker")
    see(youth, "Du har sagt ja")
    youth.goto(site.log_of("live"))
    follow(youth, "Hvem leser loggen med deg?")
    assert faults_of(youth) == []
    choose(youth, "Skal foresatte lese loggen?", "Nei, jeg leser loggen alene")
    press(youth, "Lagre")
    see(youth, "Det du bestemte, gjelder fra nå.")

    teacher.reload()
    not_see(teacher, "Barnet er gammelt nok til å samtykke selv")
    see(teacher, "leser loggen uten foresatte")


def turn_sixteen(site, child, *, days_ago):
    """Move a birthday in the database."""
    site.ask(SIXTEEN_DAYS_AGO, days_ago, str(cast.EKSEMPELVIK.id), cast.child(child).person.id)
