"""Whoever looks after a document is told once when it must be looked at, and the message says nothing of it."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.messages.models import Message
from stafett.register.tenancy import within
from stafett.toolbox import tasks
from stafett.toolbox.models import Document
from tests import stage
from tests.toolbox.filling import HERE, a_document
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def told():
    with within(HERE):
        rows = Message.objects.filter(kind="document_review").order_by("created_at", "id")
        return [(row.recipient_id, row.facts) for row in rows]


def remind():
    tasks.remind(municipality_id=str(HERE))


def test_the_owner_is_told_once_however_often_the_job_runs():
    a_document(review_on=stage.today() + timedelta(days=10))
    a_document("Langt fram", review_on=stage.today() + timedelta(days=100))

    remind()
    remind()

    assert [recipient for recipient, _facts in told()] == [cast.person("elle").id]
    words = reading.words(Visitor("elle").see("inbox"))
    assert "Et dokument i verktøykassen skal ses over innen" in words
    assert "Ti bud" not in words


def test_the_administrator_is_told_when_the_owner_has_left():
    document = a_document(review_on=stage.today() + timedelta(days=1))
    with within(HERE):
        Document.objects.filter(pk=document.pk).update(owner_id=cast.person("trond").id)

    remind()

    assert [recipient for recipient, _facts in told()] == [cast.person("randi").id]


def test_nobody_is_told_of_what_is_withdrawn():
    document = a_document(review_on=stage.today() + timedelta(days=1))
    Visitor("elle").send("document_withdrawal", document.pk)

    remind()

    assert told() == []
