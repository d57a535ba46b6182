"""What a log can be taken out as: the whole of what the family sees, its concerns one by one, and how it stands with the
archive."""

from dataclasses import dataclass

from stafett.archive.enums import Kind
from stafett.archive.models import Deposit
from stafett.archive.queries.deposits import deposit_of
from stafett.relay_log.enums import ConcernState
from stafett.relay_log.models import Concern
from stafett.relay_log.queries.page import visible_concerns
from stafett.transfers.operations import packages


@dataclass(frozen=True)
class Exports:
    """Shared concerns in the order they came, and the newest package to the archive; None when there is none yet."""

    concerns: list[Concern]
    deposit: Deposit | None


def exports_of(log) -> Exports:
    """What the holder of a log may take out of it, and what has gone to the archive by itself."""
    shared = visible_concerns(log).exclude(state=ConcernState.DRAFT)
    deposit = deposit_of(Kind.LOG_CLOSED, log.pk) or deposit_of(Kind.LOG_SNAPSHOT, log.pk)
    return Exports(list(shared.order_by("created_at", "id")), deposit)


def values_of(log) -> dict:
    """The whole log as plain values, as another municipality would get it: no draft, nothing kept from guardians (L-13)."""
    values, _left_out = packages.values_of(log)
    return values
