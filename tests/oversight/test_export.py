"""Eksport / Arkiver: the holder's one page with every way out of a log, and the log as one document (S003-29)."""

import pytest

from stafett.archive import tasks
from stafett.demo import cast
from stafett.kernel import pdf
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import Concern
from tests import stage
from tests.archive import sending
from tests.web.reading import words
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db
HERE = cast.EKSEMPELVIK.id
KEPT = "Det som holdes tilbake"


@pytest.fixture
def log():
    with within(HERE):
        log = stage.open_log("nils")
        stage.active_concern(log, title="Nils strever med å lese")
        hidden = stage.active_concern(log, title=KEPT)
        Concern.objects.filter(pk=hidden.pk).update(kept_from_guardians="Ungdommen har bedt om det.")
        operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="Leste høyt!")
        return log


@pytest.fixture
def documents(monkeypatch):
    """What was typeset."""
    found, typeset = [], pdf.typeset
    monkeypatch.setattr(pdf, "typeset", lambda document: found.append(document) or typeset(document))
    return found


def test_every_way_out_of_a_log_is_one_press_from_it_for_the_holder_alone(log):
    assert "Eksport / Arkiver" in words(Visitor("kari").see("log", log.pk))
    assert "Eksport / Arkiver" not in words(Visitor("bente").see("log", log.pk))
    assert Visitor("bente").see("log_export", log.pk).status_code == 403

    page = words(Visitor("kari").see("log_export", log.pk))

    for way in ("Last ned som PDF", "Nils strever med å lese", "Til individuell plan", "Innsynspakke til familien",
                "Pakke til en annen kommune", "Når loggen avsluttes, går den til arkivet av seg selv"):  # fmt: skip
        assert way in page


def test_the_whole_log_is_one_pdf_without_what_guardians_do_not_see(log, documents):
    answer = Visitor("kari").see("log_paper", log.pk)

    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"] == 'attachment; filename="stafettlogg.pdf"'
    told = repr(documents)
    assert "Nils strever med å lese" in told
    assert "Leste høyt!" in told
    assert KEPT not in told


def test_the_family_sees_that_it_was_taken_out(log):
    Visitor("kari").see("log_paper", log.pk)

    guardian = cast.relations_of("nils")[0].guardian
    assert "Så på eller tok ut loggen som dokument." in words(Visitor(guardian).see("access_list", log.pk))


def test_a_log_too_long_for_a_document_says_so_with_the_other_ways(log, monkeypatch):
    def too_long(_document):
        raise pdf.TooLong

    monkeypatch.setattr(pdf, "typeset", too_long)

    answer = Visitor("kari").see("log_paper", log.pk)

    assert answer.status_code == 422
    assert "Loggen er for lang for ett dokument" in words(answer)


def test_the_page_says_how_it_stands_with_the_archive(settings, tmp_path):
    settings.ARCHIVE_FOLDER = str(tmp_path)
    with within(HERE):
        log = sending.closed_log("nils")
    assert "Mottatt i arkivet" not in words(Visitor("kari").see("log_export", log.pk))

    tasks.look(0)
    tasks.find_forgotten(0)

    page = words(Visitor("kari").see("log_export", log.pk))
    assert "Mottatt i arkivet" in page
    assert "Pakke til en annen kommune" not in page
