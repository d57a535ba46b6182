"""The full count of a counting day, from the logs themselves. Read by the job only; nobody is named and no text leaves."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Q

from stafett.access.enums import LogState
from stafett.audit import trail
from stafett.insight import rules
from stafett.insight.enums import ALL, IN_USE, LEVEL_THREE, LEVEL_UP
from stafett.insight.models import Count as Counted
from stafett.kernel.clock import today_in_norway
from stafett.register.models import Child, Unit
from stafett.relay_log.enums import ConcernState, Level
from stafett.relay_log.models import Concern, RelayLog

IN_USE_DAYS = 28
BATCH = 5000


def is_counted(day: date) -> bool:
    """Whether the municipality was counted on a counting day."""
    return Counted.objects.filter(counted_on=day).exists()


def open_logs(day: date) -> dict[UUID, tuple[UUID, str, int]]:
    """Logs that were open when a day ended: id -> (the child's unit, band, level)."""
    after = day + timedelta(days=1)
    rows = RelayLog.objects.exclude(state=LogState.AWAITING_CONSENT).filter(
        Q(closed_at__isnull=True) | Q(closed_at__date__gte=after), started_at__date__lt=after
    )
    found = rows.values_list("pk", "child__unit_id", "child__first_grade_year", "level")
    return {
        pk: (unit, rules.band_of(year, day=day).value, level) for pk, unit, year, level in found.iterator()
    }


def counts(logs: dict, *, day: date) -> Counter:
    """Logs by (unit, band, question). Where there are children but no logs, the count is none, and stands there: that a
    row is missing would tell."""
    found = Counter({(unit, band, ALL): 0 for unit, band in _places(day)})
    found.update((unit, band, ALL) for unit, band, _level in logs.values())
    for unit, band, level in logs.values():
        if level >= Level.TWO:
            found[unit, band, LEVEL_UP] += 1
        if level == Level.THREE:
            found[unit, band, LEVEL_THREE] += 1
    for log_id in _written_in(logs, since=day - timedelta(days=IN_USE_DAYS)):
        unit, band, _level = logs[log_id]
        found[unit, band, IN_USE] += 1
    for log_id, categories in _categories(day).items():
        if log_id in logs:
            unit, band, _level = logs[log_id]
            found.update((unit, band, category) for category in categories)
    return found


def kinds() -> dict[UUID, str]:
    """What kind each unit is today."""
    return dict(Unit.objects.values_list("pk", "kind"))


def children() -> dict[UUID, int]:
    """How many children the register has in each unit, as it stands now. Source: S002-12."""
    rows = Child.objects.values_list("unit_id").annotate(children=Count("id")).order_by("unit_id")
    return dict(rows)


def _written_in(logs, *, since):
    """The logs that somebody has done something in since a day."""
    ids = list(logs)
    for start in range(0, len(ids), BATCH):
        last = trail.last_acts(ids[start : start + BATCH])
        yield from (log_id for log_id, at in last.items() if today_in_norway(at) >= since)


def _places(day):
    """Every unit and band in which the register has children, as a set."""
    rows = Child.objects.values_list("unit_id", "first_grade_year").distinct().order_by()
    return {(unit, rules.band_of(year, day=day).value) for unit, year in rows}


def _categories(day):
    """What each log was about on a day, drafts left out: log id -> categories."""
    after = day + timedelta(days=1)
    rows = Concern.objects.exclude(state=ConcernState.DRAFT).filter(
        Q(ended_at__isnull=True) | Q(ended_at__date__gte=after), shared_at__date__lt=after
    )
    found = defaultdict(set)
    for log_id, category in rows.values_list("log_id", "category").iterator():
        found[log_id].add(category)
    return found
