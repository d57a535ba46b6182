"""What others have done in a log since somebody last looked at it."""

from stafett.access.enums import Relation
from stafett.audit import trail
from stafett.relay_log.enums import PRIVATE, ConcernState
from stafett.relay_log.models import Concern, MaintainingFactor, Measure, MeasureLadder
from stafett.relay_log.queries.reach import reachable_log

LOOKED_AT = 100


def newest_for(actor, log_id, *, since):
    """Number of the newest act after `since` by somebody else that `actor` may see; `since` when there is none.

    None when the actor does not reach the log. A private draft is news to its baton holder only (X5).
    """
    log = reachable_log(actor, log_id)
    if log is None:
        return None
    acts = [
        act for act in trail.story_of(log_id, limit=LOOKED_AT, after=since) if act.actor_id != actor.person_id
    ]
    if acts and log.relation != Relation.BATON_HOLDER:
        hidden = _ids_of_drafts(log)
        acts = [act for act in acts if act.event not in PRIVATE and act.thing_id not in hidden]
    return acts[0].number if acts else since


def _ids_of_drafts(log):
    """Ids of the log's private drafts and of all that is in them."""
    drafts = Concern.objects.filter(log_id=log.pk, state=ConcernState.DRAFT).values("id")
    kinds = (Measure, MaintainingFactor, MeasureLadder)
    parts = [kind.objects.filter(log_id=log.pk, concern_id__in=drafts).values_list("id") for kind in kinds]
    return {pk for (pk,) in drafts.values_list("id").union(*parts)}
