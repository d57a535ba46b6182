"""One concern as plan, attachment and journal text: the holder's alone, and to PPT only what consent lets it see."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log import operations
from tests import stage
from tests.oversight.officer import HERE
from tests.web.reading import words
from tests.web.visiting import Visitor

PPT = cast.unit("eksempelvik_ppt").id


@pytest.fixture
def concern(db):
    """A concern under way in Nils's log, without consent to PPT."""
    with within(HERE):
        log = stage.open_log("nils")
        concern = stage.active_concern(log, title="Leser sakte", background="Siden jul.")
        operations.add_factor(
            actor=stage.actor("kari"), log=log, concern=concern, kind="group", text="Mye uro"
        )
        return concern


def _with_ppt(concern, **changed):
    with within(HERE):
        stage.consent_from(concern.log, cast.person("bente").id, units=[PPT])
        if changed:
            stage.consent_operations.narrow_consent(
                actor=stage.actor("bente"), log=concern.log, covered_unit_ids=[PPT], limits="", today=stage.today(),
                valid_until=stage.today() + timedelta(days=100), **changed,
            )  # fmt: skip


def test_the_plan_has_the_five_parts_in_order(concern):
    page = Visitor("kari").see("concern_papers", concern.pk).content.decode()

    parts = [
        "Hva tiltakene skal løse", "Hvilke tiltak som er planlagt", "Når tiltakene skal gjennomføres",
        "Hvem som har ansvaret", "Når tiltakene skal evalueres",
    ]  # fmt: skip
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert "Invitere hjem" in page


def test_each_is_a_pdf_to_save(concern):
    _with_ppt(concern)
    for kind in ("plan", "vedlegg-ppt", "journal"):
        answer = Visitor("kari").see("concern_paper", concern.pk, kind)
        assert answer.content.startswith(b"%PDF-")
        assert answer["Content-Disposition"] == f'attachment; filename="{kind}.pdf"'


def test_there_is_no_attachment_before_the_family_has_said_yes_to_ppt(concern):
    before = words(Visitor("kari").see("concern_papers", concern.pk))

    assert "Vedlegget til PPT kommer når" in before
    assert Visitor("kari").see("concern_paper", concern.pk, "vedlegg-ppt").status_code == 404
    assert Visitor("kari").see("concern_paper", concern.pk, "oppdiktet").status_code == 404


def test_a_concern_that_is_held_back_from_ppt_has_no_attachment(concern):
    _with_ppt(concern, restrictions={PPT: []})

    assert Visitor("kari").see("concern_paper", concern.pk, "vedlegg-ppt").status_code == 404


def test_a_draft_is_no_document(concern):
    with within(HERE):
        draft = stage.drafted_concern(concern.log, title="Bare for meg")

    assert Visitor("kari").see("concern_papers", draft.pk).status_code == 404


def test_the_holder_finds_the_way_on_the_concern_and_the_family_does_not(concern):
    assert "Plan, vedlegg og journaltekst" in words(Visitor("kari").see("concern", concern.pk))
    assert "Plan, vedlegg og journaltekst" not in words(Visitor("bente").see("concern", concern.pk))
