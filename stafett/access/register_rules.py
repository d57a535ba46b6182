"""Rules about what no log is part of: units and areas, children and guardians in the register, and the trail.

A part of the one table in `policy.py`. As pure as that module.
"""

from dataclasses import dataclass
from uuid import UUID

from stafett.access.enums import Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole


@dataclass(frozen=True)
class RelationFacts:
    """What the policy needs to know of a guardian relation that waits to be confirmed, and of who proposed it."""

    unit_id: UUID
    registered_by_id: UUID | None
    proposed_by_leader: bool = False


@dataclass(frozen=True)
class ChildFacts:
    """What the policy needs to know of a child whose guardians, protection or right to consent somebody looks after."""

    unit_id: UUID


@dataclass(frozen=True)
class OpeningFacts:
    """What the policy needs to know of an opening at a protected address: the leader who has said yes."""

    leader_id: UUID | None


def unit_leader(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads a unit, about its logs: who holds them and when, never what stands in them. Source: S000-07, L-29."""
    return YES if actor and actor.led_unit_ids else no(Refusal.ONLY_UNIT_LEADER)


def area_leader(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads an area: numbers for each unit, and no child. Source: S000-07, L-56, ADR 0022."""
    return YES if actor and actor.led_area_ids else no(Refusal.ONLY_AREA_LEADER)


def other_unit_leader(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the child's unit, who did not propose the relation: two people look at it. Where the leader proposed
    it, the municipal administrator may be the second.

    Source: L-24, ADR 0023.
    """
    if not actor or not isinstance(facts, RelationFacts):
        return no(Refusal.ONLY_UNIT_LEADER)
    stands_in = facts.proposed_by_leader and actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    if facts.unit_id not in actor.led_unit_ids and not stands_in:
        return no(Refusal.ONLY_UNIT_LEADER)
    return no(Refusal.NOT_FOR_YOU) if facts.registered_by_id == actor.person_id else YES


def leader_or_administrator(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads a unit or runs the municipality's system, about what waits for them. Source: L-24, L-27."""
    if actor and actor.has_role(EmploymentRole.MUNICIPAL_ADMIN):
        return YES
    return unit_leader(actor, facts)


def leader_of_the_childs_unit(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the child's unit, about guardians, protection and the right to consent. Source: L-20, L-21, L-25..L-27."""
    if not actor or not isinstance(facts, ChildFacts):
        return no(Refusal.ONLY_UNIT_LEADER)
    return YES if facts.unit_id in actor.led_unit_ids else no(Refusal.ONLY_UNIT_LEADER)


def administrator_as_second(actor: Actor | None, facts: object) -> Verdict:
    """The municipal administrator, who is not the leader that has said yes already. Source: L-27."""
    if not actor or not actor.has_role(EmploymentRole.MUNICIPAL_ADMIN) or not isinstance(facts, OpeningFacts):
        return no(Refusal.NOT_FOR_YOU)
    return no(Refusal.NOT_FOR_YOU) if facts.leader_id == actor.person_id else YES


def privacy_officer(actor: Actor | None, facts: object) -> Verdict:
    """The personvernombud, who sees who, when and what, and never what stands in a log. Source: L-50, L-60, SEC-08."""
    may_look = actor is not None and actor.has_role(EmploymentRole.PRIVACY_OFFICER)
    return YES if may_look else no(Refusal.ONLY_PRIVACY_OFFICER)
