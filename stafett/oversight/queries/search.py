"""Rows of the trail for personvernombudet: by child, by employee, by period and by kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from stafett.audit.models import Entry
from stafett.kernel.clock import NORWAY
from stafett.oversight.rules.periods import Period
from stafett.register.tenancy import within

PAGE = 50
CHUNK = 1_000


@dataclass(frozen=True)
class Search:
    """What is asked for. Without a child or an employee: everything in the period."""

    period: Period
    kind: str = ""
    child_id: UUID | None = None
    employee_id: UUID | None = None


def entries_of(search: Search, *, before: int | None = None) -> tuple[list[Entry], int | None]:
    """Rows newest first, and the number to go on from when there are more. One query."""
    rows = _found(search)
    rows = list((rows.filter(number__lt=before) if before else rows)[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].number if len(rows) > PAGE else None


def count_of(search: Search) -> int:
    """How many rows there are."""
    return _found(search).count()


def every_entry_of(search: Search, *, municipality_id: UUID, last_number: int) -> Iterator[Entry]:
    """All rows up to a number, newest first, a chunk at a time from a cursor that stays in the database.

    For a list that is sent while it is read: opens the municipality's own transaction, for the request's is over.
    """
    with within(municipality_id):
        yield from _found(search).filter(number__lte=last_number).iterator(chunk_size=CHUNK)


def newest_number() -> int:
    """The number of the trail's newest row; 0 when it is empty."""
    return Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0


def moments_of(period: Period) -> tuple[datetime, datetime]:
    """The first moment of a period, and the first after it."""
    start = datetime.combine(period.first, time(), NORWAY)
    return start, datetime.combine(period.last + timedelta(days=1), time(), NORWAY)


def _found(search: Search):
    start, end = moments_of(search.period)
    rows = Entry.objects.filter(at__gte=start, at__lt=end).order_by("-number")
    if search.kind:
        rows = rows.filter(kind=search.kind)
    if search.child_id:
        rows = rows.filter(child_id=search.child_id)
    return rows.filter(actor_id=search.employee_id) if search.employee_id else rows
