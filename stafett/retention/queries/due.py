"""Logs whose time is over, each with what stops its disposal, if anything does. No names: who it is about is not shown."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from stafett.access.enums import LogState
from stafett.archive.enums import DepositState
from stafett.archive.enums import Kind as DepositKind
from stafett.archive.models import Deposit
from stafett.kernel import clock
from stafett.kernel.crypto import sha256_hex
from stafett.register.directory import shown_unit
from stafett.register.enums import RequestAnswer
from stafett.register.models import InformationRequest
from stafett.relay_log.models import RelayLog
from stafett.retention import rules
from stafett.retention.enums import DECIDED_HERE, DisposalState, Fate, ItemState, Kind, Refusal
from stafett.retention.models import DisposalItem, Hold
from stafett.retention.queries.plan import Rule, rules_in_force

AT_A_TIME = 100  # of each kind on one list: as many as somebody can look over, and as one transaction deletes in a while
STATES = {Kind.CLOSED_LOG: LogState.CLOSED, Kind.NEVER_STARTED: LogState.AWAITING_CONSENT}
COUNTED = {Kind.CLOSED_LOG: "closed_at", Kind.NEVER_STARTED: "started_at"}


@dataclass(frozen=True)
class DueLog:
    """A log whose time is over. `stopped` is why it may not go now, None when it may."""

    log_id: UUID
    log_hash: str
    rule: Rule
    counted_from: date
    due_on: date
    unit_shown: str
    record: str  # its number in the archive
    stopped: Refusal | None


def due_logs(actor, *, today: date) -> tuple[list[DueLog], bool]:
    """(logs whose time is over, the longest overdue first, whether there are more). Those that may go stand first among at
    most a hundred of each kind. Three queries, by an index on the day."""
    found, has_more = [], False
    plan = rules_in_force()
    for kind in sorted(DECIDED_HERE):
        rule = plan[kind]
        if rule.fate == Fate.KEEP:
            continue
        rows = list(_with_facts(_counted_before(rule, today), today=today)[: AT_A_TIME + 1])
        has_more = has_more or len(rows) > AT_A_TIME
        found += islice((_due(row, rule, actor, today=today) for row in rows), AT_A_TIME)
    shown = [each for each in found if each.stopped != Refusal.NOT_OVER]
    return sorted(shown, key=lambda each: (each.stopped is not None, each.due_on, each.log_hash)), has_more


def due_among(log_ids, actor, *, today: date, but_list: UUID | None = None) -> dict[UUID, DueLog]:
    """These logs by id, each with what stops it today; `but_list` is a list of one's own that does not."""
    plan = rules_in_force()
    rows = _with_facts(RelayLog.objects.filter(pk__in=list(log_ids)), today=today, but_list=but_list)
    kinds = {state: kind for kind, state in STATES.items()}
    return {
        row.pk: _due(row, plan[kinds.get(row.state, Kind.CLOSED_LOG)], actor, today=today) for row in rows
    }


def hash_of(log_id: UUID) -> str:
    """What stands for a log when its id may not: whoever has the id can see that it is the same (ADR 0043)."""
    return sha256_hex(f"stafettlogg:{log_id}")


def _counted_before(rule, today):
    last = datetime.combine(rules.due_before(today, months=rule.months), time.min, clock.NORWAY)
    field = COUNTED[rule.kind]
    rows = RelayLog.objects.filter(state=STATES[rule.kind], **{f"{field}__lt": last})
    return rows.order_by(field, "id")


def _with_facts(rows: QuerySet, *, today, but_list=None) -> QuerySet:
    received = Deposit.objects.filter(
        log_id=OuterRef("pk"), kind=DepositKind.LOG_CLOSED, state=DepositState.RECEIVED
    )
    held = holding_on(today).filter(Q(log_id=OuterRef("pk")) | Q(child_id=OuterRef("child_id")))
    asked = InformationRequest.objects.filter(
        relation__child_id=OuterRef("child_id"), answer=RequestAnswer.WAITING
    )
    listed = DisposalItem.objects.filter(
        log_id=OuterRef("pk"), state=ItemState.WAITING, disposal__state=DisposalState.PROPOSED
    ).exclude(disposal_id=but_list)
    return rows.select_related("unit", "child__person").annotate(
        has_receipt=Exists(received),
        receipt=Subquery(received.order_by("-settled_at").values("receipt")[:1]),
        is_held=Exists(held),
        is_asked_for=Exists(asked),
        is_listed=Exists(listed),
    )


def holding_on(today: date) -> QuerySet:
    """Holds that stop disposal on a day."""
    return Hold.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), lifted_at__isnull=True)


def _due(row, rule, actor, *, today):
    since = row.closed_at or row.started_at
    counted = clock.local(since).date()
    months = rule.months or rules.LONGEST
    facts = rules.LogFacts(
        state=row.state, counted_from=counted, has_receipt=row.has_receipt, is_held=row.is_held,
        is_read=row.access_ends_on is None or row.access_ends_on >= today,
        is_asked_for=row.is_asked_for, is_listed=row.is_listed,
    )  # fmt: skip
    verdict = rules.may_dispose(facts, kind=rule.kind, fate=rule.fate, months=months, today=today)
    said = row.receipt or {}
    return DueLog(
        log_id=row.pk, log_hash=hash_of(row.pk), rule=rule, counted_from=counted,
        due_on=rules.due_on(counted, months=months), unit_shown=shown_unit(row.child, row.unit, actor),
        record=str(said.get("record_id") or said.get("system_id") or ""), stopped=verdict.refusal,
    )  # fmt: skip
