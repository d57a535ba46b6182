"""Before and after a system meeting in a real browser: a service proposes, the leader chooses and tells, people answer and
prepare; and what came of the last meeting is evaluated, learned from and printed."""

import io
from datetime import timedelta

import pikepdf
import pytest

from tests import stage
from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, choose, control, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey


def test_a_service_proposes_and_the_late_one_waits_while_the_leader_chooses_and_tells(enter):
    henrik, elle, kari = (
        enter("henrik", width=PHONE, javascript=False),
        enter("elle"),
        enter("kari", width=PHONE),
    )
    henrik.goto("/systemmoter/temabank/")
    follow(henrik, "Språkbruk")
    henrik.get_by_label("Hvem gjelder det?").select_option(label="Eksempelvik barneskole")
    answer(henrik, "Hva er utfordringen?", "Det ropes mye i gangene.")
    choose(henrik, "Hvor ser dere det?", "Observasjoner, eller innspill fra barn, ansatte eller foresatte")
    press(henrik, "Send forslaget")
    see(henrik, "Det du har foreslått", "Språkbruk", "Rekker møtet")

    follow(elle, "Systemmøter")
    follow(elle, "Velg tema og planlegg")
    see(elle, "Forslag som venter", "Det ropes mye i gangene.", "Det loggene våre viser")
    follow(elle, "Nytt systemmøte")
    answer(elle, "Hvor?", "Biblioteket")
    control(elle, "Hvilken dag?").fill(_in_forty_days())
    press(elle, "Planlegg")
    elle.get_by_role("main").get_by_role("link", name="Velg blant forslagene").click()
    elle.get_by_label("Språkbruk").check()
    press(elle, "Velg dette")
    see(elle, "Meldt inn av PP-tjenesten i Eksempelvik", "forteller om utfordringen")

    elle.get_by_role("link", name="Inviter", exact=True).click()
    choose(elle, "Hvem fra enheten er med?", "Kari Eksempelmo, Kontaktlærer")
    press(elle, "Lagre listen")
    follow(elle, "Til møtet")
    elle.get_by_role("main").get_by_role("link", name="Fortell de inviterte").first.click()
    press(elle, "Send informasjonen")
    see(elle, "De inviterte har fått beskjed.", "Start møtet")

    kari.goto("/systemmoter/")
    follow(kari, "Språkbruk")
    see(kari, "Til deg som skal være med", "Det ropes mye i gangene.")
    press(kari, "Kommer")
    follow(kari, "Skriv et notat til deg selv")
    answer(kari, "Notat til deg selv", "Spør om gangvaktene.")
    press(kari, "Lagre notatet")
    see(kari, "Spør om gangvaktene.")
    elle.reload()
    see(elle, "Kommer")
    not_see(elle, "gangvaktene")


def test_the_measure_is_evaluated_the_next_idea_is_tried_and_the_unit_sees_what_it_has_learned(enter):
    elle = enter("elle", javascript=False)
    elle.goto("/systemmoter/")
    follow(elle, "Velg tema og planlegg")
    see(elle, "Tiltak som skal evalueres")
    elle.get_by_role("main").get_by_role("link", name="PPT viser på et personalmøte").click()
    press(elle, "Lagre")
    see(elle, "Noe må rettes")
    elle.get_by_label("Det virker: vi fortsetter slik").check()
    answer(elle, "Hva ser dere, og hva har dere lært?", "Færre står alene nå.")
    press(elle, "Lagre")
    see(elle, "Færre står alene nå.", "Ideer vi tar vare på")

    elle.get_by_role("link", name="Prøv denne").first.click()
    elle.get_by_label("Noe vi prøver ut selv").check()
    control(elle, "Når evaluerer vi?").fill(_in_forty_days())
    answer(elle, "Hvordan evaluerer vi?", "Vi spør elevrådet.")
    press(elle, "Prøv dette")
    see(elle, "Prøves ut", "To tider for storefri.")
    follow(elle, "Prøvd og lært")
    see(elle, "Færre står alene nå.", "Prøves ut nå: 1.")


def test_the_minutes_are_one_page_of_paper_and_the_pages_are_whole_for_everybody(enter):
    elle = enter("elle")
    elle.goto("/systemmoter/")
    elle.get_by_role("main").get_by_role("link", name="Sosialt samspill").last.click()
    meeting = elle.url
    follow(elle, "Les referatet")
    see(elle, "Slik evaluerer vi", "BTI-møte")
    with pikepdf.open(io.BytesIO(elle.pdf(format="A4"))) as paper:
        assert len(paper.pages) == 1
    with elle.expect_download() as saved:
        follow(elle, "Last ned som PDF")
    assert saved.value.path().read_bytes().startswith(b"%PDF-")

    faults = []
    for address in (
        "/systemmoter/",
        "/systemmoter/temabank/",
        "/systemmoter/forslag/nytt/",
        meeting,
        f"{meeting}referat/",
    ):
        elle.goto(address)
        faults += [f"{address}: {fault}" for fault in auditing.faults_of(elle, schemes=("light", "dark"))]
    assert faults == []
    see_heading(elle, "Sosialt samspill")


def _in_forty_days():
    return (stage.today() + timedelta(days=40)).isoformat()
