"""What reminders are made from, for the whole municipality at once. Read by the job only, never by a page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.audit import trail
from stafett.consent import queries as consent_queries
from stafett.kernel.clock import today_in_norway
from stafett.register import staff
from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.models import Measure, RelayLog
from stafett.relay_log.rules.reminding import STILL_NEWS_DAYS
from stafett.relay_log.rules.whats_next import EVALUATION_SOON_DAYS, is_a_plan

BATCH = 500


@dataclass
class UnitWeek:
    """What lies ahead in one unit, in numbers."""

    due: int = 0
    overdue: int = 0
    idle: int = 0
    leader_ids: list[UUID] = field(default_factory=list)


@dataclass(frozen=True)
class LastDay:
    """The last day of a consent, and the persons besides the holder whom it concerns.

    Where a unit has the care of the child, it gives consent and nobody besides the holder is reminded.
    """

    log_id: UUID
    on: date
    giver_ids: tuple[UUID, ...]
    youth_id: UUID | None = None  # who decides from now on and has not answered


def evaluations(*, today: date) -> list[tuple[UUID, UUID, date, int]]:
    """(log id, unit id, day, how many) of evaluations that are overdue or due within a week."""
    soon = today + timedelta(days=EVALUATION_SOON_DAYS)
    rows = _under_way().filter(state=MeasureState.ACTIVE, evaluate_by__lte=soon)
    counted = rows.values("log_id", "log__unit_id", "evaluate_by").annotate(count=Count("id"))
    return list(
        counted.order_by("log_id", "evaluate_by").values_list(
            "log_id", "log__unit_id", "evaluate_by", "count"
        )
    )


def without_plan(*, today: date) -> list[tuple[UUID, UUID, date]]:
    """(log id, unit id, day of the last act) of logs in use in which no measure is planned or under way, and nobody is
    to meet within the time that counts as a plan."""
    planned = _under_way().exclude(state=MeasureState.EVALUATED).filter(log_id=OuterRef("pk"))
    logs = RelayLog.objects.filter(~Exists(planned), state=LogState.ACTIVE)
    units = {pk: unit for pk, unit, meeting in logs.values_list("pk", "unit_id", "next_meeting_at")
             if not _has_meeting(meeting, today)}  # fmt: skip
    last = trail.last_acts(units)
    return [(log_id, units[log_id], today_in_norway(at)) for log_id, at in last.items()]


def _has_meeting(at, today):
    return at is not None and is_a_plan((today_in_norway(at) - today).days)


def consents(*, today: date) -> Iterator["LastDay"]:
    """The last day of what was said in each log in use by those whose yes is needed, and of the guardians' yes where
    the youth has come to decide and has not answered (L-11). One query for each 500 logs."""
    logs = RelayLog.objects.filter(state=LogState.ACTIVE).select_related("municipality", "child__person")
    ids = list(logs.values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        batch = list(logs.filter(pk__in=ids[start : start + BATCH]))
        standings = consent_queries.standings_of(batch, today=today)
        for log in batch:
            yield from _last_days(log, standings[log.pk])


def holders_of(log_ids, *, today: date) -> dict[UUID, UUID]:
    """The person who holds the baton of each log, among those who still work there."""
    employed = staff.holding_in_unit(person=OuterRef("person_id"), unit=OuterRef("unit_id"), day=today)
    rows = Grant.objects.filter(
        Exists(employed), log_id__in=log_ids, relation=Relation.BATON_HOLDER, ended_at__isnull=True
    )
    return dict(rows.values_list("log_id", "person_id"))


def without_holder(*, today: date) -> list[tuple[UUID, list[UUID]]]:
    """(log id, ids of the unit's leaders) of logs that are not closed and that nobody who works there holds."""
    logs = dict(RelayLog.objects.exclude(state=LogState.CLOSED).values_list("pk", "unit_id"))
    held = holders_of(logs, today=today)
    units = {log_id: unit for log_id, unit in logs.items() if log_id not in held}
    leaders = leaders_of_units(set(units.values()), today=today)
    return [(log_id, leaders[unit]) for log_id, unit in units.items() if unit in leaders]


def leaders_of_units(unit_ids, *, today: date) -> dict[UUID, list[UUID]]:
    """Ids of the leaders of each of these units that has any."""
    leaders: dict[UUID, list[UUID]] = {}
    for post in staff.leaders_of(unit_ids, day=today) if unit_ids else ():
        leaders.setdefault(post.unit_id, []).append(post.person_id)
    return leaders


def ending_places(*, today: date) -> list[tuple[UUID, UUID, date]]:
    """(log id, person id, last day) of places from outside that end within a week."""
    soon = today + timedelta(days=STILL_NEWS_DAYS)
    rows = Grant.objects.filter(
        relation=Relation.EXTERNAL, ended_at__isnull=True, ends_on__range=(today, soon)
    )
    return list(rows.values_list("log_id", "person_id", "ends_on"))


def weeks(evaluations, without_plan, *, today: date) -> dict[UUID, UnitWeek]:
    """What lies ahead in each unit that has something, with its leaders. Takes the two lists above."""
    found: dict[UUID, UnitWeek] = {}
    for _log, unit, day, count in evaluations:
        week = found.setdefault(unit, UnitWeek())
        if day < today:
            week.overdue += count
        else:
            week.due += count
    for unit, count in Counter(unit for _log, unit, _day in without_plan).items():
        found.setdefault(unit, UnitWeek()).idle = count
    for post in staff.leaders_of(found, day=today):
        found[post.unit_id].leader_ids.append(post.person_id)
    return found


def whose_meeting_is_over(now: datetime) -> list[RelayLog]:
    """Logs that still say that a meeting is next which has gone by."""
    return list(RelayLog.objects.filter(next_meeting_at__lte=now))


def _under_way():
    """Measures of concerns that are being worked with, in logs in use."""
    return Measure.objects.filter(log__state=LogState.ACTIVE).exclude(
        concern__state__in=(ConcernState.ACHIEVED, ConcernState.ENDED)
    )


def _last_days(log, standing):
    people = {relation.guardian_id for relation in standing.relations} | {log.child.person_id}
    for giver in standing.needed:
        newest = standing.newest_of(giver)
        if newest is not None and newest.valid_until is not None:
            yield LastDay(log.pk, newest.valid_until, (giver,) if giver in people else ())
    if standing.own_consent_by is not None:
        yield LastDay(log.pk, standing.own_consent_by, (), youth_id=log.child.person_id)
