"""A whole bench: two databases, two servers, every page, the two databases against each other, the search, the archive's
writer, a leader's pages, a full table, and many meetings."""

import os
import platform
import time
from collections.abc import Callable
from contextlib import ExitStack, contextmanager

from django.db import connection
from django.urls import reverse

from stafett.demo.bench import (
    archiving,
    database,
    directory,
    leaders,
    lists,
    meetings,
    searching,
    server,
    system_table,
)
from stafett.demo.bench.database import led_to
from stafett.demo.bench.measuring import measured, numbers_of
from stafett.demo.bench.pages import Visit, full_log, visits
from stafett.demo.bench.sitting import under_way
from stafett.demo.bench.system_table import at_the_table
from stafett.demo.bench.timing import in_turns, timed
from stafett.demo.bench.visitors import OverTheWire, Visitor
from stafett.demo.bench.weighing import first_visit
from stafett.demo.generate import Marks, Plan, Share
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.platform.connection import Urls

ALL, ONE = "stafett_bench", "stafett_bench_one"
OTHERS = 50  # municipalities that are visited in turn
DIRECTORIES = 8  # that speak at once, each within its own limit of 25 requests a second

Fill = Callable[..., int]


def run(
    plan: Plan,
    *,
    fill: Fill,
    seconds: float,
    tables: int,
    employees: int,
    keep: bool,
    say: Callable[[str], None],
) -> dict:
    """Make the data, start the servers, measure; returns what was found, as it goes into the JSON.

    `fill(plan, only=None)` generates into the database that is led to, and returns the number of rows.
    `seconds` is how long each visit is repeated; `tables` how many meetings go on at once, which may be none;
    `employees` how many the directories tell of, which may be none too.
    The databases are dropped afterwards unless `keep`.
    """
    with ExitStack() as stack:
        cluster = stack.enter_context(database.cluster())
        middle = plan.shares()[plan.municipalities // 2]
        every, numbers = stack.enter_context(_filled(cluster, ALL, fill, plan, keep=keep))
        alone, _numbers_alone = stack.enter_context(
            _filled(cluster, ONE, fill, plan, only=[middle.index], keep=keep)
        )
        say("Starting the web server ...")
        ports = [stack.enter_context(server.running(cluster, urls)) for urls in (every, alone)]
        visitors = [
            stack.enter_context(_visitor(urls, port, middle.marks))
            for urls, port in zip((every, alone), ports, strict=True)
        ]
        with led_to(every):
            token = log_in(middle.marks)
            found = measure(visitors[0], middle.marks, token=token, seconds=seconds, say=say)
            others = [share.marks for share in plan.shares() if share.logs][:OTHERS]
            found["others"] = _others(every, ports[0], others, seconds=seconds, say=say)
        found["all_to_one"] = compare(*visitors, full_log(middle.marks), seconds=2 * seconds, say=say)
        found["search"] = searching.measure(seconds=seconds / 2, say=say)
        found["archive"] = archiving.measure(say=say)
        largest = plan.shares()[0].marks
        with led_to(every):
            found["leaders"] = _led(ports[0], largest, seconds=seconds, say=say)
            found["staff_lists"] = lists.measure(
                largest.municipality, largest.holder, say=say, many=employees
            )
        found["table"] = _sit(cluster, every, ports[0], largest, seconds=seconds, say=say)
        if employees and plan.municipalities > 1:
            found["directory"] = _tell_of(cluster, every, plan, middle, employees, say=say)
        if tables:
            found["meetings"] = _meet(cluster, every, plan, tables, seconds=2 * seconds, say=say)
        return {"machine": _machine(), "data": {**_sizes(plan), **numbers}, **found}


def measure(
    visitor: Visitor, marks: Marks, *, token: str, seconds: float, say: Callable[[str], None]
) -> dict:
    """Every visit by one visitor, and the bytes of a first visit. `token` is a login for counting queries."""
    pages = measured(visits(marks), visitor, token=token, seconds=seconds, say=say)
    parts = first_visit(visitor, reverse("log", args=[marks.full_log]))
    return {"pages": pages, "first_visit": {"total": sum(parts.values()), "parts": parts}}


def compare(many: Visitor, one: Visitor, visit: Visit, *, seconds: float, say: Callable[[str], None]) -> dict:
    """One visit on both databases in short turns; the ratio is of the medians."""
    say(f"{visit.name}: among all, and alone")
    all_timing, one_timing = in_turns(
        lambda: visit.carry_out(many), lambda: visit.carry_out(one), seconds=seconds
    )
    return {
        "all": numbers_of(all_timing),
        "one": numbers_of(one_timing),
        "ratio": all_timing.p50_ms / one_timing.p50_ms,
    }


def log_in(marks: Marks) -> str:
    """A login for the teacher who holds the marked logs; gives the cookie's token."""
    return sessions.start(
        municipality_id=marks.municipality, person_id=marks.holder, method="bench", now=clock.now()
    )


def _others(urls: Urls, port: int, every_marks: list[Marks], *, seconds: float, say) -> dict:
    """Opening the marked log of another municipality each time, so that nothing lies ready from the last one."""
    say("Log, new place each time")
    with ExitStack() as stack:
        rounds = [
            (stack.enter_context(_visitor(urls, port, marks)), full_log(marks)) for marks in every_marks
        ]
        turn = iter(range(10**9))

        def visit_next():
            visitor, visit = rounds[next(turn) % len(rounds)]
            return visit.carry_out(visitor)

        return {"municipalities": len(rounds), **numbers_of(timed(visit_next, seconds=seconds))}


def _led(port: int, marks: Marks, *, seconds: float, say) -> dict:
    """A leader's pages; the database that is led to is the one they are in."""
    token = leaders.log_in(marks)
    with OverTheWire(port, token) as visitor:
        return leaders.measure(visitor, marks, token=token, seconds=seconds, say=say)


def _tell_of(cluster, urls: Urls, plan: Plan, middle: Share, employees: int, *, say) -> dict:
    """The directories of the largest municipalities, with a web process for each core; the municipality whose pages are
    compared is left as it is."""
    shares = [share for share in plan.shares() if share.index != middle.index and share.logs]
    workers = os.cpu_count() or 1
    with server.running(cluster, urls, workers=workers) as port, led_to(urls):
        return directory.measure(
            [share.marks.municipality for share in shares[:DIRECTORIES]],
            people=employees,
            opens=lambda key: directory.OverTheWire(port, key),
            say=say,
        )


def _sit(cluster, urls: Urls, port: int, marks: Marks, *, seconds: float, say) -> dict:
    """A system meeting with a device for everybody, its pages, and the event process as it really runs."""
    say("A system meeting")
    with (
        led_to(urls),
        at_the_table(marks, devices=system_table.DEVICES) as table,
        server.telling(cluster, urls) as (events, group),
        OverTheWire(port, table.tokens[-1]) as visitor,
    ):
        return system_table.measure(table, visitor, port=events, group=group, seconds=seconds, say=say)


def _meet(cluster, urls: Urls, plan: Plan, tables: int, *, seconds: float, say) -> dict:
    """Meetings under way, and the event process as it really runs."""
    say("Meetings under way")
    with (
        led_to(urls),
        under_way(plan.shares(), meetings=tables, listeners=meetings.LISTENERS) as sittings,
        server.telling(cluster, urls) as (port, group),
    ):
        return meetings.measure(sittings, port=port, group=group, seconds=seconds, say=say)


@contextmanager
def _filled(cluster, name: str, fill: Fill, plan: Plan, *, keep: bool, only: list[int] | None = None):
    """A database with generated data in it, made now or kept from an earlier bench of the same day.

    Gives its addresses, and numbers about it: its size, and how long it took when it was made now.
    """
    wanted = f"{plan} {only or 'all'} on {today_in_norway(clock.now())}"
    with database.throwaway(cluster, name, holds=wanted, keep=keep) as urls:
        numbers = {}
        with led_to(urls):
            if database.label() != wanted:
                began = time.perf_counter()
                rows = fill(plan, only=only)
                taken = time.perf_counter() - began
                numbers = {"rows": rows, "seconds": taken, "rows_per_second": rows / taken}
                database.set_label(wanted)
            numbers["database_bytes"] = database.size()
        yield urls, numbers


def _visitor(urls: Urls, port: int, marks: Marks):
    with led_to(urls):
        return OverTheWire(port, log_in(marks))


def _sizes(plan: Plan) -> dict:
    return {
        "municipalities": plan.municipalities,
        "children": plan.children,
        "logs": plan.logs,
        "seed": plan.seed,
    }


def _machine() -> dict:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0]
    return {"cores": os.cpu_count(), "python": platform.python_version(), "postgresql": version}
