"""What reads like a report is stopped at once, with the way to those one rings; nothing is written, and nothing remembers it."""

import pytest

from stafett.demo import cast
from stafett.register.tenancy import within
from stafett.relay_log.models import Note
from tests import stage
from tests.web import reading
from tests.web.visiting import Visitor

TEXT = "Jeg har mistanke om vold hjemme."


@pytest.fixture
def log(db):
    with within(cast.EKSEMPELVIK.id):
        yield stage.open_log()


def test_a_note_that_reads_like_a_report_is_not_written_and_the_way_to_those_one_rings_stands_there(log):
    answer = Visitor("kari").send("new_note", log.pk, fields={"text": TEXT})

    assert answer.status_code == 422
    assert "En melding lages aldri her" in reading.errors(answer)["is_no_report"]
    page = answer.content.decode()
    assert 'href="/veileder/vold-og-overgrep/"' in page.partition("is_no_report")[2]
    assert TEXT in page
    assert not Note.objects.exists()


def test_whoever_knows_that_it_is_something_else_goes_past_once_and_nothing_remembers_it(log):
    given = {"text": "Bekymringsmeldingen fra i fjor er avsluttet, det vet alle.", "is_no_report": "on"}

    assert Visitor("kari").send("new_note", log.pk, fields=given).status_code == 302

    assert Note.objects.get().text == given["text"]


def test_the_question_is_not_there_when_there_is_nothing_to_ask(log):
    assert "is_no_report" not in Visitor("kari").see("new_note", log.pk).content.decode()


@pytest.mark.parametrize("name", ["title", "background", "context", "child_view"])
def test_every_text_of_a_concern_is_read(log, name):
    fields = {"title": "Eleven er ofte alene", "category": "wellbeing", "goal_kind": "main", name: TEXT}

    answer = Visitor("kari").send("new_concern", log.pk, fields=fields)

    assert answer.status_code == 422
    assert list(reading.errors(answer)) == ["is_no_report"]
