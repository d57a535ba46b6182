"""A guardian relation's life: confirmed by a second person, blocked, opened again, put right, ended (L-20, L-24, L-25)."""

from stafett.administration.enums import Event
from stafett.administration.operations.renewing import renew, tell_leaders, today
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import rules
from stafett.register.enums import Refusal, RelationSource, RelationState


@operation(Event.GUARDIAN_CONFIRMED, lock="relation")
def confirm_guardian(*, actor, relation):
    """Confirm, as a second person, that somebody is the child's guardian (L-24). Raises Refused."""
    require(
        rules.may_confirm(
            relation.state,
            is_protected=rules.is_protected(relation.child.person.protection, relation.guardian.protection),
            proposed_by=relation.registered_by_id,
            confirmed_by=actor.person_id,
        )
    )
    relation.confirmed_by_id, relation.confirmed_at = actor.person_id, clock.now()
    relation.state_source = RelationSource.STAFF
    _move(relation, RelationState.CONFIRMED, "confirmed_by", "confirmed_at", "state_source")
    if relation.has_parental_responsibility:
        tell(relation.municipality_id, [relation.guardian_id], Kind.ACCESS_OPENED)
    return relation


@operation(Event.GUARDIAN_BLOCKED, lock="relation")
def block_guardian(*, actor, relation, reason):
    """Shut a guardian out from the next request on. They are told nothing; only the leader sees why (L-25).

    `reason` is kept on the relation and nowhere else. Raises Refused.
    """
    require(rules.may_become(relation.state, RelationState.BLOCKED))
    if not reason:
        require(no(Refusal.REASON_MISSING))
    relation.state_reason = reason
    _unconfirm(relation)
    return _move(relation, RelationState.BLOCKED, "state_reason", *_CONFIRMED)


@operation(Event.BLOCK_LIFTED, lock="relation")
def lift_block(*, actor, relation, reason):
    """Take a block away. The relation waits for a second person, as when it was new; the former reason stays in
    the row's history (L-24, L-25). Raises Refused."""
    if relation.state != RelationState.BLOCKED:
        require(no(Refusal.RELATION_HAS_MOVED_ON))
    if not reason:
        require(no(Refusal.REASON_MISSING))
    relation.state_reason, relation.registered_by_id = reason, actor.person_id
    _unconfirm(relation)
    _move(relation, RelationState.UNCLEAR, "state_reason", "registered_by", *_CONFIRMED)
    tell_leaders(relation.child, Kind.GUARDIAN_WAITS, leave_out=actor.person_id)
    return relation


@operation(Event.RESPONSIBILITY_CHANGED, lock="relation")
def change_responsibility(
    *, actor, relation, has_parental_responsibility, responsibility_from, documentation
):
    """Put right who has parental responsibility, from when, and what was seen (L-20, L-26). Raises Refused.

    Losing it holds at once. Having it where one had it not waits for a second person.
    """
    if relation.state == RelationState.ENDED:
        require(no(Refusal.RELATION_HAS_MOVED_ON))
    if not documentation:
        require(no(Refusal.DOCUMENTATION_MISSING))
    if responsibility_from and responsibility_from > today():
        require(no(Refusal.DAY_IN_FUTURE))
    had = relation.has_parental_responsibility
    after = rules.state_after_responsibility(relation.state, had=had, has=has_parental_responsibility)
    relation.has_parental_responsibility = has_parental_responsibility
    relation.responsibility_from, relation.documentation = responsibility_from, documentation
    if has_parental_responsibility and not had:
        relation.registered_by_id = actor.person_id
        _unconfirm(relation)
    _move(
        relation, after, "has_parental_responsibility", "responsibility_from", "documentation", "registered_by",
        *_CONFIRMED,
    )  # fmt: skip
    if after == RelationState.UNCLEAR:
        tell_leaders(relation.child, Kind.GUARDIAN_WAITS, leave_out=actor.person_id)
    facts = {"had": had, "has": has_parental_responsibility, "documentation": str(documentation)}
    return Outcome(relation, facts)


@operation(Event.RELATION_ENDED, lock="relation")
def end_relation(*, actor, relation, end_kind, ended_on):
    """End a relation: the guardian died, or is none any more. The row stays, and what it opened closes (L-20, L-51)."""
    require(rules.may_end(relation.state, ended_on=ended_on, today=today()))
    relation.ended_on, relation.end_kind = ended_on, end_kind
    relation.has_parental_responsibility = False
    _unconfirm(relation)
    _move(relation, RelationState.ENDED, "ended_on", "end_kind", "has_parental_responsibility", *_CONFIRMED)
    return Outcome(relation, {"kind": str(end_kind), "ended_on": ended_on.isoformat()})


_CONFIRMED = ("confirmed_by", "confirmed_at", "state_source")


def _unconfirm(relation):
    relation.confirmed_by_id = relation.confirmed_at = None
    relation.state_source = RelationSource.STAFF


def _move(relation, state, *fields):
    relation.state = state
    relation.save(update_fields=["state", *fields])
    renew(relation.child)
    return relation
