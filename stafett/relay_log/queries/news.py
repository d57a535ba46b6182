"""What others have done in a log since somebody last looked at it."""

from stafett.audit import trail
from stafett.relay_log.models import Measure, MeasureLadder
from stafett.relay_log.queries.page import visible_concerns
from stafett.relay_log.queries.reach import reachable_log

LOOKED_AT = 100
_IN_CONCERNS = {f"relay_log.{name}" for name in ("concern", "measure", "measureladder")}


def newest_for(actor, log_id, *, since):
    """Number of the newest act after `since` by somebody else that `actor` may see; `since` when there is none.

    None when the actor does not reach the log. What is done with a private draft is news to nobody else (X5).
    """
    log = reachable_log(actor, log_id)
    if log is None:
        return None
    acts = [
        act for act in trail.story_of(log_id, limit=LOOKED_AT, after=since) if act.actor_id != actor.person_id
    ]
    visible = _visible_ids(log) if acts else set()
    return next((act.number for act in acts if _about(act) in visible | {""}), since)


def _about(act):
    """Id, as text, of what decides who sees the act; empty when everyone in the log does."""
    return str(act.facts.get("concern") or (act.thing_id if act.thing_kind in _IN_CONCERNS else ""))


def _visible_ids(log):
    """Ids, as text, of the concerns this reader may see, and of the measures and ladders in them."""
    concerns = visible_concerns(log).order_by().values("id")
    parts = [
        kind.objects.filter(log_id=log.pk, concern_id__in=concerns).values_list("id")
        for kind in (Measure, MeasureLadder)
    ]
    return {str(pk) for (pk,) in concerns.values_list("id").union(*parts)}
