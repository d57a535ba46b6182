"""Courses and self-assessment in a real browser: a place that is passed on, a report that is sent, read and answered."""

import pytest
from playwright.sync_api import expect

from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, choose, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey

LEADERS = (
    "/opplaering/",
    "/opplaering/ansatte/",
    "/opplaering/lysark/",
    "/opplaering/lysark/ovingslogg/3/",
    "/egenvurdering/",
)
AREAS = ("/omradet/egenvurdering/", "/omradet/egenvurdering/sammenlikning/?sporsmal=written_in_meeting")


def test_a_place_given_back_goes_to_whoever_waits_and_they_hear_of_it(enter):
    yusuf, maja = enter("yusuf", width=PHONE), enter("maja", width=PHONE, javascript=False)
    maja.goto("/opplaering/")
    see(maja, "Du står på ventelisten")

    yusuf.goto("/opplaering/")
    follow(yusuf, yusuf.get_by_role("link", name="Halvdagskurs").first.inner_text())
    assert auditing.faults_of(yusuf) == []
    press(yusuf, "Meld meg av")

    see(yusuf, "Plassen er gitt tilbake")
    maja.reload()
    see(maja, "Du er påmeldt")
    maja.goto("/meldinger/")
    see(maja, "Du har fått plass på kurset")


def test_a_leader_signs_up_who_is_new_and_the_administrator_cancels(enter):
    randi, ingeborg = enter("randi"), enter("ingeborg", width=PHONE)
    randi.goto("/opplaering/kurs/nytt/")
    choose(randi, "Hva slags dag er det?", "Kursdag for alle ansatte")
    answer(randi, "Hvor?", "Kinoen")
    assert auditing.faults_of(randi) == []
    press(randi, "Sett opp kursdagen")
    see(randi, "Kursdagen er satt opp")
    course = randi.url

    ingeborg.goto(course)
    follow(ingeborg, "Meld på ansatte")
    for box in ingeborg.get_by_role("checkbox").all():
        expect(box).to_be_checked()
    assert auditing.faults_of(ingeborg) == []
    press(ingeborg, "Meld på")
    see(ingeborg, "Påmeldingen er lagret", "Påmeldte fra deg")

    randi.goto(course)
    press(randi, "Avlys kursdagen")
    see(randi, "Kurset er avlyst", "Avlyst")
    ingeborg.reload()
    not_see(ingeborg, "Meld på ansatte")


def test_a_report_is_finished_sent_read_and_answered(enter):
    elle, torbjorn = enter("elle", width=PHONE), enter("torbjorn")
    elle.goto("/egenvurdering/")
    elle.get_by_role("link", name="Gå videre med utkastet").click()
    follow(elle, "Skriv videre")
    answer(elle, "Hva trenger dere hjelp til?", "En vikar på møtedagene.")
    assert auditing.faults_of(elle) == []
    press(elle, "Lagre utkastet")
    see(elle, "Utkastet er lagret", "En vikar på møtedagene.")
    press(elle, "Send inn")
    see(elle, "Egenvurderingen er sendt inn", "Rett i en ny utgave")

    torbjorn.goto("/omradet/egenvurdering/")
    see(torbjorn, "2 av 2 er sendt inn")
    follow(torbjorn, "Eksempelvik barneskole")
    press(torbjorn, "Jeg har lest den")
    follow(torbjorn, "Spør eller svar")
    answer(torbjorn, "Hva vil du spørre om eller svare?", "Hvor mange dager gjelder det?")
    press(torbjorn, "Send")
    see(torbjorn, "Hvor mange dager gjelder det?")
    assert auditing.faults_of(torbjorn, schemes=("light", "dark")) == []
    with torbjorn.expect_download() as saved:
        follow(torbjorn, "Last ned som PDF")
    assert saved.value.path().read_bytes().startswith(b"%PDF-")

    elle.reload()
    see(elle, "Lest av Torbjørn Pappskog", "Hvor mange dager gjelder det?")


def test_slides_are_walked_through_by_keyboard(enter):
    kari = enter("kari")
    kari.goto("/opplaering/lysark/")
    kari.get_by_role("link", name="Vis på veggen: Øvingslogg: et barn som ikke finnes").press("Enter")
    see_heading(kari, "Møt Lykke Papirmåne")
    for _ in range(7):
        kari.get_by_role("link", name="Neste", exact=True).press("Enter")

    see_heading(kari, "Slutten på historien")
    follow(kari, "Ferdig")
    see_heading(kari, "Lysark og øvingslogg")


@pytest.mark.parametrize(("key", "paths"), [("elle", LEADERS), ("torbjorn", AREAS)])
def test_lists_pass_axe_and_fit_a_phone(enter, key, paths):
    page = enter(key)
    faults = []
    for path in paths:
        page.goto(path)
        faults += [f"{path}: {fault}" for fault in auditing.faults_of(page)]

    assert faults == []
