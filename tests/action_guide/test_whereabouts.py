"""The guide opens at the step that helps with what comes next in the log."""

import pytest

from stafett.action_guide.content import library
from stafett.action_guide.rules.whereabouts import step_for
from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log.enums import NextKind
from tests import stage
from tests.web.visiting import Visitor


@pytest.mark.parametrize("kind", NextKind.values)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_whatever_comes_next_there_is_a_step_for_it(level, kind):
    assert library.guide("nb").step(str(level), step_for(level=level, next_kind=kind)) is not None


@pytest.mark.parametrize(("level", "kind", "step"), [
    (1, "consent_missing", "mote"), (1, "no_concern_yet", "mal-og-tiltak"), (1, "set_in_motion", "mal-og-tiltak"),
    (2, "measure_starts", "gjennomfor"), (2, "evaluation_overdue", "evaluer"), (2, "nothing_planned", "avgjor"),
    (3, "ready_to_close", "avslutt"), (3, "nothing_planned", "avklar"), (2, "share_draft", "kontakt"),
])  # fmt: skip
def test_the_step_fits_what_comes_next(level, kind, step):
    assert step_for(level=level, next_kind=kind) == step


@pytest.mark.django_db
def test_the_log_leads_its_holder_to_the_step_and_the_guide_leads_back():
    with within(cast.EKSEMPELVIK.id):
        log = stage.open_log()

    page = Visitor("kari").see("log", log.pk).content.decode()
    assert "Neste steg på nivå 1: Bli enige om mål og tiltak" in page
    link = f"/veileder/niva-1/mal-og-tiltak/?logg={log.pk}"
    assert link in page
    assert f'href="/logger/{log.pk}/"' in Visitor("kari").get(link).content.decode()


@pytest.mark.django_db
def test_a_guardian_is_not_told_of_the_holders_next_step():
    with within(cast.EKSEMPELVIK.id):
        log = stage.open_log()

    assert "Neste steg på nivå" not in Visitor("hilde").see("log", log.pk).content.decode()
