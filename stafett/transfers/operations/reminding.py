"""What the nights say of transfers: an offer nobody answered, and a deputy whose time is about to end. Told once each."""

from datetime import date, timedelta
from uuid import UUID

from stafett.access.enums import LogState
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.transfers.enums import TransferKind, TransferState
from stafett.transfers.models import Transfer

DEPUTY_ENDS_DAYS = 3


def remind(municipality_id: UUID, *, today: date) -> int:
    """Tell givers of offers whose days are over, and both parties of a deputy's time that ends within three days.

    Must run within the municipality. Gives how many messages that made. Source: W-04, L-59.
    """
    open_logs = Transfer.objects.exclude(log__state=LogState.CLOSED)
    over = open_logs.filter(
        state=TransferState.OFFERED, expires_on__lt=today, expires_on__gte=today - timedelta(days=7)
    )
    ending = open_logs.filter(
        kind=TransferKind.DEPUTY, state=TransferState.ACCEPTED, until__lte=today + timedelta(days=DEPUTY_ENDS_DAYS),
        until__gte=today - timedelta(days=7),
    )  # fmt: skip
    return sum(_tell_expired(each, today) for each in over) + sum(_tell_deputies(each) for each in ending)


def _tell_expired(transfer, today):
    employed = staff.employed_among([transfer.from_person_id], day=today)
    link = ("transfer_log", transfer.log_id)
    once = str(transfer.pk)
    made = tell(
        transfer.municipality_id, employed, Kind.TRANSFER_EXPIRED, log=transfer.log_id, link=link, once=once
    )
    return len(made)


def _tell_deputies(transfer):
    made = tell(
        transfer.municipality_id,
        [transfer.from_person_id, transfer.to_person_id],
        Kind.DEPUTY_ENDS,
        log=transfer.log_id,
        facts={"date": transfer.until},
        link=("transfer", transfer.pk),
        once=str(transfer.pk),
    )
    return len(made)
