"""What has been handed in and how it went: for the archivist all of it, for a leader that of the own units."""

from dataclasses import dataclass

from django.db.models import Count, Q

from stafett.archive.enums import DepositState
from stafett.archive.models import Deposit, DepositFile, PeriodDeposit
from stafett.register.directory import hidden_unit
from stafett.register.enums import EmploymentRole
from stafett.register.rules import unit_is_shown

PAGE = 50


@dataclass(frozen=True)
class Deposits:
    """One page of deposits, newest first, with how many there are in each state."""

    rows: list[Deposit]
    counts: dict[str, int]
    has_more: bool


def deposits_shown(actor, *, state="", page=1) -> Deposits:
    """A page of the deposits `actor` may see, each with `.unit_shown`. Two queries.

    At a protected address no unit is named except to those who work there (L-27).
    """
    rows = _reached(actor)
    counts = dict.fromkeys(DepositState.values, 0)
    counts |= dict(rows.order_by().values_list("state").annotate(Count("pk")))
    rows = rows.filter(state=state) if state in DepositState.values else rows
    start = (page - 1) * PAGE
    found = list(
        rows.select_related("unit", "log__child__person").order_by("-created_at", "-id")[
            start : start + PAGE + 1
        ]
    )
    for row in found:
        _show_unit(row, actor)
    return Deposits(found[:PAGE], counts, len(found) > PAGE)


def reachable_deposit(actor, pk) -> Deposit | None:
    """One of them, with `.sheets`: its files without their bytes."""
    row = _reached(actor).select_related("unit", "log__child__person", "made_by").filter(pk=pk).first()
    if row is None:
        return None
    row.sheets = list(DepositFile.objects.filter(deposit=row).defer("content").order_by("position"))
    return _show_unit(row, actor)


def deposit_of(kind, source_id) -> Deposit | None:
    """The deposit of what was handed in under this kind and source; None when it has not been. For those who ask about
    their own thing; must run within the municipality."""
    return Deposit.objects.filter(kind=kind, source_id=source_id).order_by("-created_at", "-id").first()


def period_deposits(actor) -> list[PeriodDeposit]:
    """The newest twenty deposits of periods, for the archivist."""
    if not actor.has_role(EmploymentRole.ARCHIVIST):
        return []
    return list(PeriodDeposit.objects.select_related("ordered_by").order_by("-ordered_at", "-id")[:20])


def _reached(actor):
    if actor.has_role(EmploymentRole.ARCHIVIST):
        return Deposit.objects.all()
    return Deposit.objects.filter(Q(unit_id__in=actor.led_unit_ids))


def _show_unit(row, actor):
    is_shown = row.log is None or unit_is_shown(
        row.log.child.person.protection, unit_id=row.unit_id, reader_unit_ids=actor.unit_ids
    )
    row.unit_shown = row.unit.name if is_shown else hidden_unit()
    return row
