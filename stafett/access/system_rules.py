"""Rules about system meetings. A part of the one table in `policy.py`, which takes `RULES` in whole. As pure as that module."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access.enums import Action, Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor


@dataclass(frozen=True)
class SystemFacts:
    """What the policy needs to know of a unit's system meeting, of a proposal to it, or of the unit itself.

    `attendee_ids`: persons who are invited and not taken off the list. `own_ids`: whose proposal it is, or who evaluates
    the measure.
    """

    unit_id: UUID
    leader_id: UUID | None = None
    writer_id: UUID | None = None
    attendee_ids: frozenset[UUID] = frozenset()
    own_ids: frozenset[UUID] = frozenset()


def in_a_unit_or_service(actor: Actor | None, facts: object) -> Verdict:
    """Employees of kindergartens, schools and support services. Source: S002-05, S002-08."""
    return YES if actor and actor.works_with_children else no(Refusal.ONLY_STAFF)


def leader_of_the_unit(actor: Actor | None, facts: object) -> Verdict:
    """Styrer or rektor decides what is taken up in the unit's meeting, and plans it. Source: S002-07, S002-13."""
    return YES if _leads(actor, facts) else no(Refusal.ONLY_MEETING_LEADER)


def those_it_concerns(actor: Actor | None, facts: object) -> Verdict:
    """Whoever is invited, and whoever works in the unit: it is about how they all work. Source: S002-13, S002-34."""
    if not actor or not isinstance(facts, SystemFacts):
        return no(Refusal.NOT_FOR_YOU)
    is_asked = actor.is_staff and actor.person_id in facts.attendee_ids
    return YES if is_asked or facts.unit_id in actor.unit_ids else no(Refusal.NOT_FOR_YOU)


def invited(actor: Actor | None, facts: object) -> Verdict:
    """Whoever is invited answers and prepares for themselves. Source: S002-13."""
    if not actor or not actor.is_staff or not isinstance(facts, SystemFacts):
        return no(Refusal.NOT_INVITED)
    return YES if actor.person_id in facts.attendee_ids else no(Refusal.NOT_INVITED)


def keepers(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads the meeting or writes in it. Source: S002-28, S002-29."""
    is_writer = actor is not None and isinstance(facts, SystemFacts) and actor.person_id == facts.writer_id
    writes = is_writer and actor is not None and actor.is_staff
    return YES if _leads(actor, facts) or writes else no(Refusal.ONLY_KEEPERS)


def at_the_table(actor: Actor | None, facts: object) -> Verdict:
    """Whoever is invited follows the meeting and speaks in turn; whoever leads or writes too. Source: S002-17, S002-22."""
    return YES if invited(actor, facts) or keepers(actor, facts) else no(Refusal.NOT_INVITED)


def the_proposer(actor: Actor | None, facts: object) -> Verdict:
    """Whoever proposed it, as long as they are employed. Source: S002-05."""
    return YES if _is_own(actor, facts) else no(Refusal.NOT_FOR_YOU)


def leader_or_evaluator(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads the unit, and whoever is to evaluate the measure. Source: S002-33, S002-36, S002-37."""
    return YES if _leads(actor, facts) or _is_own(actor, facts) else no(Refusal.ONLY_EVALUATORS)


def works_in_the_unit(actor: Actor | None, facts: object) -> Verdict:
    """Everybody who works in the unit learns from what it has tried. Source: S002-36, issue F 3."""
    works = actor is not None and isinstance(facts, SystemFacts) and facts.unit_id in actor.unit_ids
    return YES if works else no(Refusal.NOT_FOR_YOU)


def _leads(actor: Actor | None, facts: object) -> bool:
    """Leads the unit today; or leads this meeting, and still works in the unit."""
    if not actor or not isinstance(facts, SystemFacts):
        return False
    holds_meeting = actor.person_id == facts.leader_id and facts.unit_id in actor.unit_ids
    return facts.unit_id in actor.led_unit_ids or holds_meeting


def _is_own(actor: Actor | None, facts: object) -> bool:
    return (
        actor is not None
        and actor.is_staff
        and isinstance(facts, SystemFacts)
        and actor.person_id in facts.own_ids
    )


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.SEE_SYSTEM_MEETINGS: in_a_unit_or_service,
    Action.PROPOSE_TOPIC: in_a_unit_or_service,
    Action.WITHDRAW_PROPOSAL: the_proposer,
    Action.DECIDE_TOPIC: leader_of_the_unit,
    Action.PLAN_SYSTEM_MEETING: leader_of_the_unit,
    Action.VIEW_SYSTEM_MEETING: those_it_concerns,
    Action.ANSWER_SYSTEM_MEETING: invited,
    Action.LOOK_BACK_ON_SYSTEM_MEETING: keepers,
    Action.SIGN_SYSTEM_MINUTES: leader_of_the_unit,
    Action.FOLLOW_SYSTEM_MEASURE: leader_or_evaluator,
    Action.RUN_SYSTEM_MEETING: keepers,
    Action.SIT_IN_SYSTEM_MEETING: at_the_table,
    Action.SEE_SYSTEM_LEARNING: works_in_the_unit,
}
