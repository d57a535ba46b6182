"""What an individual plan takes out of a log: the parts the family sees too, and nothing else."""

from dataclasses import dataclass, field

from stafett.child_page.queries import goals_of
from stafett.relay_log.enums import ConcernState
from stafett.relay_log.models import BrightSpot, Concern
from stafett.relay_log.queries.page import grants_of, visible_concerns
from stafett.relay_log.queries.sight import bright_spots_seen
from stafett.transfers.models import CarriedPart
from stafett.transfers.queries.carried import carried_into

BRIGHT_SPOTS = 10


@dataclass(frozen=True)
class PlanContent:
    """Shared concerns in the order they came, the newest bright spots, the child's own goals of today, everyone's places,
    and what came from another municipality."""

    concerns: list[Concern]
    bright_spots: list[BrightSpot]
    childs_goals: list
    places: list
    carried: list[CarriedPart] = field(default_factory=list)


def content_for_plan(log, *, today) -> PlanContent:
    """What goes into the plan of a log its holder has reached: no draft, and nothing that is kept from guardians, who get the
    plan (L-13, L-44, W-15)."""
    shared = visible_concerns(log).exclude(state=ConcernState.DRAFT).filter(kept_from_guardians="")
    concerns = list(shared.order_by("created_at", "id"))
    for concern in concerns:
        concern.log = log
    return PlanContent(
        concerns=concerns,
        bright_spots=list(bright_spots_seen(log.sight, log.pk).order_by("-at", "-id")[:BRIGHT_SPOTS]),
        childs_goals=[goal for goal in goals_of(log) if goal.replaced_at is None],
        places=grants_of(log, today=today),
        carried=carried_into(log),
    )
