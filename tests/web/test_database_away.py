"""While the database is away, a page says that it passes; another fault still says that something broke."""

import pytest
from django.db import OperationalError
from django.test import Client

from stafett.identity import sessions
from stafett.integrations.operations import knowing
from tests.web.visiting import Visitor


def _away(*_given, **_named):
    raise OperationalError("couldn't get a connection after 10.00 sec")


@pytest.mark.parametrize("path", ["/logger/", "/logg-inn/"])
def test_a_page_says_that_it_passes_and_when_to_ask_again(db, monkeypatch, path):
    kari = Visitor("kari")
    monkeypatch.setattr(sessions, "find", _away)

    answer = kari.get(path)

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "Stafett er borte et øyeblikk" in page
    assert "connection" not in page
    assert "default-src" in answer["Content-Security-Policy"]


def test_another_system_is_told_in_its_own_words(db, monkeypatch):
    monkeypatch.setattr(knowing, "known_by", _away)
    machine = Client(raise_request_exception=False, headers={"Authorization": "Bearer somebodys"})

    answer = machine.get("/scim/v2/Users")

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer["Content-Type"] == "application/scim+json"
    assert answer.json()["status"] == "503"
