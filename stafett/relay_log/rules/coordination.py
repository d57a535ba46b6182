"""When services must coordinate, who does it, and what a family has a right to ask for."""

from collections.abc import Collection
from uuid import UUID

from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import Level, PlanStanding, Refusal
from stafett.relay_log.rules.wording import is_blank


def is_due(level: int) -> bool:
    """From level 2 several services help the same child, and one of them has the main responsibility for coordination.

    Source: L-40, L-41.
    """
    return level >= Level.TWO


def asks_for_plan(level: int, *, plan: str) -> bool:
    """On level 3 the family is told of the right to an individual plan, until they have answered.

    `plan` is a PlanStanding. Source: L-43, L-44, W-24.
    """
    return level >= Level.THREE and plan == PlanStanding.NOT_ASKED


def ends_in_plan(plan: str) -> bool:
    """Where the child has an individual plan, the work goes on there and the log is closed. Source: L-44."""
    return plan == PlanStanding.IN_USE


def may_coordinate(
    level: int,
    *,
    unit_id: UUID | None,
    unit_ids: Collection[UUID],
    child_view: str,
    coordinator_id: UUID | None,
    person_ids: Collection[UUID],
) -> Verdict:
    """Exactly one of the municipality's services in the log coordinates, and what the child thinks of it is written down.

    `unit_ids` are the municipal services in the log, `person_ids` those of them who work there: a barnekoordinator is one
    of them. Source: L-41, L-42.
    """
    if not is_due(level):
        return no(Refusal.COORDINATED_FROM_LEVEL_TWO)
    if unit_id is None or unit_id not in unit_ids:
        return no(Refusal.SERVICE_NOT_IN_LOG)
    if is_blank(child_view):
        return no(Refusal.CHILD_VIEW_OF_SERVICE_MISSING)
    if coordinator_id is not None and coordinator_id not in person_ids:
        return no(Refusal.COORDINATOR_NOT_IN_LOG)
    return YES
