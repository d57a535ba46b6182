"""Logs whose time is over: the archivist proposes, personvernombudet stops one and approves the rest, and a certificate is what
is left (L-52, ADR 0043)."""

import pikepdf
import pytest
from playwright.sync_api import expect

from stafett.demo import cast
from tests.journeys import auditing
from tests.journeys.browsing import PHONE, answer, control, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey
AGED = """UPDATE relay_log_relaylog SET started_at = now() - interval '2 years'
    FROM (SELECT set_config('stafett.municipality', %s, true)) AS here
    WHERE state = 'awaiting_consent' AND municipality_id::text = here.set_config RETURNING id, child_id"""


def test_two_people_dispose_of_a_log_and_what_is_held_stays(enter, site):
    (gone, _child), (held, held_child) = site.ask(AGED, str(cast.EKSEMPELVIK.id))
    archivist = enter("arkivar")
    follow(archivist, "Bevaring")
    see(archivist, "2 logger kan slettes")
    assert auditing.faults_of(archivist) == []
    answer(archivist, "Begrunnelse til den som skal godkjenne", "De kom aldri i gang.")
    press(archivist, "Send til godkjenning")
    archivist.get_by_role("link", name="2 logger, foreslått").click()
    see_heading(archivist, "Liste med 2 logger")
    see(archivist, "Må godkjennes innen")
    expect(archivist.get_by_role("button", name="Godkjenn og slett")).to_have_count(0)

    officer = enter("personvern", width=PHONE)
    officer.goto(f"/tilsyn/spor/barn/{held_child}/")
    follow(officer, "Stopp sletting av alle logger om barnet")
    answer(officer, "Hvorfor skal ingenting slettes?", "Statsforvalteren ser på saken.")
    press(officer, "Stopp sletting")
    see(officer, "Statsforvalteren ser på saken.")
    officer.goto(archivist.url)
    see(officer, "Slettingen er stoppet.")
    assert auditing.faults_of(officer) == []
    control(officer, "Jeg har sett over listen, og vet at det ikke kan angres").check()
    press(officer, "Godkjenn og slett")
    see(
        officer,
        "Loggene er slettet, og slettebeviset er laget.",
        "Slettebevis nr. 2",
        "Slettingen er stoppet.",
    )
    assert auditing.faults_of(officer) == []

    with officer.expect_download() as saved:
        follow(officer, "Last ned slettebeviset (PDF)")
    assert saved.value.suggested_filename == "slettebevis-2.pdf"
    with pikepdf.open(saved.value.path()) as paper:
        assert str(paper.Root.Lang).startswith("nb")
    left = {row for (row,) in site.ask("SELECT id FROM relay_log_relaylog WHERE id = ANY(%s)", [gone, held])}
    assert left == {held}
    archivist.goto("/arkiv/bevaring/")
    see(archivist, "Tiden er ute, men noe stopper dem", "Slettingen er stoppet.")
    not_see(archivist, "Send til godkjenning")
