"""A log taken out for an individuell plan: the parts the plan asks for, and only what the family sees."""

import pytest

from stafett.demo import cast
from stafett.kernel import pdf
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern
from tests import stage
from tests.oversight.officer import HERE
from tests.transfers import bringing
from tests.web.reading import words
from tests.web.visiting import Visitor

PARTS = [
    "Mål", "Ressurser og det som hjelper", "Behov for støtte", "Barnets eget syn", "De som deltar", "Koordinator",
    "Tiltak, og hvem som bidrar", "Slik gjennomføres tiltakene", "Planperiode og evaluering", "Samtykke",
    "Samarbeid med andre", "Hva som er prøvd, og hvordan det gikk",
]  # fmt: skip


@pytest.fixture
def log(db):
    with within(HERE):
        log = stage.open_log("nils")
        concern = stage.active_concern(log, title="Leser sakte 🧑‍🎄 ŋđ مرحبا", background="Siden jul.")
        stage.evaluate(log, stage.measure_in(concern, "service"), "effect_continued", words="Det hjalp.")
        operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="Leste høyt!")
        stage.drafted_concern(log, title="Bare et utkast")
        hidden = stage.active_concern(log, title="Holdt tilbake")
        Concern.objects.filter(pk=hidden.pk).update(kept_from_guardians="Ungdommen har bedt om det.")
        return log


def _text(log):
    return Visitor("kari").see("individual_plan", log.pk).content.decode()


def test_the_parts_stand_in_the_order_the_plan_asks_for(log):
    page = _text(log).split("<textarea")[1]

    places = [page.index(f"\n{part}\n") if place else page.index(part) for place, part in enumerate(PARTS)]
    assert places == sorted(places)
    for told in (
        "Leser sakte 🧑‍🎄 ŋđ مرحبا: Siden jul.",
        "Leste høyt!",
        "Det hjalp.",
        "Kari Eksempelmo",
        "Invitere hjem",
    ):
        assert told in page


def test_only_what_the_family_sees_is_in_it(log):
    page = _text(log)

    assert "Bare et utkast" not in page
    assert "Holdt tilbake" not in page
    assert "Ungdommen har bedt om det" not in page


def test_it_is_a_pdf_to_save_with_no_name_in_its_name(log, monkeypatch):
    documents = []
    typeset = pdf.typeset
    monkeypatch.setattr(pdf, "typeset", lambda document: documents.append(document) or typeset(document))

    answer = Visitor("kari").see("individual_plan_file", log.pk)

    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"] == 'attachment; filename="individuell-plan.pdf"'
    assert "Leste høyt!" in repr(documents)
    assert "Holdt tilbake" not in repr(documents)


def test_an_empty_log_gives_a_plan_to_begin_on(db):
    with within(HERE):
        log = stage.open_log("nils")

    assert Visitor("kari").see("individual_plan_file", log.pk).content.startswith(b"%PDF-")
    assert "–" in _text(log)


def test_the_holder_finds_the_way_from_the_log_and_the_family_does_not(log):
    assert "Til individuell plan" in words(Visitor("kari").see("log_export", log.pk))
    assert Visitor("bente").see("individual_plan", log.pk).status_code == 403


def test_what_was_tried_in_another_municipality_is_carried_on(db):
    with within(HERE):
        package = bringing.packed(bringing.log_to_send())
    with within(cast.DOMESUND.id):
        log = bringing.log_there()
        bringing.taken_in(log, package)

    page = Visitor("oddny").see("individual_plan", log.pk).content.decode()

    assert "effect_continued" in page
    assert page.index("effect_continued") < page.index("no_effect")
