"""What is to be handed in: logs closed and not yet handed in, those in use for a year, and what waits too long (L-53, L-54)."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from stafett.access.enums import LogState
from stafett.archive.enums import DepositState, Kind
from stafett.archive.models import Deposit
from stafett.kernel import clock
from stafett.kernel.dates import add_years
from stafett.relay_log.models import RelayLog

AT_A_TIME = 200


def closed_logs(*, but_not: Collection[UUID] = ()) -> list[UUID]:
    """Closed logs that have not been handed in, at most 200, those closed first first. Within the municipality."""
    rows = _not_handed_in().exclude(pk__in=but_not)
    return list(rows.order_by("closed_at", "id").values_list("pk", flat=True)[:AT_A_TIME])


def logs_for_snapshot(*, today: date) -> list[UUID]:
    """Logs in use that began a year ago or more, with nothing handed in since then, at most 200."""
    since = add_years(today, -1)
    recent = Deposit.objects.filter(log_id=OuterRef("pk"), kind=Kind.LOG_SNAPSHOT, made_on__gt=since)
    rows = RelayLog.objects.filter(~Exists(recent), state=LogState.ACTIVE, started_at__date__lte=since)
    return list(rows.order_by("started_at", "id").values_list("pk", flat=True)[:AT_A_TIME])


def overdue_deposits() -> list[UUID]:
    """Deposits that should have been sent, whose job may have been lost, at most 200."""
    rows = Deposit.objects.filter(state=DepositState.WAITING, due_at__lte=clock.now())
    return list(rows.order_by("due_at", "id").values_list("pk", flat=True)[:AT_A_TIME])


def unpacked_logs(*, closed_before: datetime) -> int:
    """How many logs closed before then are still not handed in: something stops them. Within the municipality."""
    return _not_handed_in().filter(closed_at__lte=closed_before).count()


def waits_for_receipt(*, sent_before: datetime) -> bool:
    """Whether something sent before then has had no receipt. Within the municipality."""
    return Deposit.objects.filter(state=DepositState.SENT, sent_at__lte=sent_before).exists()


def _not_handed_in():
    handed_in = Deposit.objects.filter(log_id=OuterRef("pk"), kind=Kind.LOG_CLOSED)
    return RelayLog.objects.filter(~Exists(handed_in), state=LogState.CLOSED)
