"""The help in a real browser: from the log to its help and back, the tour from end to end, and the pages judged."""

import pytest

from tests.journeys import auditing
from tests.journeys.browsing import PHONE, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey

PAGES = (
    "/hjelp/", "/eksempelvik/hjelp/foresatt/", "/hjelp/alle/veilederen/", "/hjelp/ansatt/loggen/?maal=nn",
    "/hjelp/foresatt/loggen/?maal=en", "/hjelp/brukerveiledning/foresatt/",
)  # fmt: skip


def test_a_guardian_gets_help_with_the_log_on_the_phone_and_comes_back_without_script(enter, site):
    page = enter("omar", width=PHONE, javascript=False)
    page.goto(site.log_of("noor"))
    log = page.url

    page.get_by_role("banner").get_by_role("link", name="Help").click()

    see_heading(page, "Your child's log")
    see(page, "Share a bright spot")
    assert page.url.endswith("/hjelp/foresatt/loggen/")
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url == log


def test_a_teacher_is_offered_the_tour_once_takes_it_and_finds_it_again(enter):
    page = enter("kari")
    see(page, "Ny her?")

    follow(page, "Ta omvisningen på to minutter")
    for _step in range(5):
        see(page, "Avslutt")
        follow(page, "Neste")
    press(page, "Ferdig")

    see_heading(page, "Mine stafettlogger")
    page.goto("/")
    not_see(page, "Ny her?")
    page.goto("/min-side/")
    follow(page, "Ta omvisningen igjen")
    press(page, "Avslutt")
    see_heading(page, "Mine stafettlogger")


@pytest.mark.parametrize("path", PAGES)
def test_the_help_passes_axe_and_fits_a_phone(enter, path):
    page = enter()
    page.goto(path)

    assert auditing.faults_of(page, schemes=("light", "dark")) == []


def test_a_step_of_the_tour_passes_axe_and_fits_a_phone(enter):
    page = enter("elle")
    page.goto("/omvisning/leder/1/")

    assert auditing.faults_of(page, schemes=("light", "dark")) == []
