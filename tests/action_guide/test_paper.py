"""The guide as one PDF: the same words as its pages, in both languages, for every edition, and sound for everybody's reader."""

import subprocess
import sys

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.action_guide import queries
from stafett.action_guide.enums import LANGUAGES
from stafett.action_guide.rules import writing
from stafett.action_guide.views import paper
from stafett.action_guide.views.way import Way
from stafett.demo import cast
from stafett.kernel import pdf
from tests.web.visiting import Visitor

PLACE = cast.EKSEMPELVIK.slug


def _document(language):
    way = Way(place=None, municipality="", municipality_id=None, language=language)
    return paper.document_of(way, queries.whom_to_ring(way.guide, None)), way.guide


def _words(document):
    found = []
    for block in document.blocks:
        match block:
            case pdf.Heading() | pdf.Paragraph():
                found.append(block.text)
            case pdf.Bullets():
                found += block.items
            case pdf.Facts():
                found += [cell for row in block.rows for cell in row]
    return "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_holds_every_step_with_all_it_says(language):
    document, guide = _document(language)
    words = _words(document)

    for level in guide.levels:
        assert level.name in words
        for step in level.steps:
            for text in (step.title, step.what, *step.how, *step.who, step.deadline):
                assert text in words
            assert all(outcome.text in words for outcome in step.outcomes)


def test_the_exit_stands_first_with_its_numbers():
    document, guide = _document("nb")
    headings = [block.text for block in document.blocks if isinstance(block, pdf.Heading)]

    assert headings[0] == guide.exit["title"]
    assert "116 111" in _words(document)


def test_a_municipalitys_own_words_are_words_and_links_that_lead_out_say_where():
    nodes = writing.read(
        "### Hos oss\n\nRing **først**. [Mer](https://eks.example/a) og [skala](ark/skala/)\n\n- en\n- to"
    )

    blocks = list(paper._written(nodes))

    assert blocks == [
        pdf.Heading(3, "Hos oss"),
        pdf.Paragraph("Ring først. Mer (https://eks.example/a) og skala"),
        pdf.Bullets(("en", "to")),
    ]


@pytest.mark.django_db
def test_anybody_saves_it_and_caches_may_keep_it():
    with CaptureQueriesContext(connection) as as_page:
        Visitor().get(reverse("guide_whole", kwargs={"place": PLACE}))
    with CaptureQueriesContext(connection) as asked:
        answer = Visitor().get(reverse("guide_pdf", kwargs={"place": PLACE}))

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('attachment; filename="handlingsveileder-')
    assert answer["Cache-Control"] == "public, max-age=300"
    assert len(asked) == len(as_page)
    assert Visitor().get(reverse("guide_pdf", kwargs={"edition": "99"})).status_code == 404


def test_an_independent_reader_finds_no_fault_with_it(tmp_path):
    path = tmp_path / "veileder.pdf"
    path.write_bytes(paper.typeset(_document("nn")[0]))

    check = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(path)], capture_output=True, text=True, check=False
    )

    assert "errors=0 warnings=0" in check.stdout, check.stdout + check.stderr
