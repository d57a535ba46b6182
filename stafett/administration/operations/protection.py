"""Protected addresses, and who holds the right to consent for a child (L-26, L-27)."""

from stafett.administration.enums import Event
from stafett.administration.operations.renewing import renew
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.register import rules, staff
from stafett.register.enums import Refusal, RelationState
from stafett.register.models import Child, GuardianRelation, Person, ProtectedOpening, Unit


@operation(Event.PROTECTION_CHANGED, lock="child")
def set_protection(*, actor, child, person_id, protection):
    """Say whether the address of a child, or of one of its guardians, is protected, and in which tier (L-27).

    The family's digital access ends with the next request; nobody is told. Raises Refused.
    """
    family = {child.person_id, *_guardian_ids(child)}
    if person_id not in family:
        require(no(Refusal.NOT_IN_FAMILY))
    person = Person.objects.select_for_update().get(pk=person_id)
    person.protection = protection
    person.save(update_fields=["protection"])
    renew(child)
    return Outcome(child, {"of_child": person_id == child.person_id})


@operation(Event.OPENING_ASKED_FOR, lock="child")
def ask_for_opening(*, actor, child, holder_id, reason, today):
    """As the leader of the child's unit, say yes to a digital log at a protected address, and who may start it.

    The municipal administrator must say yes too before `holder_id` can (L-27). Raises Refused.
    """
    if not rules.is_protected(child.person.protection):
        require(no(Refusal.NOT_WAITING))
    if not reason:
        require(no(Refusal.REASON_MISSING))
    if not staff.holding_in_unit(person=holder_id, unit=child.unit_id, day=today).exists():
        require(no(Refusal.NOT_IN_UNIT))
    if ProtectedOpening.objects.filter(child=child, ended_at__isnull=True).exists():
        require(no(Refusal.ALREADY_WAITING))
    now = clock.now()
    return ProtectedOpening.objects.create(
        municipality_id=child.municipality_id,
        child=child,
        holder_id=holder_id,
        reason=reason,
        leader_id=actor.person_id,
        leader_at=now,
        asked_at=now,
    )


@operation(Event.OPENING_ANSWERED, lock="opening")
def answer_opening(*, actor, opening, approved):
    """As the municipal administrator, say yes or no to an opening that a leader has asked for (L-27). Raises Refused."""
    if opening.ended_at is not None or opening.admin_id is not None:
        require(no(Refusal.NOT_WAITING))
    require(rules.may_approve_opening(leader=opening.leader_id, admin=actor.person_id))
    opening.admin_id, opening.admin_at = actor.person_id, clock.now()
    opening.ended_at = None if approved else opening.admin_at
    opening.save(update_fields=["admin", "admin_at", "ended_at"])
    return Outcome(opening, {"approved": approved})


def use_opening(child, *, actor):
    """Let `actor` start a log for the child: for one at a protected address, what two people have said yes to, once.

    A part of the operation that starts the log. Raises Refused.
    """
    person = Person.objects.get(pk=child.person_id)
    opening = ProtectedOpening.objects.filter(child=child, ended_at__isnull=True).first()
    require(
        rules.may_start_at_protected_address(
            person.protection,
            approved_by_leader=opening is not None and opening.leader_id is not None,
            approved_by_admin=opening is not None and opening.admin_id is not None,
            is_holder=opening is not None and opening.holder_id == actor.person_id,
        )
    )
    if opening is not None:
        opening.ended_at = clock.now()
        opening.save(update_fields=["ended_at"])


@operation(Event.CONSENT_RIGHT_CHANGED, lock="child")
def set_consent_right(*, actor, child, unit_id, documentation):
    """Say who holds the right to consent: a child welfare service, by a decision that was seen, or the guardians.

    `unit_id` is None for the guardians. Raises Refused. Source: L-26, S004-02.
    """
    unit = Unit.objects.filter(pk=unit_id).first() if unit_id else None
    require(rules.may_hold_consent_right(unit and unit.kind, documentation=documentation))
    child.consent_held_by_unit = unit
    child.consent_held_document = documentation if unit else ""
    child.save(update_fields=["consent_held_by_unit", "consent_held_document"])
    renew(Child.objects.get(pk=child.pk))
    return Outcome(child, {"unit": str(unit.pk) if unit else "", "documentation": str(documentation)})


def _guardian_ids(child):
    relations = GuardianRelation.objects.filter(child=child).exclude(state=RelationState.ENDED)
    return relations.values_list("guardian_id", flat=True)
