"""A leader's pages in the largest municipality, how long its count takes, and the numbers of every municipality together: what
grows with a municipality or with the nation, if anything."""

import time
from uuid import UUID

from django.urls import reverse

from stafett.demo.bench.measuring import measured
from stafett.demo.bench.pages import Visit, page, static_file
from stafett.demo.bench.visitors import Visitor
from stafett.demo.generate import Marks
from stafett.identity import sessions
from stafett.insight import operations, queries
from stafett.insight.models import SharedNumber, Sharing
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
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


def share_everywhere(marks: Marks) -> int:
    """Let every municipality of the data say yes to sharing, with the largest one's numbers under its own name; gives how many
    share. The work of putting numbers together is the same whatever they are."""
    with within(marks.municipality):
        numbers = queries.to_share(today=today_in_norway(clock.now()))
    every = municipality_ids()
    for own in every:
        with within(own):
            sharing, is_new = Sharing.objects.get_or_create(
                municipality_id=own, defaults={"agreed_at": clock.now()}
            )
            if is_new:
                SharedNumber.objects.bulk_create(_shared(own, sharing, each) for each in numbers)
    return len(every)


def measure(visitor: Visitor, marks: Marks, *, token: str, seconds: float, say) -> dict:
    """Each page by its key, in times of a static file, how long the count took, and how many municipalities share numbers."""
    _leader, school = leader_of(marks)
    taken = count(marks)
    sharing = share_everywhere(marks)
    visits = [static_file(), *_visits(school)]
    return {
        "count_seconds": taken,
        "sharing": sharing,
        "pages": measured(visits, visitor, token=token, seconds=seconds, say=say),
    }


def _visits(school: UUID) -> list[Visit]:
    return [
        page("leaders_day", "Lederens dag", reverse("leaders_day")),
        page("unit_logs", "The unit's logs", reverse("unit_logs")),
        page("talk_notes", "Notat til samtaler", reverse("talk_notes")),
        page("unit_wheel", "Årshjulet", reverse("unit_wheel", args=[school])),
        page("numbers", "Tall, the municipality", reverse("numbers")),
        page("unit_numbers", "Tall, one school", reverse("unit_numbers", args=[school])),
        page("national_numbers", "Tall, all municipalities", reverse("national_numbers")),
        page("national_numbers_table", "The same as a file", reverse("national_numbers_table")),
    ]


def _shared(own, sharing, number):
    return SharedNumber(
        municipality_id=own, sharing=sharing, counted_on=number.counted_on, table=number.table, key=number.key,
        value=number.value,
    )  # fmt: skip
