"""What stops disposal: holds, and the logs and children one may be placed on."""

from django.db.models import Case, Q, QuerySet, Value, When

from stafett.access import policy, scope
from stafett.access.enums import Action
from stafett.register.directory import shown_unit
from stafett.relay_log.models import RelayLog
from stafett.retention.models import Hold
from stafett.retention.queries.due import hash_of, holding_on

PAGE = 50


def holds_shown(actor, *, today, page=1) -> tuple[list[Hold], bool]:
    """(a page of holds, those that hold first and the newest of them first, whether there are more). One query.

    Each with `.holds` and `.about`: the child's name for whoever looks up children, else what stands for the log."""
    holding = Q(lifted_at__isnull=True) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    rows = _all(actor).annotate(rank=Case(When(holding, then=Value(0)), default=Value(1)))
    start = (page - 1) * PAGE
    found = list(rows.order_by("rank", "-placed_at", "-id")[start : start + PAGE + 1])
    return [_shown(row, actor, today=today) for row in found[:PAGE]], len(found) > PAGE


def reachable_hold(actor, pk) -> Hold | None:
    """One hold, for the archivist and personvernombudet; None for anybody else."""
    row = _all(actor).filter(pk=pk).first()
    return row and _shown(row, actor, today=actor.on)


def log_to_hold(actor, pk) -> RelayLog | None:
    """A log that its disposal may be stopped of, with `.hash` and `.unit_shown`, without whom it is about."""
    if not policy.may(actor, Action.HOLD_LOG):
        return None
    log = RelayLog.objects.select_related("unit", "child__person").filter(pk=pk).first()
    if log is not None:
        log.hash, log.unit_shown = hash_of(log.pk), shown_unit(log.child, log.unit, actor)
    return log


def child_to_hold(actor, pk):
    """A child whose logs' disposal may be stopped: for personvernombudet, who looks up children in the trail."""
    return scope.children_in_trail(actor).select_related("person").filter(pk=pk).first()


def holds_of_child(child, *, today) -> int:
    """How many holds stand about a child itself today."""
    return holding_on(today).filter(child=child).count()


def _all(actor) -> QuerySet:
    rows = Hold.objects.select_related("placed_by", "lifted_by", "child__person", "log__child__person")
    return rows if policy.may(actor, Action.SEE_RETENTION) else rows.none()


def _shown(row, actor, *, today):
    row.holds = row.lifted_at is None and (row.ends_on is None or row.ends_on >= today)
    child = row.child or row.log.child
    row.name = child.person.name if policy.may(actor, Action.HOLD_CHILD) else ""
    row.log_hash = hash_of(row.log_id) if row.log_id else ""
    return row
