"""A teacher carries one child's log from "is it time?" to closed, with the worked example about breaks (S003-65)."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from stafett.demo import cast, paper
from stafett.kernel import clock
from tests.journeys.browsing import (
    LAPTOP,
    PHONE,
    answer,
    choose,
    control,
    follow,
    not_see,
    press,
    see,
    see_heading,
    unfold,
)

pytestmark = pytest.mark.journey

CHILD = cast.person("nils").name
TODAY = clock.today_in_norway(clock.now())
CONCERN = "Eleven er ofte alene i friminuttene"
GOAL = "Eleven leker med andre i storefri."
PLAY_GROUP = "Eleven er med i lekegruppe med trivselsledere (TL) hver dag."
INVITE = "De foresatte ber andre barn med hjem to ganger i måneden."
FROM_BANK = "Barnet møter med spisset blyant"
SAY_YES = "Eleven sier ja til å prøve en fritidsaktivitet, eller foreslår en selv."


@pytest.mark.parametrize(
    ("width", "javascript"), [(LAPTOP, True), (PHONE, False)], ids=["laptop", "phone-without-javascript"]
)
def test_a_teacher_carries_a_log_from_the_first_question_to_the_last_word(
    windows, fresh_site, width, javascript
):
    page = windows.open(fresh_site, "kari", width=width, javascript=javascript)

    start_the_log(page)
    record_consent(page)
    write_the_concern(page)
    add_three_measures(page)
    set_in_motion(page)
    add_a_bright_spot(page)
    climb_a_ladder(page)
    evaluate_the_measures(page)
    reach_the_goal_and_close(page)

    assert_the_log_tells_it_all(page)
    assert_each_thing_was_made_once(fresh_site)


def start_the_log(page):
    follow(page, "Ny stafettlogg")
    see_heading(page, "Er det tid for en stafettlogg?")
    page.get_by_role("searchbox").fill("nils")
    press(page, "Søk")
    follow(page, f"Velg {CHILD}")
    see(page, "Bente Pennalsrud")
    choose(
        page, "Hvorfor er det tid for en stafettlogg?",
        "Utfordringen krever tiltak over tid", "Foresatte har tatt opp noe som krever flere tiltak",
    )  # fmt: skip
    control(page, "Vi har prøvd enkle tiltak først").check()
    choose(page, "Hvilken leder har du avtalt det med?", "Elle Márjá Tullebekk, Eksempelvik barneskole")
    answer(page, "Når avtalte dere det?", f"{TODAY - timedelta(days=1):%Y-%m-%d}")
    press(page, "Start loggen")


def record_consent(page):
    see_heading(page, "Samtykke")
    see(page, "Mangler")
    unfold(page, "Registrer et underskrevet skjema")
    choose(page, "Hvem har skrevet under?", "Bente Pennalsrud")
    signed = {"name": "samtykke.pdf", "mimeType": "application/pdf", "buffer": paper.signed_form("Samtykke.")}
    control(page, "Kopi av det underskrevne skjemaet").set_input_files(signed)
    press(page, "Registrer samtykket")
    see(page, "Samtykket er på plass. Loggen er åpnet.", "Ingenting er skrevet ennå")


def write_the_concern(page):
    page.get_by_role("link", name="Ny oppmerksomhet").first.click()
    unfold(page, "Begynn fra et eksempel")
    follow(page, "Noen å leke med i storefri")
    expect(control(page, "Vi er særlig oppmerksomme på")).to_have_value(CONCERN)
    expect(control(page, "Mål")).to_have_value(GOAL)
    answer(page, "Når snakket dere med foresatte?", f"{TODAY:%Y-%m-%d}")
    answer(page, "Når snakket dere med barnet?", f"{TODAY:%Y-%m-%d}")
    answer(page, "Hva sier barnet selv?", "«Jeg vil ha noen å leke med.»")
    press(page, "Lagre utkastet")
    see_heading(page, CONCERN)
    see(page, "Bare du ser utkastet.")
    press(page, "Del med alle i loggen")
    see(page, "Oppmerksomheten er delt. Alle i loggen ser den nå.")


def add_three_measures(page):
    _slot(page, "I tjenesten").get_by_role("link", name="Legg til tiltak").click()
    see(page, GOAL)
    answer(page, "Hva skal dere gjøre?", PLAY_GROUP)
    choose(page, "Hva slags tiltak er det?", "Tiltak i gruppe")
    press(page, "Lagre tiltaket")

    _slot(page, "Hjemme").get_by_role("link", name="Legg til tiltak").click()
    answer(page, "Hva skal dere gjøre?", INVITE)
    press(page, "Lagre tiltaket")

    _slot(page, "Barnet selv").get_by_role("link", name="Legg til tiltak").click()
    unfold(page, "tiltaksbanken")
    page.get_by_role("link", name=re.compile("blyant")).click()
    expect(control(page, "Hva skal dere gjøre?")).to_have_value(re.compile("blyant"))
    answer(page, "Hva skal dere gjøre?", SAY_YES)
    press(page, "Lagre tiltaket")
    see(page, PLAY_GROUP, INVITE, SAY_YES)


def set_in_motion(page):
    follow(page, "Sett i gang")
    press(page, "Sett i gang")
    see(page, "Da er dere i gang.", "skal være i gang")


def add_a_bright_spot(page):
    follow(page, "Nytt lysglimt")
    answer(page, "Hva gikk bra?", "Nils Áilo ble spurt om å være med på stikkball 🎉")
    press(page, "Del lysglimtet")
    see(page, "Lysglimtet er delt.", "ble spurt om å være med på stikkball 🎉")


def climb_a_ladder(page):
    follow(page, "Åpne oppmerksomheten")
    follow(page, "Lag en trapp")
    unfold(page, "Begynn fra et eksempel")
    follow(page, "Trygg på vei inn i skolegården")
    control(page, "Barnet har vært med på å lage trappen").check()
    press(page, "Lag trappen")
    see(page, "Trappen er klar.", "Laget sammen med barnet.")
    _step(page, 1).get_by_role("button", name="Klart!").click()
    see(page, "Et trinn er tatt. Godt gjort!")
    _step(page, 2).get_by_role("button", name="Slå sammen med neste").click()
    see(page, "Slått sammen med et annet trinn")
    _step(page, 3).get_by_role("button", name="Hopp over").click()
    _step(page, 3).get_by_role("button", name="Angre").click()
    _step(page, 3).get_by_role("button", name="Hopp over").click()
    see(page, "Hoppet over")
    page.get_by_role("link", name=CONCERN).click()


def evaluate_the_measures(page):
    _evaluate(page, PLAY_GROUP, "Har gitt noe virkning", "Best når gruppen er liten.")
    see_heading(page, "Endre tiltaket")
    answer(page, "Hva skal dere gjøre?", "Lekegruppe med tre barn hver dag.")
    press(page, "Lagre tiltaket")
    press(page, "Sett i gang tiltaket")
    see(page, "Tiltaket er satt i gang.")
    follow(page, "Åpne oppmerksomheten")
    _evaluate(
        page, "Lekegruppe med tre barn hver dag.", "Har gitt ønsket effekt", "Gruppen leker videre selv."
    )
    _evaluate(page, INVITE, "Har gitt ønsket effekt og fortsetter i det daglige", "Det er blitt en vane.")
    _evaluate(page, SAY_YES, "Har gitt ønsket effekt", "Nils Áilo har begynt på sjakk.")


def reach_the_goal_and_close(page):
    see(page, "Alle tiltak er evaluert. Er målet nådd?")
    press(page, "Ja, målet er nådd")
    see(page, "Målet er nådd. Så bra!", "Kanskje loggen også kan avsluttes?")
    page.get_by_role("link", name="Avslutt loggen").first.click()
    answer(page, "Hvor langt er dere kommet?", "Nils Áilo har noen å leke med hver dag.")
    press(page, "Avslutt loggen")


def assert_the_log_tells_it_all(page):
    see(page, "Loggen er avsluttet.", "Nils Áilo har noen å leke med hver dag.")
    see(page, f"Målet for «{CONCERN}» er nådd!", "Kari Eksempelmo avsluttet stafettloggen.")
    for gone in ("Ny oppmerksomhet", "Nytt lysglimt", "Nytt notat", "Avslutt loggen", "Samtykke"):
        expect(page.get_by_role("link", name=gone, exact=True)).to_have_count(0)
    not_see(page, "–.")  # a sentence with a blank where something should have been said


def assert_each_thing_was_made_once(site):
    counts = site.ask(
        """WITH log AS (SELECT id FROM relay_log_relaylog WHERE child_id = %s)
           SELECT (SELECT count(*) FROM log),
                  (SELECT count(*) FROM relay_log_measure WHERE log_id IN (TABLE log) AND state = 'evaluated'),
                  (SELECT count(*) FROM consent_consentdocument WHERE log_id IN (TABLE log))""",
        cast.child("nils").id,
    )

    assert counts == [(1, 4, 1)]


def _evaluate(page, measure, outcome, words):
    page.get_by_role("link", name=measure).first.click()
    follow(page, "Evaluer tiltaket")
    choose(page, "Hvordan har det gått?", outcome)
    choose(page, "Hvem er med på evalueringen?", "Foresatte", "Barnet")
    answer(page, "Hva har dere sett?", words)
    press(page, "Lagre evalueringen")


def _slot(page, heading):
    return (
        page.get_by_role("main")
        .locator("section")
        .filter(has=page.get_by_role("heading", name=heading, exact=True))
        .last
    )


def _step(page, number):
    section = page.locator("section").filter(has=page.get_by_role("heading", name="Gå videre på trappen"))
    return section.get_by_role("listitem").filter(has_text=re.compile(rf"^\s*{number}\."))
