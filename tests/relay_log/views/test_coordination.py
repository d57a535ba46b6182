"""Who coordinates, as the holder writes it and the family reads it; barnekoordinator and individual plan (L-40..44, W-24)."""

import json

import pytest

from stafett.archive.content.log_data import data_of, schema
from stafett.archive.queries.log_content import content_of
from stafett.demo import cast
from stafett.oversight.views.content import document_of
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Coordination
from stafett.transfers.rules.shape import fits
from tests import stage
from tests.web import reading
from tests.web.reading import words
from tests.web.visiting import Visitor

HERE, PPT, HENRIK = cast.EKSEMPELVIK.id, cast.unit("eksempelvik_ppt").id, cast.person("henrik").id


@pytest.fixture
def log(db):
    """Nils's log on level 2, with Henrik from PPT."""
    with within(HERE):
        log = stage.open_log("nils", units=[PPT])
        operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal være med.")
        post = Employment.objects.get(person_id=HENRIK, unit_id=PPT)
        operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=post.pk, purpose="", today=stage.today()
        )
        yield stage.reached(log)


def _say(log, **changed):
    fields = {
        "unit_id": str(PPT), "child_view": "Jeg kjenner Henrik.", "child_coordinator_id": "", "plan": "not_asked",
        "version": "1",
    } | changed  # fmt: skip
    return Visitor("kari").send("edit_coordination", log.pk, fields=fields)


def _page(log, who="kari", name="coordination"):
    return words(Visitor(who).see(name, log.pk))


def test_one_service_coordinates_and_everybody_in_the_log_sees_which_and_what_the_child_thinks(log):
    assert "Ingen samordner ennå" in _page(log)
    assert "Samordner: Ingen ennå" in _page(log, name="log")

    assert _say(log).status_code == 302

    for who in ("kari", "henrik", "bente"):
        page = _page(log, who)
        assert "PP-tjenesten i Eksempelvik" in page and "Jeg kjenner Henrik." in page
        assert "Samordner: PP-tjenesten i Eksempelvik" in _page(log, who, "log")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"unit_id": ""}, "unit_id"),
        ({"unit_id": str(cast.unit("eksempelvik_bup").id)}, "unit_id"),
        ({"child_view": " "}, "child_view"),
        ({"child_coordinator_id": str(cast.person("bente").id)}, "child_coordinator_id"),
        ({"plan": "soon"}, "plan"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_what_was_typed_is_kept(log, changed, field):
    answer = _say(log, why="Skole og hjem trenger råd.", **changed)

    assert answer.status_code == 422
    assert field in reading.errors(answer)
    assert "Skole og hjem trenger råd." in answer.content.decode()
    assert not Coordination.objects.exists()


def test_a_barnekoordinator_is_shown_and_is_offered_the_baton(log):
    assert _say(log, child_coordinator_id=str(HENRIK)).status_code == 302

    assert "Tilby stafettpinnen" in _page(log)
    assert "Tilby stafettpinnen" not in _page(log, "bente")
    assert f"Samordner: {cast.person('henrik').name}, PP-tjenesten" in _page(log, "bente", "log")


def test_the_family_reads_what_they_have_a_right_to_and_on_level_three_the_holder_is_asked(log):
    asked = "På nivå 3 snakker dere med familien om individuell plan"
    family = _page(log, "bente")
    assert "Retten til barnekoordinator" in family and "Retten til individuell plan" in family
    assert asked not in family

    operations.change_level(actor=stage.actor("kari"), log=log, level=3, reason="Barnevernet skal være med.")
    assert asked in _page(log)
    _say(log, plan="not_wanted")

    assert asked not in _page(log)


def test_a_child_with_an_individual_plan_takes_the_log_with_it_and_the_log_is_closed(log):
    _say(log, plan="in_use")

    page = Visitor("kari").see("coordination", log.pk).content.decode()

    assert f"/logger/{log.pk}/individuell-plan/" in page
    assert f"/logger/{log.pk}/avslutning/" in page


def test_whoever_is_second_sees_what_the_other_wrote_and_loses_nothing(log):
    _say(log)
    _say(log, plan="asked_for")

    answer = _say(log, child_view="Jeg vil heller ha Kari.")

    assert answer.status_code == 409
    assert "Noen andre lagret mens du skrev" in words(answer)
    assert "Jeg vil heller ha Kari." in answer.content.decode()
    assert Coordination.objects.get().child_view == "Jeg kjenner Henrik."


def test_on_level_one_there_is_nobody_to_coordinate(db):
    with within(HERE):
        log = stage.open_log("tiril")

        assert "Bare én tjeneste er med" in _page(log)
        assert "Samordner" not in _page(log, name="log")
        assert _say(log, unit_id=str(log.unit_id)).status_code == 422


def test_who_coordinates_goes_with_the_log_to_the_archive_the_plan_and_the_family(log):
    before = content_of(log.pk)
    _say(log, child_coordinator_id=str(HENRIK), why="Skole og hjem trenger råd.")

    after = content_of(log.pk)
    plan = Visitor("kari").see("individual_plan", log.pk).content.decode()

    assert "coordination" not in before
    assert {"about": "Samordner", "words": "PP-tjenesten i Eksempelvik"} in after["coordination"]
    assert {"about": "Hvorfor vi samarbeider", "words": "Skole og hjem trenger råd."} in after["coordination"]
    assert f"Barnekoordinator: {cast.person('henrik').name}" in plan
    for package in (before, after):
        assert fits(json.loads(data_of(package)), json.loads(schema()))
    with within(HERE):
        document = document_of(stage.reached(log, "bente"), today=stage.today())
    assert {"about": "Barnet mener", "words": "Jeg kjenner Henrik."} in document["coordination"]
