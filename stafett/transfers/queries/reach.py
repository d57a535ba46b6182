"""Finding one offer, or one school starter's log, among those the actor may know of. None when there is no such one.

Whoever is offered a baton knows the child's name, unit and level and a few dates, and nothing of what stands in the log.
A unit that consent does not reach any more is not told that there is a log (L-08).
"""

from django.db.models import Q

from stafett.access import scope
from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.access.transfer_rules import StarterFacts, TransferFacts
from stafett.consent import queries as consent_queries
from stafett.register.rules import is_protected
from stafett.relay_log import queries as log_queries
from stafett.relay_log.models import RelayLog
from stafett.transfers import rules
from stafett.transfers.enums import TransferKind, TransferState
from stafett.transfers.models import Transfer

_LOG = ("log__child__person", "log__child__unit", "log__unit", "log__municipality")
_PARTIES = ("from_person", "from_unit", "to_person", "to_unit")
IN_LOG_AS_EMPLOYEE = (Relation.BATON_HOLDER, Relation.PARTICIPANT)


def known_transfers(actor):
    """Transfers of open logs that the actor gives, receives, or leads the receiving unit of, and those in which somebody
    stands in for the actor in a log they still reach, as a queryset."""
    held = scope.logs_held_by(actor, RelayLog.objects.all()).values("pk")
    theirs = Q(to_person_id=actor.person_id, to_unit_id__in=actor.unit_ids)
    led = Q(to_unit_id__in=actor.led_unit_ids, kind=TransferKind.UNIT, state=TransferState.OFFERED)
    reached = scope.reachable_logs(actor, RelayLog.objects.all()).values("pk")
    stood_back = Q(from_person_id=actor.person_id, kind=TransferKind.DEPUTY, log_id__in=reached)
    rows = Transfer.objects.exclude(log__state=LogState.CLOSED).select_related(*_LOG, *_PARTIES)
    return rows.filter(Q(log_id__in=held) | theirs | led | stood_back)


def reachable_transfer(actor, pk):
    """An offer with its log, as the actor stands to it (`.ways`, TransferFacts); None when they may not know of it.

    `.state_today` is its state with the days reckoned.
    """
    transfer = known_transfers(actor).filter(pk=pk).first()
    return _as_known(actor, transfer) if transfer else None


def facts_about(transfer, *, today) -> TransferFacts:
    """Facts for the policy."""
    return transfer.ways


def reachable_starter(actor, pk):
    """The log `pk` as its holder, or the leader of the kindergarten that has it, may say where the child begins school;
    with `.ways` (StarterFacts). None for everybody else."""
    rows = RelayLog.objects.filter(pk=pk).exclude(state=LogState.CLOSED)
    rows = rows.select_related("child__person", "child__unit", "unit", "municipality")
    gives = scope.logs_held_by(actor, rows).exists()
    leads = scope.logs_led_by(actor, rows).exists()
    log = rows.first() if gives or leads else None
    if log is None:
        return None
    log.ways = StarterFacts(gives=gives, leads=leads, is_on_paper=is_protected(log.child.person.protection))
    return log


def facts_about_starter(log, *, today) -> StarterFacts:
    """Facts for the policy."""
    return log.ways


def is_covered(log, unit_id, *, today) -> bool:
    """Whether consent lets a unit that does not have the log know of it today. Keeps the log's `.standing`."""
    if not hasattr(log, "standing"):
        log.standing = consent_queries.standing_of(log, today=today)
    return log.standing.covers_until(unit_id, today=today) is not None


def stands_in_still(transfer) -> bool:
    """Whether a deputy's time runs: it was accepted, and is the last time the baton of the log moved."""
    if transfer.kind != TransferKind.DEPUTY or transfer.state != TransferState.ACCEPTED:
        return False
    taken = Transfer.objects.filter(log_id=transfer.log_id, state=TransferState.ACCEPTED)
    moved = taken.exclude(kind=TransferKind.MUNICIPALITY)  # that log goes on here until it is closed
    newest = moved.order_by("-answered_at", "-offered_at", "-id").values_list("pk", flat=True).first()
    return newest == transfer.pk


def _as_known(actor, transfer):
    """The transfer as one party sees it; None where that is nothing."""
    transfer.state_today = rules.state_on(actor.on, state=transfer.state, expires_on=transfer.expires_on)
    reached = log_queries.reachable_log(actor, transfer.log_id)
    relation = reached.relation if reached else None
    transfer.ways = ways = _ways(actor, transfer, relation)
    if ways.gives or (relation in IN_LOG_AS_EMPLOYEE and (ways.receives or ways.stood_back)):
        return transfer
    waits = ways.is_open and (ways.receives or ways.leads)
    return transfer if waits and _may_be_told(transfer, actor.on) else None


def _ways(actor, transfer, relation):
    gives = relation == Relation.BATON_HOLDER
    is_deputy = stands_in_still(transfer)
    deputy_holds = Grant.objects.filter(
        log_id=transfer.log_id, relation=Relation.BATON_HOLDER, ended_at__isnull=True,
        person_id=transfer.to_person_id,
    )  # fmt: skip
    stood_back = is_deputy and transfer.from_person_id == actor.person_id and deputy_holds.exists()
    return TransferFacts(
        gives=gives,
        receives=transfer.to_person_id == actor.person_id and transfer.to_unit_id in actor.unit_ids,
        leads=transfer.kind == TransferKind.UNIT and transfer.to_unit_id in actor.led_unit_ids,
        stood_back=stood_back,
        is_open=transfer.state_today == TransferState.OFFERED and transfer.log.state == LogState.ACTIVE,
        is_accepted=transfer.state == TransferState.ACCEPTED,
        is_deputy=is_deputy,
        is_on_paper=is_protected(transfer.log.child.person.protection),
    )


def _may_be_told(transfer, today):
    """Colleagues need no consent (L-04); another service is told as long as consent covers it (L-06, L-08)."""
    return transfer.kind != TransferKind.UNIT or is_covered(transfer.log, transfer.to_unit_id, today=today)
