"""The log as objects for a collector: each line one, with the same silence about people as lines have."""

import json
import logging
import uuid

import pytest

from stafett.audit import trail
from stafett.platform.child import print_line
from stafett.web.logs import AsJson, WithoutContent


@pytest.fixture
def record():
    """A fault in the middle of a request, with words in it that nobody should read."""
    try:
        raise ValueError("Noor Oppdiktsen er redd på skolen")
    except ValueError as fault:
        info = (type(fault), fault, fault.__traceback__)
    return logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Noor %s", ("Oppdiktsen",), info)


def test_a_fault_is_an_object_with_its_place_and_the_requests_id_and_nobodys_words(record):
    request = uuid.uuid4()
    token = trail.request_id.set(request)
    try:
        WithoutContent().filter(record)
        line = AsJson().format(record)
    finally:
        trail.request_id.reset(token)

    told = json.loads(line)
    assert told.keys() == {"at", "level", "logger", "message", "request"}
    assert (told["level"], told["logger"], told["request"]) == ("ERROR", "django.request", str(request))
    assert told["message"].startswith("ValueError at test_json_lines.record")
    assert "\n" not in line
    assert "Noor" not in line


def test_what_a_program_prints_is_an_object_with_its_name_whatever_it_is(monkeypatch, capsys):
    monkeypatch.setenv("STAFETT_LOG_JSON", "1")
    for line in (
        '{"at": "nå", "message": "æ"}',
        "[INFO] Started worker-1",
        "[1, 2]",
        '"bare ord"',
        "{ikke helt",
    ):
        print_line("web", line)

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told[0] == {"program": "web", "at": "nå", "message": "æ"}
    assert [each["message"] for each in told[1:]] == [
        "[INFO] Started worker-1",
        "[1, 2]",
        '"bare ord"',
        "{ikke helt",
    ]
    assert all(each.keys() == {"program", "at", "message"} and each["program"] == "web" for each in told)


def test_without_being_asked_the_log_is_lines(monkeypatch, capsys):
    monkeypatch.delenv("STAFETT_LOG_JSON", raising=False)

    print_line("worker", '{"at": "nå"}')

    assert capsys.readouterr().out == ' worker | {"at": "nå"}\n'
