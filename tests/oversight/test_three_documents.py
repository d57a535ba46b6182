"""One concern as plan, attachment and journal text: the holder's alone, and to PPT only what consent lets it see."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.kernel import pdf
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern
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


WHY = "Ungdommen har bedt om det."


def _printed(concern, kind, monkeypatch):
    """The page's text of one paper, and the blocks of its PDF."""
    documents = []
    monkeypatch.setattr(pdf, "typeset", lambda document: documents.append(document) or b"%PDF-")
    assert Visitor("kari").see("concern_paper", concern.pk, kind).status_code == 200
    return Visitor("kari").see("concern_papers", concern.pk).content.decode(), repr(documents)


def test_the_staffs_own_unshared_analysis_is_on_no_paper_until_it_is_shared(concern, monkeypatch):
    _with_ppt(concern)
    with within(HERE):
        kari = {"actor": stage.actor("kari"), "log": concern.log, "concern": concern}
        operations.add_factor(kind="home", text="Bare våre egne tanker", in_family_round=False, **kari)
    before = _printed(concern, "vedlegg-ppt", monkeypatch)
    with within(HERE):
        operations.share_factors(**kari)

    after = _printed(concern, "vedlegg-ppt", monkeypatch)

    assert not [text for text in before if "Bare våre egne tanker" in text]
    assert not [text for text in after if "Bare våre egne tanker" not in text]


def test_there_is_no_plan_of_what_is_kept_from_guardians_and_it_is_said_why(concern):
    with within(HERE):
        Concern.objects.filter(pk=concern.pk).update(kept_from_guardians=WHY)

    page, file = (
        Visitor("kari").see("concern_papers", concern.pk),
        Visitor("kari").see("concern_paper", concern.pk, "plan"),
    )

    assert "Hva tiltakene skal løse" not in page.content.decode()
    assert "Foresatte får planen, og denne oppmerksomheten er ikke vist for dem." in words(page)
    assert file.status_code == 422
    assert "Foresatte får planen, og denne oppmerksomheten er ikke vist for dem." in words(file)


@pytest.mark.parametrize("kind", ["vedlegg-ppt", "journal"])
def test_the_other_papers_say_that_it_is_kept_from_guardians_and_why(concern, kind, monkeypatch):
    _with_ppt(concern)
    assert not [text for text in _printed(concern, kind, monkeypatch) if "Ikke vist for foresatte" in text]
    with within(HERE):
        Concern.objects.filter(pk=concern.pk).update(kept_from_guardians=WHY)

    page, file = _printed(concern, kind, monkeypatch)

    assert page.count(f"Ikke vist for foresatte fordi\n- {WHY}") == 2  # the attachment and the journal text
    assert "Vedlegget til PPT kommer når" not in page
    assert "Ikke vist for foresatte fordi" in file
    assert WHY in file


def test_the_holder_finds_the_way_on_the_concern_and_the_family_does_not(concern):
    assert "Plan, vedlegg og journaltekst" in words(Visitor("kari").see("concern", concern.pk))
    assert "Plan, vedlegg og journaltekst" not in words(Visitor("bente").see("concern", concern.pk))
