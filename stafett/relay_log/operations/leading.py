"""What a unit's leader does with a log without being in it: give the baton on when its holder has left, and look in
with a reason (S000-07, L-29, L-60)."""

from datetime import timedelta

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.relay_log.enums import Event
from stafett.relay_log.operations.participation import (
    end_what_is_past,
    open_places,
    require_not_in_family,
)
from stafett.relay_log.rules import participation
from stafett.relay_log.rules.participation import INSIGHT_DAYS


@operation(Event.HOLDER_APPOINTED, lock="log")
def appoint_holder(*, actor, log, employment_id, today):
    """Give the baton to somebody employed in the log's unit when whoever held it has left. Raises Refused."""
    holders = open_places(log, today=today).filter(relation=Relation.BATON_HOLDER)
    chosen = staff.employment_on(employment_id, day=today)
    require(
        participation.may_appoint(
            has_holder=any(
                staff.holding_in_unit(person=h.person_id, unit=h.unit_id, day=today).exists() for h in holders
            ),
            is_employed_in_unit=chosen is not None and chosen.unit_id == log.unit_id,
        )
    )
    require_not_in_family(log.child_id, chosen.person_id)
    former = holders.values_list("person_id", flat=True)
    left = Grant.objects.filter(log=log, ended_at__isnull=True, person_id__in=[*former, chosen.person_id])
    left.update(ended_at=clock.now())
    _give_place(log, actor, chosen.person_id, Relation.BATON_HOLDER)
    tell(log.municipality_id, [chosen.person_id], Kind.HOLDER_APPOINTED, log=log)
    return Outcome(log, {"person": chosen.person.name, "unit": chosen.unit.name})


@operation(Event.LEADER_LOOKS, lock="log", reason="reason")
def look_with_reason(*, actor, log, reason, today):
    """Let the leader of the log's unit read it for seven days; the holder is told, and the family reads the reason.

    Raises Refused.
    """
    places = open_places(log, today=today)
    require(
        participation.may_look_with_reason(
            reason=reason, is_in_log=places.filter(person_id=actor.person_id).exists(), person_name=actor.name
        )
    )
    require_not_in_family(log.child_id, actor.person_id)
    end_what_is_past(log, actor.person_id, today=today)
    ends_on = today + timedelta(days=INSIGHT_DAYS)
    _give_place(log, actor, actor.person_id, Relation.LEADER_INSIGHT, purpose=reason, ends_on=ends_on)
    holders = places.filter(relation=Relation.BATON_HOLDER).values_list("person_id", flat=True)
    tell(log.municipality_id, list(holders), Kind.LOG_OPENED_BY_LEADER, log=log)
    return Outcome(log, {"until": ends_on.isoformat()})


def _give_place(log, actor, person_id, relation, **rest):
    Grant.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        person_id=person_id,
        unit_id=log.unit_id,
        relation=relation,
        given_by_id=actor.person_id,
        started_at=clock.now(),
        **rest,
    )
