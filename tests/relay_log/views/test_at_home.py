"""What is done at home: one for each in the service, and shaped by those who are to do it (S001-27, S003-63)."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log.models import Measure
from tests import stage
from tests.web.reading import words
from tests.web.visiting import Visitor

SAID = "Hvert tiltak i tjenesten bør ha et hjemme som svarer til det."


@pytest.fixture
def concern(db):
    with within(cast.EKSEMPELVIK.id):
        yield stage.active_concern(stage.open_log())


def _page(concern, who="kari"):
    return words(Visitor(who).see("concern", concern.pk))


def _fields(**changed):
    day = stage.today().isoformat()
    return {
        "arena": "home", "type": "home", "description": "Lese sammen", "owner_kinds": ["guardians"],
        "start_by": day, "evaluate_by": day, "accept_second": "on",
    } | changed  # fmt: skip


def test_a_second_measure_in_the_service_asks_for_a_second_at_home_and_the_family_is_not_nagged(concern):
    assert SAID not in _page(concern)
    stage.add_measure(concern.log, concern, accept_second=True)

    page = _page(concern)

    assert f"{SAID} Ett mangler ennå." in page
    assert SAID not in _page(concern, "bente")


def test_the_prompt_is_gone_when_there_is_one_at_home_for_each_again(concern):
    stage.add_measure(concern.log, concern, accept_second=True)
    stage.add_measure(concern.log, concern, arena="home", type="home", accept_second=True)

    assert SAID not in _page(concern)


def test_what_has_been_evaluated_asks_for_nothing(concern):
    extra = stage.add_measure(concern.log, concern, accept_second=True)
    stage.evaluate(concern.log, extra)

    assert SAID not in _page(concern)


def test_that_guardians_have_shaped_a_measure_stands_on_its_page_for_them_too(concern):
    answer = Visitor("kari").send("new_measure", concern.pk, fields=_fields(shaped_with_guardians="on"))
    assert answer.status_code == 302
    measure = Measure.objects.get(description="Lese sammen")

    page = words(Visitor("bente").see("measure", measure.pk))

    assert "Formet sammen med Foresatte" in page
    assert measure.place_label == "Hjemme, formet sammen med foresatte"


def test_the_holder_is_asked_whether_guardians_have_shaped_what_is_done_at_home(concern):
    Visitor("kari").send("new_measure", concern.pk, fields=_fields())
    measure = Measure.objects.get(description="Lese sammen")
    assert "Har foresatte vært med på å forme dette?" in words(Visitor("kari").see("measure", measure.pk))

    given = _fields(shaped_with_guardians="on", version=measure.version)
    assert Visitor("kari").send("edit_measure", measure.pk, fields=given).status_code == 302

    assert "Har foresatte vært med" not in words(Visitor("kari").see("measure", measure.pk))
