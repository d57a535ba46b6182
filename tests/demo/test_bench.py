"""The bench: it visits what it says, counts right, and says it in a form machines can read. No times are judged."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from rich.console import Console

from stafett.demo.bench import leaders, report, run
from stafett.demo.bench.pages import STATIC, WrongAnswer, full_log, visits
from stafett.demo.bench.timing import Timing, in_turns, timed
from stafett.demo.bench.visitors import HiddenFields, InProcess, Parts
from stafett.demo.bench.weighing import queries_of
from stafett.demo.generate import Marks, Plan, generate
from stafett.kernel import clock
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within
from stafett.relay_log.models import BrightSpot

PLAN = Plan(municipalities=1, children=60, logs=30, seed=3)
NUMBERS = {"p50_ms", "p95_ms", "per_second"}


@pytest.fixture(scope="module")
def marks(modules_database) -> Marks:
    """A generated municipality."""
    generate(PLAN, today=clock.today_in_norway(clock.now()))
    return PLAN.shares()[0].marks


@pytest.fixture(scope="module")
def built_styles():
    """Styles as they were built, without collecting and compressing them first."""
    with override_settings(
        STORAGES={"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
        WHITENOISE_AUTOREFRESH=True,
        WHITENOISE_USE_FINDERS=True,
    ):
        yield


@pytest.fixture(scope="module")
def found(marks, built_styles):
    """What a bench finds inside this process, each thing done once or twice."""
    token = run.log_in(marks)
    visitor, quiet = InProcess(token), lambda _text: None
    found = run.measure(visitor, marks, token=token, seconds=0, say=quiet)
    found["all_to_one"] = run.compare(visitor, visitor, full_log(marks), seconds=0, say=quiet)
    found["others"] = found["all_to_one"]["one"]
    found["data"] = {"municipalities": 1, "children": 60, "logs": 30}
    return found


def test_a_bench_finds_what_a_leaders_pages_cost_after_a_count(marks, built_styles):
    token = leaders.log_in(marks)

    found = leaders.measure(InProcess(token), marks, token=token, seconds=0, say=lambda _text: None)

    assert set(found["pages"]) >= {STATIC, "leaders_day", "talk_notes", "numbers", "unit_numbers"}
    assert found["sharing"] == len(municipality_ids())
    assert {"national_numbers", "national_numbers_table"} <= set(found["pages"])
    assert [
        limit for what, _found, limit in report.held_by_leaders(found) if "all municipalities" in what
    ] == [200]
    assert all(
        set(page) >= NUMBERS | {"name", "queries", "bytes", "times_static"}
        for page in found["pages"].values()
    )
    assert report.held_by_leaders(found)[0][2] == 10
    assert found["pages"]["leaders_day"]["queries"] <= 10
    assert found["count_seconds"] > 0
    console = Console(record=True, width=100)
    console.print(report.leaders_table(found))
    assert "Tall, the municipality" in console.export_text()


def test_a_bench_finds_times_queries_and_bytes_of_every_visit(found, marks):
    assert set(found["pages"]) == {visit.key for visit in visits(marks)}
    for page in found["pages"].values():
        assert set(page) >= NUMBERS | {"name", "queries", "bytes", "times_static"}
    assert found["pages"][STATIC]["times_static"] == 1
    assert set(found["all_to_one"]) == {"all", "one", "ratio"}


def test_the_measured_pages_keep_their_limits(found):
    pages = found["pages"]

    assert pages["full_log"]["queries"] <= 12
    assert pages["my_logs"]["queries"] <= 8
    assert pages["full_log"]["bytes"] <= 60_000


def test_a_first_visit_counts_the_page_and_all_it_brings(found):
    parts = found["first_visit"]["parts"]

    assert sum(parts.values()) == found["first_visit"]["total"]
    assert any(address.endswith(".css") for address in parts)
    assert any(address.endswith(".js") for address in parts)
    assert any(address.endswith(".woff2") for address in parts)


def test_the_report_is_a_table_and_json(found, tmp_path):
    console = Console(record=True, width=80)

    report.show(found, console)
    report.save(found, tmp_path / "bench.json")

    assert "Log, 60 entries" in console.export_text()
    assert json.loads((tmp_path / "bench.json").read_text(encoding="utf-8")) == found


def test_sharing_a_lysglimt_writes_one_each_time(marks, built_styles):
    token = run.log_in(marks)
    share = next(visit for visit in visits(marks) if visit.key == "bright_spot")

    before = _bright_spots(marks)
    share.carry_out(InProcess(token))
    share.carry_out(InProcess(token))

    assert _bright_spots(marks) == before + 2


def test_queries_are_counted_with_the_door_and_the_trail(marks, built_styles):
    token = run.log_in(marks)

    counted = {visit.key: queries_of(visit, token) for visit in visits(marks)}

    assert counted[STATIC] == 0
    assert counted["bright_spot"] > counted["bright_spot_form"] > 3


def test_a_page_that_answers_something_else_stops_the_bench(marks, built_styles):
    with pytest.raises(WrongAnswer, match="302"):
        full_log(marks).carry_out(InProcess("no such login"))


def _bright_spots(marks):
    with within(marks.municipality):
        return BrightSpot.objects.filter(log_id=marks.other_log).count()


def test_timing_says_the_middle_and_the_slow_end():
    timing = Timing((*([0.010] * 90), *([0.200] * 10)))

    assert timing.p50_ms == pytest.approx(10)
    assert timing.p95_ms == pytest.approx(200)
    assert timing.per_second == pytest.approx(100 / 2.9)


def test_a_single_visit_has_a_time_too():
    assert Timing((0.5,)).p95_ms == Timing((0.5,)).p50_ms == 500


def test_timing_does_it_once_even_without_time():
    acts = []

    timing = timed(lambda: acts.append(1), seconds=0, warm_up=3)

    assert len(acts) == 4
    assert len(timing.durations) == 1


def test_two_things_take_turns_so_that_a_drift_strikes_both():
    order = []

    first, second = in_turns(
        lambda: order.append("first"), lambda: order.append("second"), seconds=0, warm_up=0, fewest=3
    )

    assert order == ["first", "second", "second", "first"] * 2
    assert len(first.durations) == len(second.durations) == 4


def test_hidden_fields_are_found_by_name():
    page = '<form><input type="hidden" name="token" value="æ1"><input name="text" value="no"></form>'

    assert HiddenFields(page.encode()).found == {"token": "æ1"}


def test_parts_are_what_a_browser_fetches_and_each_once():
    page = (
        b'<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/no"><script src="/b.js"></script>'
        b'<svg><use href="/c.svg#one"/></svg><svg><use href="/c.svg#two"/><use href="#here"/></svg><img src="data:x">'
    )

    assert Parts(page).found == ["/a.css", "/b.js", "/c.svg"]


def test_the_bench_says_when_the_styles_are_not_built(settings, tmp_path):
    settings.BUILD = tmp_path

    with pytest.raises(CommandError, match="make assets"):
        call_command("bench")
