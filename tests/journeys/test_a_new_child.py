"""A child that was not in the register: entered by a teacher, and its guardian confirmed by the leader."""

from datetime import date

import pytest
from playwright.sync_api import expect

from stafett.demo import paper
from stafett.kernel import clock
from stafett.kernel.personal_number import synthetic
from tests.journeys.browsing import answer, choose, control, follow, not_see, press, see, see_heading, unfold

pytestmark = pytest.mark.journey

TODAY = clock.today_in_norway(clock.now())


def test_a_guardian_whom_a_teacher_entered_opens_nothing_until_the_leader_has_confirmed(enter):
    teacher = enter("kari")

    enter_child_with_wrong_digits_first(teacher)
    enter_guardian(teacher)
    start_log(teacher)
    see(teacher, "Åsta Innfallsvik", "Lederen din må bekrefte den som ikke er avklart.")
    record_consent(teacher)
    see(teacher, "må bekreftes av en annen ansatt")

    confirm_guardian(enter("elle"))

    record_consent(teacher)
    see(teacher, "Samtykket er på plass. Loggen er åpnet.")


def test_the_one_who_entered_a_guardian_may_not_confirm_it(enter, site):
    page = enter("jonas")
    ids = site.ask("SELECT id FROM register_guardianrelation WHERE state = 'unclear'")

    answers = [page.request.get(f"/foresatte/{relation}/bekreftelse/").status for (relation,) in ids]
    assert answers == [404] * len(ids) != []  # what is not theirs to confirm does not exist for them


def enter_child_with_wrong_digits_first(page):
    number = number_of(date(TODAY.year - 8, 5, 4))
    follow(page, "Ny stafettlogg")
    follow(page, "Barnet er ikke registrert")
    answer(page, "Fornavn", "Ola Førsøk")
    answer(page, "Etternavn", "Innfallsvik")
    answer(page, "Fødselsnummer", with_wrong_last_digit(number))
    answer(page, "Klasse, gruppe eller avdeling", "2A")
    press(page, "Lagre og legg til foresatte")

    see(
        page,
        "Noe må rettes før vi kan lagre",
        "Fødselsnummeret stemmer ikke. Se etter om to siffer er byttet om.",
    )
    expect(control(page, "Fornavn")).to_have_value("Ola Førsøk")
    expect(control(page, "Fødselsnummer")).to_have_value(with_wrong_last_digit(number))
    expect(control(page, "Fødselsnummer")).to_have_attribute("aria-invalid", "true")
    answer(page, "Fødselsnummer", number)
    press(page, "Lagre og legg til foresatte")
    see(page, "Barnet er lagt inn. Legg til de foresatte.")


def enter_guardian(page):
    answer(page, "Fornavn", "Åsta")
    answer(page, "Etternavn", "Innfallsvik")
    answer(page, "Fødselsnummer", number_of(date(1988, 2, 9)))
    control(page, "Har foreldreansvar").check()
    choose(page, "Hvilken dokumentasjon har du sett?", "Fødselsattest")
    press(page, "Legg til")
    see(page, "Den foresatte er lagt inn, og venter på at en leder bekrefter.", "Åsta Innfallsvik")


def start_log(page):
    follow(page, "Gå videre")
    see_heading(page, "Ola Førsøk Innfallsvik")
    choose(page, "Hvorfor er det tid for en stafettlogg?", "Utfordringen krever tiltak over tid")
    control(page, "Vi har prøvd enkle tiltak først").check()
    choose(page, "Hvilken leder har du avtalt det med?", "Elle Márjá Tullebekk, Eksempelvik barneskole")
    answer(page, "Når avtalte dere det?", f"{TODAY:%Y-%m-%d}")
    press(page, "Start loggen")
    see_heading(page, "Samtykke")


def confirm_guardian(page):
    follow(page, "Venter på deg")
    see(page, "Foresatte som venter på deg")
    row = page.get_by_role("listitem").filter(has_text="Åsta Innfallsvik")
    row.get_by_role("link", name="Se og bekreft").click()
    see(page, "Ola Førsøk Innfallsvik, Eksempelvik barneskole")
    press(page, "Ja, dette stemmer")
    see(page, "Den foresatte er bekreftet.")
    not_see(page, "Åsta Innfallsvik")


def record_consent(page):
    page.goto(page.url)
    unfold(page, "Registrer et underskrevet skjema")
    choose(page, "Hvem har skrevet under?", "Åsta Innfallsvik")
    signed = {"name": "s.pdf", "mimeType": "application/pdf", "buffer": paper.signed_form("Samtykke.")}
    control(page, "Kopi av det underskrevne skjemaet").set_input_files(signed)
    press(page, "Registrer samtykket")


def number_of(birth_date):
    """A synthetic personal number that nobody in the demo has."""
    return next(number.digits for serial in range(40, 90) if (number := synthetic(birth_date, serial)))


def with_wrong_last_digit(number):
    return number[:-1] + str((int(number[-1]) + 1) % 10)
