"""The bench of meetings: everybody is told of everything, and what is not told is counted. No times are judged."""

import asyncio
import json
import tempfile

import pytest
from django.test import override_settings
from rich.console import Console

from stafett.demo.bench import report, system_table
from stafett.demo.bench.listening import Follower, following
from stafett.demo.bench.meetings import Writing, measure, numbers
from stafett.demo.bench.pages import WrongAnswer
from stafett.demo.bench.sitting import under_way
from stafett.demo.bench.visitors import InProcess
from stafett.demo.generate import Plan, generate
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.log_meetings.models import Meeting
from stafett.register.tenancy import within
from stafett.system_meetings.models import SystemMeeting, WordsUnderWay
from tests.live.following import event_process

PLAN = Plan(municipalities=1, children=60, logs=30, seed=4)
SIZE = {"meetings": 2, "listeners": 2}
DEVICES = 4  # at the table of a system meeting


@pytest.fixture(scope="module")
def port_and_group(modules_database):
    """A generated municipality, and the event process on it."""
    generate(PLAN, today=clock.today_in_norway(clock.now()))
    with tempfile.TemporaryFile() as output, event_process(modules_database, output) as (port, process):
        yield port, process.pid


@pytest.fixture(scope="module")
def found(port_and_group):
    """What is found with two meetings of two."""
    port, group = port_and_group
    with under_way(PLAN.shares(), **SIZE) as sittings:
        return measure(sittings, port=port, group=group, seconds=1, rate=8, say=lambda _text: None)


@pytest.fixture(scope="module")
def found_and_words(port_and_group):
    """What is found in a system meeting with four devices, and how many fields have words when it is over."""
    (port, group), marks = port_and_group, PLAN.shares()[0].marks
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with (
        override_settings(STORAGES=plain, WHITENOISE_AUTOREFRESH=True, WHITENOISE_USE_FINDERS=True),
        system_table.at_the_table(marks, devices=DEVICES) as table,
    ):
        given = {"port": port, "group": group, "seconds": 0.5, "say": lambda _text: None}
        found = system_table.measure(table, InProcess(table.tokens[-1]), **given)
        with within(marks.municipality):
            words = WordsUnderWay.objects.filter(meeting=table.meeting, field__startswith="question.").count()
    with within(marks.municipality):
        found["state"] = SystemMeeting.objects.get(pk=table.meeting.pk).state
    return found, words


def test_everybody_in_a_meeting_is_told_of_all_that_is_written_there(found):
    assert (found["meetings"], found["streams"]) == (2, 4)
    assert found["written"] > 0
    assert (found["told"], found["lost"]) == (2 * found["written"], 0)


def test_the_event_process_is_weighed_before_and_with_the_streams(found):
    assert set(found["memory"]) == {"before", "open", "after"}
    assert min(found["memory"].values()) > 0


def test_the_meetings_are_a_line_in_the_table_and_go_into_json(found):
    console = Console(record=True, width=80)

    console.print(report.meetings_table(found))

    assert "4 streams" in console.export_text()
    assert json.loads(json.dumps(found)) == found


def test_meetings_that_were_measured_go_on_no_longer(port_and_group):
    with under_way(PLAN.shares(), **SIZE) as sittings:
        ids = [sitting.meeting.pk for sitting in sittings]

    with within(PLAN.shares()[0].marks.municipality):
        states = Meeting.objects.filter(pk__in=ids).values_list("state", flat=True)
        assert list(states) == ["cancelled"] * 2


def test_every_device_is_told_of_all_that_is_written_by_everybody_in_turn(found_and_words):
    found, words = found_and_words

    assert (found["meetings"], found["streams"]) == (1, DEVICES)
    assert found["written"] > 0
    assert (found["told"], found["lost"]) == (DEVICES * found["written"], 0)
    assert words == min(DEVICES, found["written"])


def test_what_a_device_fetches_is_measured_in_times_of_a_static_file(found_and_words):
    pages = found_and_words[0]["pages"]

    assert set(pages) == {"static_file", "system_mode", "system_part"}
    assert pages["system_part"]["queries"] > 0
    console = Console(record=True, width=90)
    console.print(report.seated_table(found_and_words[0]))
    assert f"A system meeting with {DEVICES} devices" in console.export_text()
    assert [limit for _what, _found, limit in report.held_at_the_table(found_and_words[0])] == [1_000, 0]


def test_the_meeting_is_over_when_it_has_been_measured(found_and_words):
    assert found_and_words[0]["state"] == "cancelled"


def test_a_stream_that_is_refused_stops_the_bench(port_and_group):
    async def follow():
        async with following([Follower(port_and_group[0], new_id(), "no such login")]):
            pass

    with pytest.raises(WrongAnswer, match="404"):
        asyncio.run(follow())


def test_two_things_told_of_at_once_count_for_both_and_what_is_never_told_is_lost():
    meeting = new_id()
    page, other_page = Follower(0, meeting, ""), Follower(0, new_id(), "")
    page.heard = [(7, 2.0)]
    writings = [Writing(meeting, 6, at=1.0), Writing(meeting, 7, at=1.5), Writing(meeting, 8, at=1.75)]

    found = numbers([page, other_page], writings)

    assert (found["told"], found["lost"]) == (2, 1)
    assert found["p50_ms"] == pytest.approx(750)
    assert found["longest_ms"] == pytest.approx(1000)
