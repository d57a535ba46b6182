"""A log is closed; the archive is down and the package waits; the archive is back, and the archivist sees the receipt; thirty
days later nobody reads the log here (L-53)."""

import json
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from stafett.demo import cast
from stafett.kernel.crypto import sha256_hex
from stafett.platform.environment import for_pages
from tests.environment import cluster
from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, follow, press, see, see_heading

pytestmark = pytest.mark.journey

ENDED = """UPDATE relay_log_relaylog SET access_ends_on = current_date - 2
    FROM (SELECT set_config('stafett.municipality', %s, true)) AS here,
        (SELECT id, access_ends_on - (closed_at AT TIME ZONE 'Europe/Oslo')::date AS days FROM relay_log_relaylog
        WHERE child_id = %s) AS before
    WHERE relay_log_relaylog.id = before.id RETURNING before.days"""
# The worker, some hours from now: hands in, sends, takes in.
WORK = """
import datetime, django, sys
django.setup()
from stafett.archive import tasks
from stafett.kernel import clock
with clock.set_to(clock.now() + datetime.timedelta(hours=int(sys.argv[1]))):
    tasks.look(0)
    tasks.find_forgotten(0)
"""


def test_a_closed_log_waits_for_the_archive_is_received_when_it_is_back_and_then_access_ends(
    enter, site, tmp_path
):
    folder = tmp_path / "arkiv"
    archivist = enter("arkivar")
    follow(archivist, "Oppsett")
    answer(archivist, "Hvor mange dager skal en avsluttet logg kunne leses etter at arkivet har den?", "30")
    press(archivist, "Lagre")
    kari = enter("kari")
    kari.goto(site.log_of("sara"))
    kari.get_by_role("link", name="Avslutt loggen").first.click()
    answer(kari, "Hvor langt er dere kommet?", "Sara løper inn om morgenen.")
    press(kari, "Avslutt loggen")
    work(site, folder, hours=0)
    archivist.reload()

    see_heading(archivist, "Arkiv")
    see(archivist, "Avsluttet stafettlogg", "Arkivet svarer ikke. Vi prøver igjen av oss selv")
    assert auditing.faults_of(archivist) == []

    folder.mkdir()
    work(site, folder, hours=26)
    archivist.reload()
    archivist.get_by_role("link", name="Avsluttet stafettlogg").first.click()
    see(archivist, "Kvittering", "Nummer i arkivet", "stafettlogg.pdf", "Sjekksum (SHA-256)")
    assert auditing.faults_of(archivist) == []
    kari.reload()
    see(kari, "Arkivet har tatt imot pakken og kvittert.", "Loggen er i arkivet, og kan leses her til og med")
    assert len(list(folder.glob("eksempelvik/*/*/kvittering.json"))) >= 2  # Sara's, and Jakob's from before
    assert all(is_valid(path) for path in folder.glob("eksempelvik/*/*"))

    guardian = enter(cast.relations_of("sara")[0].guardian, width=PHONE)
    guardian.goto(site.log_of("sara"))
    see(guardian, "Loggen er i arkivet, og kan leses her til og med")
    thirty_days_later(site, "sara")
    for page in (kari, guardian):
        page.goto(site.log_of("sara"))
        see_heading(page, "Vi finner ikke siden")
    archivist.reload()
    see(archivist, "Kvittering", "Mottatt i arkivet")


def test_a_leader_sees_that_the_units_logs_have_come_and_the_archivist_sets_up_on_the_phone(enter):
    leader = enter("elle")
    follow(leader, "Enhetens logger")
    follow(leader, "Er avsluttede logger kommet i arkivet?")
    see(leader, "Mottatt i arkivet")
    expect(leader.get_by_role("link", name="Oppsett")).to_have_count(0)

    archivist = enter("arkivar", width=PHONE, javascript=False)
    follow(archivist, "Oppsett")
    answer(archivist, "Mappe for referater fra systemmøter", "Systemmøter")
    press(archivist, "Lagre")
    see(archivist, "Lagret. Det gjelder fra neste pakke.")


def is_valid(package):
    """Whether every file is as the receipt beside it says, and the message tells of each."""
    receipt = json.loads((package / "kvittering.json").read_text(encoding="utf-8"))
    message = (package / "arkivmelding.xml").read_text(encoding="utf-8")
    return all(
        sha256_hex((package / name).read_bytes()) == checksum
        and (name == "arkivmelding.xml" or (name in message and checksum in message))
        for name, checksum in receipt["sha256"].items()
    )


def thirty_days_later(site, child):
    """The last day of reading stands on the log, thirty days from closing; it is moved to the past, since nobody can wait."""
    [(days,)] = site.ask(ENDED, str(cast.EKSEMPELVIK.id), cast.child(child).id)
    assert days == 30


def work(site, folder, *, hours):
    """Run the archive's jobs once, beside the site, with the archive in a folder."""
    environment = for_pages(cluster.urls(site.database), None, demo=True)
    environment |= {"STAFETT_ARCHIVE_FOLDER": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(hours)], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr[-2000:]
