"""A leader's pages in the largest municipality, and how long its count takes: what grows with a municipality, if anything."""

import time
from uuid import UUID

from django.urls import reverse

from stafett.demo.bench.pages import Visit, expect
from stafett.demo.bench.timing import timed
from stafett.demo.bench.visitors import Visitor
from stafett.demo.bench.weighing import queries_of
from stafett.demo.generate import Marks
from stafett.identity import sessions
from stafett.insight import operations
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.enums import EmploymentRole
from stafett.register.models import Employment
from stafett.register.tenancy import within


def leader_of(marks: Marks) -> tuple[UUID, UUID]:
    """The leader of the school where the teacher with many logs works, and the school, by id."""
    with within(marks.municipality):
        school = Employment.objects.get(person_id=marks.holder).unit_id
        return Employment.objects.get(unit_id=school, role=EmploymentRole.UNIT_LEADER).person_id, school


def log_in(marks: Marks) -> str:
    """A login for that leader; gives the cookie's token."""
    leader, _school = leader_of(marks)
    now = clock.now()
    return sessions.start(municipality_id=marks.municipality, person_id=leader, method="bench", now=now)


def count(marks: Marks) -> float:
    """Count the municipality, when it is not counted; gives the seconds it took."""
    began = time.perf_counter()
    with within(marks.municipality):
        operations.count_up(marks.municipality, today=today_in_norway(clock.now()))
    return time.perf_counter() - began


def measure(visitor: Visitor, marks: Marks, *, token: str, seconds: float, say) -> dict:
    """Each page by its key, and how long the count took."""
    _leader, school = leader_of(marks)
    found = {"count_seconds": count(marks), "pages": {}}
    for visit in _visits(school):
        say(visit.name)
        timing = timed(lambda visit=visit: visit.carry_out(visitor), seconds=seconds)
        found["pages"][visit.key] = {
            "name": visit.name,
            "p50_ms": timing.p50_ms,
            "p95_ms": timing.p95_ms,
            "per_second": timing.per_second,
            "queries": queries_of(visit, token),
            "bytes": len(visit.carry_out(visitor).body),
        }
    return found


def _visits(school: UUID) -> list[Visit]:
    return [
        _page("leaders_day", "Lederens dag", reverse("leaders_day")),
        _page("talk_notes", "Notat til samtaler", reverse("talk_notes")),
        _page("numbers", "Tall, the largest municipality", reverse("numbers")),
        _page("unit_numbers", "Tall, one of its schools", reverse("unit_numbers", args=[school])),
    ]


def _page(key: str, name: str, path: str) -> Visit:
    return Visit(key, name, lambda visitor: expect(visitor.get(path), 200, path))
