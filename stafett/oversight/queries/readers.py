"""Who has seen a log: one line for each person and day, from the trail's own rows (L-50)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min, Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Concat, TruncDate

from stafett.access.models import Grant
from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry
from stafett.kernel.clock import NORWAY
from stafett.kernel.ids import parse_id

PAGE = 30


@dataclass(frozen=True)
class DayOfReading:
    """What one person read of a log on one day, by one relation to it.

    `seen` are (event, reason, kind of thing); `purposes` what the open places say they are for.
    """

    day: date
    reader_id: UUID | None
    name: str
    title: str
    relation: str
    first_at: datetime
    last_at: datetime
    times: int
    seen: list[tuple[str, str, str]]
    purposes: list[str] = field(default_factory=list)


def readers_of(log, *, viewer_id, page=1) -> tuple[list[DayOfReading], bool]:
    """Who has read a reached log, newest first, and whether there are more. Two queries.

    Refusals are not here. The child's own reading is shown to the child alone (ADR 0016).
    """
    start = (page - 1) * PAGE
    rows = list(_grouped(_reads(log, viewer_id))[start : start + PAGE + 1])
    return _with_purposes(rows[:PAGE]), len(rows) > PAGE


def all_readers_of(log, *, viewer_id) -> list[DayOfReading]:
    """The same, all of it, for a package."""
    return _with_purposes(list(_grouped(_reads(log, viewer_id))))


def _reads(log, viewer_id):
    """Reads of the log, and of what is kept about the child outside any log."""
    reads = Entry.objects.filter(kind=EntryKind.READ, child_id=log.child_id)
    reads = reads.filter(Q(log_id=log.pk) | Q(log_id__isnull=True))
    own = log.child.person_id
    return reads if viewer_id == own else reads.exclude(actor_id=own)


def _grouped(reads):
    return (
        reads.annotate(
            day=TruncDate("at", tzinfo=NORWAY),
            relation=KeyTextTransform("relation", "facts"),
            grant=KeyTextTransform("grant", "facts"),
        )
        .values("day", "actor_id", "relation")
        .annotate(
            name=Max("actor_name"), title=Max("actor_title"), first_at=Min("at"), last_at=Max("at"), times=Count("pk"),
            seen=ArrayAgg(Concat("event", Value("|"), "reason", Value("|"), "thing_kind"), distinct=True),
            grants=ArrayAgg("grant", distinct=True, filter=Q(grant__isnull=False), default=Value([])),
        )
        .order_by("-day", "-last_at", "actor_id", "relation")
    )  # fmt: skip


def _with_purposes(rows):
    ids = {parse_id(grant) for row in rows for grant in row["grants"]}
    purposes = dict(Grant.objects.filter(pk__in=ids).values_list("pk", "purpose"))
    return [_day_of(row, purposes) for row in rows]


def _day_of(row, purposes):
    said = [purposes.get(parse_id(grant)) for grant in row["grants"]]
    return DayOfReading(
        day=row["day"],
        reader_id=row["actor_id"],
        name=row["name"],
        title=row["title"],
        relation=row["relation"] or "",
        first_at=row["first_at"],
        last_at=row["last_at"],
        times=row["times"],
        seen=[tuple(each.split("|", 2)) for each in row["seen"]],
        purposes=sorted({purpose for purpose in said if purpose}),
    )
