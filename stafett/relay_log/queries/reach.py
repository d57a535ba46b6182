"""Finding one thing among those the actor may reach. Each returns None when there is no such thing for them."""

from stafett.access import scope
from stafett.access.enums import Relation
from stafett.access.policy import Facts
from stafett.consent import queries as consent_queries
from stafett.relay_log.enums import ConcernState
from stafett.relay_log.models import Concern, LadderStep, Measure, MeasureLadder, RelayLog

_WITH_CHILD = ("child__person", "child__unit", "unit", "municipality")


def reachable_log(actor, pk):
    """The log with its child, units and municipality, and `.relation` of the actor to it."""
    return scope.reachable_logs(actor, RelayLog.objects.filter(pk=pk).select_related(*_WITH_CHILD)).first()


def facts_about(thing, *, today):
    """Facts for the policy about a log or something in it; the log's `.standing` is kept for the page."""
    log = thing if isinstance(thing, RelayLog) else thing.log
    log.standing = consent_queries.standing_of(log, today=today)
    return Facts(relation=log.relation, log_state=log.state, has_consent=log.standing.is_valid)


def reachable_concern(actor, pk):
    """A concern in a reachable log; a draft only for the baton holder (X5)."""
    return _within_reach(actor, Concern.objects.filter(pk=pk), concern_of=lambda concern: concern)


def reachable_measure(actor, pk):
    """A measure of a concern the actor may see."""
    rows = Measure.objects.filter(pk=pk).select_related("concern", "evaluation")
    return _within_reach(actor, rows, concern_of=lambda measure: measure.concern)


def reachable_ladder(actor, pk):
    """A ladder of a concern the actor may see."""
    rows = MeasureLadder.objects.filter(pk=pk).select_related("concern")
    return _within_reach(actor, rows, concern_of=lambda ladder: ladder.concern)


def reachable_step(actor, pk):
    """A step on such a ladder."""
    rows = LadderStep.objects.filter(pk=pk).select_related("ladder__concern")
    return _within_reach(actor, rows, concern_of=lambda step: step.ladder.concern)


def _within_reach(actor, rows, *, concern_of):
    thing = rows.first()
    log = reachable_log(actor, thing.log_id) if thing else None
    if log is None:
        return None
    if concern_of(thing).state == ConcernState.DRAFT and log.relation != Relation.BATON_HOLDER:
        return None
    thing.log = log
    return thing
