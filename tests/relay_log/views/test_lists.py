"""Mine stafettlogger and its sisters: whose logs, in which order, and page by page."""

import re

import pytest

from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern, Measure
from tests import stage
from tests.relay_log.queries import many
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def log(db):
    with within(HERE):
        log = stage.open_log()
        stage.active_concern(log)
        return log


def test_fifty_logs_stand_on_the_first_page_and_the_rest_on_the_next(log):
    many.logs_like(log, 60)
    kari = Visitor("kari")

    pages = [_children(kari.see("my_logs", side=number)) for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [50, 11, 0]
    assert len({*pages[0], *pages[1]}) == 61


def test_open_logs_come_before_closed_ones(log):
    many.logs_like(log, 3)
    with within(HERE):
        Measure.objects.filter(log=log).update(state="evaluated")
        Concern.objects.filter(log=log).update(state="achieved")
        operations.close_log(actor=stage.actor("kari"), log=log, summary="Ferdig.", today=stage.today())

    shown = reading.words(Visitor("kari").see("my_logs"))

    assert shown.index("Barn 2 Kopi") < shown.index("Nils Áilo")


def test_everyone_sees_their_own_lists_and_nobody_elses(log):
    many.logs_like(log, 1, holder="jonas", relation="participant")

    assert "Nils Áilo" in reading.words(Visitor("kari").see("my_logs"))
    assert "Nils Áilo" not in reading.words(Visitor("jonas").see("my_logs"))
    assert "Barn 0 Kopi" in reading.words(Visitor("jonas").see("participating_logs"))
    assert "Nils Áilo" not in reading.words(Visitor("jonas").see("participating_logs"))
    assert "Barn 0 Kopi" not in reading.words(Visitor("elle").see("my_logs"))


def test_a_guardian_with_one_log_is_led_straight_to_it(log):
    answer = Visitor("bente").see("family_logs")

    assert answer["Location"].endswith(f"{log.pk}/")


def test_a_participant_is_not_told_of_private_drafts_in_a_list(log):
    with within(HERE):
        Concern.objects.filter(log=log).update(state="draft", shared_at=None)
        kari = cast.person("kari").id
        jonas = {"person_id": cast.person("jonas").id, "relation": "participant", "given_by_id": kari}
        log.grants.create(municipality_id=HERE, unit_id=log.unit_id, started_at=clock.now(), **jonas)

    shown = reading.words(Visitor("jonas").see("participating_logs"))

    assert "Nils Áilo" in shown
    assert "utkast" not in shown.lower()
    assert "Lekegruppe" not in shown


def _children(answer):
    return re.findall(r"(?:Nils Áilo Pennalsrud|Barn \d+ Kopi)", reading.words(answer))
