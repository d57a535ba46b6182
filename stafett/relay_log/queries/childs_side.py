"""What of a log stands on the child's own side: the staircases and the bright spots.

The screen lies on the table, and guardians read along: what is a draft, or kept from guardians, is not there, whoever
has opened the page. The youth who reads alone sees what the youth sees elsewhere.
"""

from django.db.models import Prefetch

from stafett.access.enums import Relation
from stafett.relay_log.enums import ConcernState, StepState
from stafett.relay_log.models import BrightSpot, LadderStep, MeasureLadder
from stafett.relay_log.queries.sight import concerns_seen
from stafett.relay_log.rules.sight import Sight

_AT_WORK = (ConcernState.SHARED, ConcernState.ACTIVE)


def ladders_of(log) -> list:
    """Staircases of the concerns at work, oldest first, with `.shown_steps` (merged ones left out). Two queries."""
    steps = LadderStep.objects.exclude(state=StepState.MERGED).order_by("position")
    rows = MeasureLadder.objects.filter(concern__in=_concerns(log)).prefetch_related(
        Prefetch("steps", queryset=steps, to_attr="shown_steps")
    )
    return list(rows.order_by("created_at", "id"))


def climbed_in(log) -> list[str]:
    """Titles of the staircases that led to a goal, the last one first."""
    rows = MeasureLadder.objects.filter(concern__in=_concerns(log, ConcernState.ACHIEVED))
    return list(rows.order_by("-created_at", "-id").values_list("title", flat=True))


def step_of(log, step_id):
    """A step on one of these staircases, or None."""
    steps = LadderStep.objects.filter(pk=step_id, log_id=log.pk, ladder__concern__in=_concerns(log))
    return steps.select_related("ladder").first()


def bright_spots_of(log, *, limit) -> list:
    """The newest bright spots of the log: everyone in it shares them with the child."""
    return list(BrightSpot.objects.filter(log_id=log.pk).order_by("-at", "-id")[:limit])


def _concerns(log, *states):
    sight = Sight(reader_id=None, drafts=False, kept=log.relation == Relation.CHILD)
    return concerns_seen(sight, log.pk).filter(state__in=states or _AT_WORK)
