"""Readings that carry a sign: gathered from the trail in a fixed number of questions, judged by `rules.unusual`."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min, Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import ExtractHour, TruncDate

from stafett.access.enums import Action, Event, Relation
from stafett.access.models import Grant
from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry
from stafett.kernel.clock import NORWAY, local
from stafett.kernel.ids import parse_id
from stafett.oversight.enums import Event as OversightEvent
from stafett.oversight.enums import Sign
from stafett.oversight.models import ReadingReview
from stafett.oversight.queries.search import moments_of
from stafett.oversight.rules import unusual
from stafett.oversight.rules.periods import Period
from stafett.oversight.rules.unusual import Reading
from stafett.register.directory import hidden_unit
from stafett.register.models import Child, Employment, GuardianRelation, Person
from stafett.register.rules import is_protected

REFUSED_DAYS = 30  # how long a refusal is remembered
_FAMILY = (Relation.GUARDIAN, Relation.CHILD)
# Pages about a log or a child, for those who have the task, with nothing on them of what stands in the log.
_TASKS = (
    Action.SEARCH_TRAIL, Action.REVIEW_READING, Action.EXPORT_TRAIL, Action.APPOINT_HOLDER, Action.OPEN_WITH_REASON,
    Action.SEE_DEPOSITS, Action.KEEP_ARCHIVE,
)  # fmt: skip


@dataclass(frozen=True)
class UnusualReading:
    """One person's reading about one child on one day, its signs, and the newest look at it."""

    day: date
    reader_id: UUID
    reader_name: str
    reader_title: str
    child_id: UUID
    child_unit: str
    first_at: datetime
    last_at: datetime
    times: int
    signs: list[Sign]
    purposes: list[str]
    review: ReadingReview | None

    @property
    def is_reviewed(self) -> bool:
        """Somebody has looked at it, and nothing has been read since."""
        return self.review is not None and self.review.reviewed_at >= self.last_at


def unusual_readings(period: Period, *, many_children: int) -> list[UnusualReading]:
    """Readings with a sign in a period: those nobody has looked at first, then newest first. Nine queries at most."""
    reads = _reads_by_staff(period)
    rows = list(_by_reader_child_and_day(reads))
    known = _Known.about(reads, rows, period=period, many_children=many_children)
    found = [known.judged(row, many_children=many_children) for row in rows]
    found = [each for each in found if each.signs]
    return sorted(
        found, key=lambda each: (each.is_reviewed, -each.day.toordinal(), -each.last_at.timestamp())
    )


def reading_of(*, reader_id: UUID, child_id: UUID, day: date, many_children: int) -> UnusualReading | None:
    """One person's reading about one child on one day, with its signs if any; None when there was none."""
    period = Period(day, day)
    about = _reads_by_staff(period).filter(actor_id=reader_id)
    rows = list(_by_reader_child_and_day(about))
    row = next((row for row in rows if row["child_id"] == child_id), None)
    if row is None:
        return None
    known = _Known.about(about, rows, period=period, many_children=many_children)
    return known.judged(row, many_children=many_children)


def _reads_by_staff(period):
    """Reads about a child by others than the family. What personvernombudet reads in the trail is left out, and the pages
    where a leader gives on the baton or may open a log."""
    start, end = moments_of(period)
    reads = Entry.objects.filter(kind=EntryKind.READ, at__gte=start, at__lt=end, child_id__isnull=False)
    reads = reads.annotate(
        relation=KeyTextTransform("relation", "facts"), grant=KeyTextTransform("grant", "facts")
    )
    is_staff = Q(relation__isnull=False) | ~Q(actor_title="")
    is_family = Q(
        relation__isnull=False, relation__in=_FAMILY
    )  # said in full: a missing key compares as unknown
    others = reads.filter(is_staff).exclude(is_family)
    return others.exclude(relation__isnull=True, reason__in=_TASKS).exclude(event__in=OversightEvent.values)


def _by_reader_child_and_day(reads):
    night = Q(hour__gte=unusual.NIGHT_BEGINS) | Q(hour__lt=unusual.NIGHT_ENDS)
    return (
        reads.annotate(day=TruncDate("at", tzinfo=NORWAY), hour=ExtractHour("at", tzinfo=NORWAY))
        .values("day", "actor_id", "child_id")
        .annotate(
            name=Max("actor_name"), title=Max("actor_title"), first_at=Min("at"), last_at=Max("at"), times=Count("pk"),
            nights=Count("pk", filter=night),
            outside=Count("pk", filter=Q(log_id__isnull=False, relation__isnull=True)),
            insights=Count("pk", filter=Q(relation=Relation.LEADER_INSIGHT)),
            logs=ArrayAgg("log_id", distinct=True, filter=Q(log_id__isnull=False), default=Value([])),
            grants=ArrayAgg("grant", distinct=True, filter=Q(grant__isnull=False), default=Value([])),
        )
        .order_by("-day", "-last_at", "actor_id", "child_id")
    )  # fmt: skip


@dataclass(frozen=True)
class _Known:
    """What the register, the places and the trail say of everybody in some readings, by their ids."""

    people: dict
    children: dict
    guardians: dict
    units: dict
    grants: dict
    refusals: dict
    within_an_hour: dict
    reviews: dict

    @classmethod
    def about(cls, reads, rows, *, period, many_children):
        readers, children = reads.order_by().values("actor_id"), reads.order_by().values("child_id")
        guardians = defaultdict(set)
        relations = GuardianRelation.objects.filter(child_id__in=children)
        for child_id, guardian_id in relations.values_list("child_id", "guardian_id"):
            guardians[child_id].add(guardian_id)
        return cls(
            people=dict(Person.objects.filter(pk__in=readers).values_list("pk", "family_name")),
            children={
                pk: (name, hidden_unit() if is_protected(protection) else unit)
                for pk, name, unit, protection in Child.objects.filter(pk__in=children).values_list(
                    "pk", "person__family_name", "unit__name", "person__protection"
                )
            },
            guardians=guardians,
            units=_units_in(
                period, Q(person_id__in=readers) | Q(person_id__in=relations.values("guardian_id"))
            ),
            grants=_grants_of(rows),
            refusals=_refusals_of(readers, period),
            within_an_hour=_children_within_an_hour(reads, rows, many_children),
            reviews=_reviews_in(period),
        )

    def judged(self, row, *, many_children) -> UnusualReading:
        """A row of the trail's as a reading with its signs."""
        reader, child = row["actor_id"], row["child_id"]
        grants = [self.grants.get(parse_id(each)) for each in row["grants"]]
        child_name, child_unit = self.children.get(child, ("", ""))
        guardians = self.guardians.get(child, set())
        reading = Reading(
            first_at=local(row["first_at"]),
            last_at=local(row["last_at"]),
            has_night=row["nights"] > 0,
            has_place=not row["outside"] and all(_held(grant, row) for grant in grants),
            by_insight=row["insights"] > 0,
            is_guardian=reader in guardians,
            reader_family_name=self.people.get(reader, ""),
            child_family_name=child_name,
            reader_units=frozenset(self.units.get(reader, ())),
            guardians_units=frozenset(unit for each in guardians for unit in self.units.get(each, ())),
            refused_at=min((self.refusals[key] for key in _keys(row) if key in self.refusals), default=None),
            children_within_an_hour=self.within_an_hour.get((row["day"], reader), 1),
        )
        return UnusualReading(
            day=row["day"],
            reader_id=reader,
            reader_name=row["name"],
            reader_title=row["title"],
            child_id=child,
            child_unit=child_unit,
            first_at=row["first_at"],
            last_at=row["last_at"],
            times=row["times"],
            signs=unusual.signs_of(reading, many_children=many_children),
            purposes=sorted({g.purpose for g in grants if g and g.relation == Relation.LEADER_INSIGHT}),
            review=self.reviews.get((reader, child, row["day"])),
        )


def _held(grant, row):
    """The place that let them in was theirs, and open from the first reading of the day to the last."""
    return (
        grant is not None
        and grant.person_id == row["actor_id"]
        and grant.started_at <= row["first_at"]
        and (grant.ended_at is None or grant.ended_at >= row["last_at"])
    )


def _keys(row):
    return [(row["actor_id"], str(log)) for log in row["logs"]]


def _units_in(period, people):
    units = defaultdict(set)
    posts = Employment.objects.filter(people, starts_on__lte=period.last).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=period.first)
    )
    for person_id, unit_id in posts.values_list("person_id", "unit_id"):
        units[person_id].add(unit_id)
    return units


def _grants_of(rows):
    ids = {parse_id(grant) for row in rows for grant in row["grants"]}
    return Grant.objects.in_bulk(ids)


def _refusals_of(readers, period):
    """When each reader first asked for a log that was not theirs, by reader and log, a month back."""
    start, end = moments_of(period)
    asked = KeyTextTransform("asked", "facts")
    rows = (
        Entry.objects.filter(
            kind=EntryKind.REFUSAL,
            event=Event.NOT_FOUND,
            at__gte=start - timedelta(days=REFUSED_DAYS),
            at__lt=end,
            actor_id__in=readers,
        )
        .values("actor_id", asked=asked)
        .annotate(first=Min("at"))
        .order_by("actor_id")
    )
    return {(row["actor_id"], row["asked"]): local(row["first"]) for row in rows}


def _children_within_an_hour(reads, rows, many_children):
    """For readers who read about many children that day: the most within an hour, by day and reader."""
    by_day = defaultdict(int)
    for row in rows:
        by_day[row["day"], row["actor_id"]] += 1
    busy = {reader for (_day, reader), count in by_day.items() if count > many_children}
    if not busy:
        return {}
    readings = defaultdict(list)
    for reader, child, at in (
        reads.filter(actor_id__in=busy).order_by("at").values_list("actor_id", "child_id", "at")
    ):
        readings[local(at).date(), reader].append((at, child))
    return {key: unusual.most_children_within_an_hour(each) for key, each in readings.items()}


def _reviews_in(period):
    rows = ReadingReview.objects.filter(read_on__gte=period.first, read_on__lte=period.last)
    rows = rows.select_related("reviewed_by").order_by("reviewed_at", "id")
    return {(row.reader_id, row.child_id, row.read_on): row for row in rows}  # the newest stands
