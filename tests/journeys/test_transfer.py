"""The baton goes from one to the next in a real browser: to a colleague, and with a school starter to school."""

import pytest

from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey


def test_a_colleague_takes_the_baton_on_the_phone_without_javascript_and_reads_what_goes_on(enter, site):
    yusuf, jonas = enter("yusuf"), enter("jonas", width=PHONE, javascript=False)
    yusuf.goto(site.log_of("hedda"))
    follow(yusuf, "Overfør stafettlogg")
    see(yusuf, "Tilbudet venter på svar", "Jonas Påfunn")
    jonas.goto("/overforinger/")
    jonas.get_by_role("main").get_by_role("link", name="Hedda").click()
    see(jonas, "Dette står åpent", "Neste evaluering")
    not_see(jonas, "Hedda forteller mest når dere går tur")

    press(jonas, "Ta imot stafettpinnen")

    see_heading(jonas, "Loggen du har tatt over")
    see(jonas, "Hedda forteller mest når dere går tur", "Dette fortsetter i det daglige", "Åpne datoer")
    press(jonas, "Jeg har lest")
    see(jonas, "Jonas Påfunn tok imot stafettpinnen.")
    yusuf.goto(site.log_of("hedda"))
    not_see(yusuf, "Overfør stafettlogg")


def test_a_school_starter_is_offered_named_and_read_at_school(enter, site):
    amal, elle, kari = enter("amal"), enter("elle"), enter("kari", width=PHONE)
    amal.goto(site.log_of("zara"))
    follow(amal, "Overfør stafettlogg")
    follow(amal, "Til en annen enhet")
    amal.get_by_label("Eksempelvik barneskole").check()
    answer(amal, "Det viktigste å vite først", "Begynn leken med én venn.")
    press(amal, "Tilby loggen")
    see(amal, "Stafettpinnen er tilbudt.")

    elle.goto("/skolestartere/")
    elle.get_by_role("main").get_by_role("link", name="Zara").click()
    follow(elle, "Velg hvem som tar imot")
    elle.get_by_label("Kari Eksempelmo").check()
    press(elle, "Velg")
    kari.goto("/overforinger/")
    kari.get_by_role("main").get_by_role("link", name="Zara").click()
    press(kari, "Ta imot stafettpinnen")

    see(kari, "Begynn leken med én venn.")
    elle.goto("/skolestartere/")
    see(elle, "Tatt imot, men ikke lest", "Noen få barn til er på vei")
    assert amal.goto(site.log_of("zara")).status == 404


def test_the_pages_of_transfers_are_sound_at_every_width_and_in_the_dark(enter, site):
    pernille, ingeborg = enter("pernille"), enter("ingeborg")
    log = site.log_of("isak")
    for path in ("overforing/", "overforing/kollega/", "overforing/vikar/", "overforing/enhet/", "overtatt/"):
        pernille.goto(f"{log}{path}")
        assert auditing.faults_of(pernille, schemes=("light", "dark")) == [], path
    for path in ("/skolestartere/", "/overforinger/"):
        ingeborg.goto(path)
        assert auditing.faults_of(ingeborg, schemes=("light", "dark")) == [], path
