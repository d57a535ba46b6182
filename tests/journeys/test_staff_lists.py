"""The administrator takes in a list of staff from a file: every fault named by row, the right one shown, taken in, undone.

That a leader says the list is right each month is in test_annual_wheel.py.
"""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from stafett.demo import cast
from stafett.platform.environment import for_pages
from tests.administration import good_forms
from tests.environment import cluster
from tests.journeys.auditing import faults_of
from tests.journeys.browsing import LAPTOP, PATIENCE, PHONE, press, see, see_heading

pytestmark = pytest.mark.journey

SCHOOL = "Eksempelvik barneskole"
HEADINGS = "Fødselsnummer;Fornavn;Etternavn;Enhet;Stilling"
# The worker, once: whatever waits for it among the lists.
WORK = """
import sys
import django
django.setup()
from uuid import UUID
from stafett.administration import tasks
from stafett.administration.models import StaffImport
from stafett.register.tenancy import within
jobs = {"reading": tasks.read_list, "taking_in": tasks.take_in_list, "undoing": tasks.undo_list}
with within(UUID(sys.argv[1])):
    waiting = [(row.pk, row.state) for row in StaffImport.objects.filter(state__in=jobs)]
for pk, state in waiting:
    jobs[state](sys.argv[1], str(pk))
"""


def work(site):
    """Run what the lists wait for once, beside the site."""
    environment = for_pages(cluster.urls(site.database), None, demo=True)
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(cast.EKSEMPELVIK.id)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def choose_file(page, *rows, name):
    """Choose a file with these rows, and say that it holds some of the staff."""
    page.goto("/ansatte/lister/")
    body = "\n".join([HEADINGS, *rows]).encode()
    page.get_by_label("Filen", exact=True).set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": body}
    )
    page.get_by_label("Noen av de ansatte. Ingen slutter.").check()
    press(page, "Les filen")


def right_row(serial=0, given="Ola"):
    """A row about somebody new at the school."""
    return f"{good_forms.number(serial).digits};{given};Oppspinn;{SCHOOL};Vikar"


def see_later(page, words):
    """These words come by themselves, when the job behind the page has got that far."""
    expect(page.get_by_role("main").get_by_text(words).first).to_be_visible(timeout=3 * PATIENCE)


def test_a_list_is_put_right_taken_in_and_undone(enter, site):
    randi = enter("randi", width=LAPTOP)
    randi.goto("/ansatte/lister/")
    see_heading(randi, "Lister fra fil")
    assert faults_of(randi) == []

    choose_file(randi, right_row(), "123;Kari;Kladd;Ingen plass;Lærer", name="feil.csv")
    see(randi, "Vi leser filen.")
    assert faults_of(randi) == []
    work(site)
    see_later(randi, "Ingenting er tatt inn. Rett radene i filen, og legg den inn på nytt.")
    randi.reload()
    see(randi, "Rad 3", "Fødselsnummeret skal ha 11 siffer.", "Enheten «Ingen plass» finnes ikke.")
    assert faults_of(randi) == []

    choose_file(randi, right_row(), right_row(1, "Åse"), name="riktig.csv")
    work(site)
    see_later(randi, "Ingenting er endret ennå. Se gjennom, og ta listen inn.")
    phone = enter("randi", width=PHONE)
    phone.goto(randi.url)
    see(phone, "Ola Oppspinn", "Åse Oppspinn", "Stilling: Vikar")
    assert faults_of(phone) == []

    press(phone, "Ta inn listen")
    work(site)
    see_later(phone, "Listen er tatt inn. Den kan angres i en måned.")
    phone.reload()
    press(phone, "Angre listen")
    work(site)
    see_later(phone, "Alt er satt tilbake slik det var.")
    assert faults_of(phone) == []


def test_without_javascript_a_list_is_followed_by_loading_the_page_again_and_cancelled(enter, site):
    randi = enter("randi", javascript=False)
    choose_file(randi, right_row(2), name="uten-skript.csv")
    work(site)
    randi.reload()
    see(randi, "Ingenting er endret ennå.")

    press(randi, "Avbryt, og slett filen")

    see(randi, "Listen er avbrutt. Ingenting er endret.")


def test_a_leader_keeps_the_list_on_the_phone(enter):
    elle = enter("elle", width=PHONE)
    elle.goto(f"/ansatte/enhet/{cast.unit('eksempelvik_school').id}/")
    see(elle, "På listen", "Kari Eksempelmo", "Har begynt, og ikke logget inn ennå")

    assert faults_of(elle) == []
