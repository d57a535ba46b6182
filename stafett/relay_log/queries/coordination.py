"""Who coordinates in a log, and who could."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, Min, OuterRef
from django.utils.translation import gettext as _

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.kernel.clock import today_in_norway
from stafett.relay_log.enums import Level
from stafett.relay_log.models import Coordination, RelayLog
from stafett.relay_log.queries.page import grants_of

_OF_THE_MUNICIPALITY = (Relation.BATON_HOLDER, Relation.PARTICIPANT)


def coordination_of(log):
    """What is written of the log's coordination, with service and barnekoordinator; an unsaved row that says nothing else."""
    rows = Coordination.objects.filter(log_id=log.pk).select_related("unit", "child_coordinator")
    return rows.first() or Coordination(log_id=log.pk, municipality_id=log.municipality_id)


def told(said, unit) -> list[tuple[str, str]]:
    """What is written of a log's coordination, as (what it is about, words), for papers. `unit` is the service's name as the
    reader may see it; nothing when nobody coordinates."""
    if said.unit is None:
        return []
    rows = (
        (_("Samordner"), unit),
        (_("Barnet mener"), said.child_view),
        (_("Barnekoordinator"), said.child_coordinator.name if said.child_coordinator else ""),
        (_("Hvorfor vi samarbeider"), said.why),
        (_("Individuell plan"), str(said.get_plan_display())),
    )
    return [(about, words) for about, words in rows if words]


def places_for(log, *, today):
    """Open places of those who work in the municipality: their services may coordinate, and one may be barnekoordinator."""
    return [each for each in grants_of(log, today=today) if each.relation in _OF_THE_MUNICIPALITY]


def without_service(*, today: date) -> list[tuple[UUID, UUID, date]]:
    """(log id, unit id, the day another service came in) of logs in use on level 2 or 3 where nobody coordinates."""
    said = Coordination.objects.filter(log_id=OuterRef("pk"), unit__isnull=False)
    logs = RelayLog.objects.filter(~Exists(said), state=LogState.ACTIVE, level__gte=Level.TWO)
    units = dict(logs.values_list("pk", "unit_id"))
    others = Grant.objects.filter(
        log_id__in=units, ended_at__isnull=True, relation__in=(*_OF_THE_MUNICIPALITY, Relation.EXTERNAL)
    ).values_list("log_id", "unit_id")
    first: dict[UUID, date] = {}
    for log_id, unit_id, at in others.annotate(first=Min("started_at")).order_by("log_id"):
        if unit_id != units[log_id]:
            day = today_in_norway(at)
            first[log_id] = min(day, first.get(log_id, day))
    return [(log_id, units[log_id], day) for log_id, day in first.items()]
