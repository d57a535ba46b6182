"""What the bench says of directories: everybody they tell of has a post, and whoever must wait waits. No times are judged."""

import json

import pytest
from django.test import Client
from rich.console import Console

from stafett.access.limits import LIMITS, Limit
from stafett.demo.bench import directory, report
from stafett.demo.bench.directory import Told
from stafett.demo.bench.pages import WrongAnswer
from stafett.demo.generate import Plan, generate
from stafett.integrations.models import DirectoryUser
from stafett.kernel import clock
from stafett.register.tenancy import within

PLAN = Plan(municipalities=1, children=60, logs=30, seed=3)


class InProcess:
    """A line without a server. What it is told to wait is kept instead of waited."""

    def __init__(self, key):
        self.client = Client(headers={"Authorization": f"Bearer {key}"})

    def ask(self, method, path, body=None):
        answer = self.client.generic(
            method, path, json.dumps(body) if body else "", content_type="application/json"
        )
        wait = float(answer.headers.get("Retry-After", 0))
        return Told(answer.status_code, wait, json.loads(answer.content) if answer.content else None)


@pytest.fixture(scope="module")
def place(modules_database):
    """A generated municipality."""
    generate(PLAN, today=clock.today_in_norway(clock.now()))
    return PLAN.shares()[0].marks.municipality


def _measured(place, people):
    return directory.measure([place], people=people, opens=InProcess, say=lambda _text: None)


def test_everybody_a_directory_tells_of_has_a_post_and_what_it_asks_daily_is_answered(place):
    found = _measured(place, 5)

    assert (found["people"], found["posts"], found["directories"], found["waits"]) == (5, 5, 1, 0)
    assert set(found["daily"]) == set(report.DAILY_REQUESTS)
    assert report.held_by_directories(found)[0][1:] == (0, 0)
    with within(place):
        assert DirectoryUser.objects.filter(is_active=False).count() == 5
    console = Console(record=True, width=100)
    console.print(report.directory_table(found))
    assert "Somebody has left" in console.export_text()


def test_whoever_must_wait_waits_and_tells_of_everybody_all_the_same(place, monkeypatch):
    monkeypatch.setitem(LIMITS, "machine", Limit(3, 60))
    waited = []

    def wait(seconds):
        waited.append(seconds)
        monkeypatch.setitem(LIMITS, "machine", Limit(1000, 60))

    monkeypatch.setattr(directory.time, "sleep", wait)

    found = _measured(place, 5)

    assert (found["posts"], found["waits"]) == (5, 1)
    assert 0 < waited[0] <= 61


def test_another_answer_than_the_right_one_is_not_timed(place, monkeypatch):
    monkeypatch.setattr(InProcess, "ask", lambda *_asked: Told(500, 0, {}))

    with pytest.raises(WrongAnswer, match="500"):
        _measured(place, 1)
