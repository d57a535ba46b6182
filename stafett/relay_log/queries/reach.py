"""Finding one thing among those the actor may reach. Each returns None when there is no such thing for them."""

from stafett.access import scope
from stafett.access.policy import Facts
from stafett.consent import queries as consent_queries
from stafett.register.rules import is_protected
from stafett.relay_log.models import Concern, LadderStep, Measure, MeasureLadder, Note, RelayLog
from stafett.relay_log.queries import sight
from stafett.relay_log.rules.sight import shows_concern

_WITH_CHILD = ("child__person", "child__unit", "unit", "municipality")


def reachable_log(actor, pk):
    """The log with its child, units and municipality, `.relation` of the actor to it, and `.sight`: what they see of it."""
    log = scope.reachable_logs(actor, RelayLog.objects.filter(pk=pk).select_related(*_WITH_CHILD)).first()
    return sight.give_sight(log, actor) if log else None


def facts_about(thing, *, today):
    """Facts for the policy about a log or something in it; the log's `.standing` is kept for the page."""
    log = thing if isinstance(thing, RelayLog) else thing.log
    if not hasattr(log, "standing"):
        log.standing = consent_queries.standing_of(log, today=today)
    return Facts(
        relation=log.relation,
        log_state=log.state,
        has_consent=log.standing.is_valid,
        is_on_paper=is_protected(log.child.person.protection),
    )


def reachable_concern(actor, pk):
    """A concern in a reachable log, when the actor sees it (L-07, L-13, X5)."""
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


def reachable_note(actor, pk):
    """A note in a reachable log, when the actor sees it (L-07, L-13)."""
    note = Note.objects.filter(pk=pk).first()
    log = reachable_log(actor, note.log_id) if note else None
    if log is None or not sight.notes_seen(log.sight, log.pk).filter(pk=pk).exists():
        return None
    note.log = log
    return note


def _within_reach(actor, rows, *, concern_of):
    thing = rows.first()
    log = reachable_log(actor, thing.log_id) if thing else None
    if log is None:
        return None
    concern = concern_of(thing)
    is_seen = shows_concern(
        log.sight, concern_id=concern.pk, state=concern.state, kept_from_guardians=concern.kept_from_guardians
    )
    if not is_seen:
        return None
    thing.log = concern.log = log
    return thing
