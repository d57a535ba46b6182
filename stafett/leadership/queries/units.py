"""Reads for leaders: who holds which log and when something happens next. No title, no text, no reason leaves here."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import JSONObject

from stafett.access import scope
from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.access.policy import LedFacts
from stafett.audit import trail
from stafett.leadership import rules
from stafett.leadership.enums import ConsentState, Shown
from stafett.leadership.queries import marks
from stafett.register import staff
from stafett.register.models import Unit
from stafett.relay_log.enums import NextKind
from stafett.relay_log.models import Concern, RelayLog
from stafett.relay_log.queries.next_line import rows_with_next

PAGE = 50


@dataclass(frozen=True)
class LedLog:
    """One open log as its unit's leader sees it. `holder` is nothing when whoever held it has left."""

    log: RelayLog
    child_name: str
    holder: str | None
    next_kind: NextKind
    next_on: date | None
    last_act_at: datetime | None
    consent: ConsentState
    is_insider: bool

    @property
    def is_overdue(self) -> bool:
        return self.next_kind == NextKind.EVALUATION_OVERDUE


@dataclass(frozen=True)
class UnitNumbers:
    """One unit of an area: how many open logs need somebody, as "at least"; None for fewer than five."""

    name: str
    overdue: int | None
    without_plan: int | None
    without_holder: int | None


def unit_logs(actor, *, today, page=1, shown=Shown.ALL) -> tuple[list[LedLog], bool]:
    """Open logs of the units the actor leads, those without a holder first: all, or those that something is amiss in.
    Returns (rows, has_more). Six queries. Source: S000-12, S000-13."""
    start = (page - 1) * PAGE
    asked = _narrowed(_led_logs(actor, today), shown, today)
    found = list(asked.order_by("has_holder", "child__person__sort_key", "id")[start : start + PAGE + 1])
    logs = found[:PAGE]
    for log in logs:
        log.relation = (
            Relation.LEADER_INSIGHT
        )  # what comes next as a reader sees it: drafts are the holder's own
    ids = [log.pk for log in logs]
    holders, inside = _holders(ids, today), _logs_with(actor, ids)
    last = trail.last_acts(ids)
    rows = [
        _led_log(row, holders.get(row.log.pk), last.get(row.log.pk), row.log.pk in inside, today)
        for row in rows_with_next(logs, today=today)
    ]
    return rows, len(found) > PAGE


def led_log(actor, pk):
    """An open log of a unit that the actor leads, with its child and unit; None when there is no such log."""
    return _led_logs(actor, actor.on).filter(pk=pk).first()


def facts_about_led(log, *, today):
    """Facts for the policy."""
    return LedFacts(unit_id=log.unit_id, log_state=log.state, has_holder=log.has_holder)


def colleagues_in(log, *, today):
    """Those who may be given the baton of a log: employed in its unit today."""
    return staff.working_in(log.unit_id, day=today)


def area_units(actor, *, today) -> list[UnitNumbers]:
    """Numbers for each unit of the areas the actor leads, sorted by name. Two queries."""
    units = Unit.objects.filter(area_id__in=actor.led_area_ids).order_by("sort_key", "id")
    counts = {row["unit_id"]: row for row in _counts(actor, today)}
    return [_numbers(unit, counts.get(unit.pk, {})) for unit in units]


def _led_logs(actor, today):
    rows = scope.logs_led_by(actor, RelayLog.objects.all())
    concerns = Concern.objects.filter(log_id=OuterRef("pk")).values(
        json=JSONObject(id="id", state="state", kept="kept_from_guardians")
    )
    return rows.select_related("child__person", "child__unit", "unit", "municipality").annotate(
        has_holder=_has_holder(today), found_concerns=ArraySubquery(concerns)
    )


def _narrowed(logs, shown, today):
    if shown == Shown.OVERDUE:
        return logs.filter(Exists(marks.overdue(today, log_id=OuterRef("pk"))))
    if shown == Shown.CONSENT:
        return logs.filter(marks.consent_ends(today))
    return logs.filter(marks.idle(today)) if shown == Shown.WITHOUT_DATE else logs


def _has_holder(today):
    employed = staff.holding_in_unit(person=OuterRef("person_id"), unit=OuterRef("unit_id"), day=today)
    holders = Grant.objects.filter(
        log_id=OuterRef("pk"), relation=Relation.BATON_HOLDER, ended_at__isnull=True
    )
    return Exists(holders.filter(Exists(employed)))


def _holders(ids, today):
    """Names of the holders who are still there, by log."""
    employed = staff.holding_in_unit(person=OuterRef("person_id"), unit=OuterRef("unit_id"), day=today)
    grants = Grant.objects.filter(
        Exists(employed), log_id__in=ids, relation=Relation.BATON_HOLDER, ended_at__isnull=True
    )
    return {grant.log_id: grant.person.name for grant in grants.select_related("person")}


def _logs_with(actor, ids):
    """Those of the logs that the actor is in already."""
    return set(scope.reachable_logs(actor, RelayLog.objects.filter(pk__in=ids)).values_list("pk", flat=True))


def _led_log(row, holder, last_act_at, is_insider, today):
    standing = row.standing
    return LedLog(
        log=row.log,
        child_name=row.log.child.person.name,
        holder=holder,
        next_kind=row.next.kind,
        next_on=row.next.date,
        last_act_at=last_act_at,
        consent=rules.consent_state(
            log_state=row.log.state, is_valid=standing.is_valid, ends_on=standing.ends_on, today=today
        ),
        is_insider=is_insider,
    )


def _counts(actor, today):
    logs = RelayLog.objects.filter(unit__area_id__in=actor.led_area_ids).exclude(state=LogState.CLOSED)
    marked = logs.annotate(
        is_overdue=Exists(marks.overdue(today, log_id=OuterRef("pk"))),
        is_idle=marks.idle(today),
        has_holder=_has_holder(today),
    )
    return (
        marked.values("unit_id")
        .annotate(
            overdue=Count("id", filter=Q(is_overdue=True)),
            without_plan=Count("id", filter=Q(is_idle=True)),
            without_holder=Count("id", filter=Q(has_holder=False)),
        )
        .order_by("unit_id")
    )


def _numbers(unit, counts):
    names = ("overdue", "without_plan", "without_holder")
    return UnitNumbers(unit.name, **{name: rules.shown_count(counts.get(name, 0)) for name in names})
