"""Starting a log, opening it when consent is there, and discarding one that never came into use."""

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.administration.operations.protection import use_opening
from stafett.administration.queries.setup import may_begin
from stafett.audit.trail import Outcome, operation
from stafett.consent.models import ConsentDocument
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.relay_log.enums import LOG_STATES, Event, Level, Refusal
from stafett.relay_log.models import RelayLog
from stafett.relay_log.operations.holding import require_not_held
from stafett.relay_log.operations.participation import require_not_in_family
from stafett.relay_log.rules import starting


@operation(Event.LOG_STARTED, lock="child")
def start_log(*, actor, child, unit_id, criteria, simple_measures_tried, leader_id, leader_agreed_on, today):
    """Start a log at level 1 with the actor as baton holder; it waits for consent (S003-01, S001-12, L-02).

    `child` is a register.Child; `unit_id` is the unit the actor holds the baton for. At a protected address two people
    must have said yes first (L-27), and in a new municipality everything must be ready (ADR 0048). Raises Refused.
    """
    require(may_begin())
    require_not_in_family(child.pk, actor.person_id)
    has_open_log = RelayLog.objects.filter(child=child).exclude(state=LogState.CLOSED).exists()
    require(
        starting.may_start(
            criteria=criteria,
            simple_measures_tried=simple_measures_tried,
            leader_agreed_on=leader_agreed_on,
            today=today,
            has_open_log=has_open_log,
        )
    )
    if unit_id not in actor.unit_ids:
        require(no(Refusal.NOT_EMPLOYED))
    use_opening(child, actor=actor)
    log = RelayLog.objects.create(
        municipality_id=actor.municipality_id,
        child=child,
        unit_id=unit_id,
        level=Level.ONE,
        start_criteria=list(criteria),
        simple_measures_tried=simple_measures_tried,
        leader_id=leader_id,
        leader_agreed_on=leader_agreed_on,
        started_at=clock.now(),
        started_by_id=actor.person_id,
    )
    Grant.objects.create(
        municipality_id=actor.municipality_id,
        log=log,
        person_id=actor.person_id,
        unit_id=unit_id,
        relation=Relation.BATON_HOLDER,
        given_by_id=actor.person_id,
        started_at=log.started_at,
    )
    return Outcome(log, {"criteria": list(criteria)})


@operation(Event.LOG_OPENED, lock="log")
def open_log(*, actor, log):
    """Take the log into use once consent covers it. The caller has made sure that it does (L-02)."""
    _require_move(log, LogState.ACTIVE)
    log.state = LogState.ACTIVE
    log.save(update_fields=["state"])
    return log


@operation(Event.LOG_DISCARDED, lock="log")
def discard_log(*, actor, log):
    """Delete a log that never got consent; the trail keeps that it was there (L-52: drafts can be deleted)."""
    if log.state != LogState.AWAITING_CONSENT:
        require(no(Refusal.WRONG_STATE))
    require_not_held(log)
    ConsentDocument.objects.filter(log=log).delete()
    kept = RelayLog(pk=log.pk, child_id=log.child_id, municipality_id=log.municipality_id)
    log.consents.all().delete()
    log.consent_requests.all().delete()
    log.grants.all().delete()
    log.delete()
    return kept


def _require_move(log, after):
    if after not in LOG_STATES[log.state]:
        require(no(Refusal.WRONG_STATE))
