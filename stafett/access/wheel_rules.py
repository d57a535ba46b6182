"""Rules about the annual wheel, courses and self-assessment. A part of the one table in `policy.py`, which takes `RULES` in whole. As pure as that module."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access import course_rules
from stafett.access.enums import Action, Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole


@dataclass(frozen=True)
class WheelFacts:
    """What the policy needs to know of a wheel or a task in one: its unit, the area that is in, and whether the task is one
    that resource persons do."""

    unit_id: UUID
    area_id: UUID | None = None
    is_for_colleagues: bool = False


def wheel_anybody(actor: Actor | None, facts: object) -> Verdict:
    """Anyone with the secret address, which says only when there is something to do. Source: S000-20, ADR 0031."""
    return YES


def wheel_readers(actor: Actor | None, facts: object) -> Verdict:
    """Whoever works among children, leads an area or runs the system: to find the wheels they reach. Source: S000-22."""
    if actor and (actor.works_with_children or actor.led_area_ids):
        return YES
    runs = actor is not None and actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    return YES if runs else no(Refusal.ONLY_STAFF)


def wheel_of_own_unit(actor: Actor | None, facts: object) -> Verdict:
    """Everybody who works in the unit, the leader of its area, and the administrator: it is a plan, about no child.

    Source: S000-01, S000-22.
    """
    if not actor or not isinstance(facts, WheelFacts):
        return no(Refusal.NOT_FOR_YOU)
    near = facts.unit_id in actor.unit_ids or facts.area_id in actor.led_area_ids
    return YES if near or actor.has_role(EmploymentRole.MUNICIPAL_ADMIN) else no(Refusal.NOT_FOR_YOU)


def wheel_leader(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit, who opens the year and decides its tasks. Source: S000-07, S000-10, S000-23."""
    leads = actor is not None and isinstance(facts, WheelFacts) and facts.unit_id in actor.led_unit_ids
    return YES if leads else no(Refusal.ONLY_UNIT_LEADER)


def wheel_doer(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit, and its resource persons for what is theirs to do. Source: S000-06, S000-23, S001-15."""
    if actor and isinstance(facts, WheelFacts) and facts.is_for_colleagues:
        role = EmploymentRole.RESOURCE_PERSON
        if any(post.role == role and post.unit_id == facts.unit_id for post in actor.posts):
            return YES
    return wheel_leader(actor, facts)


def wheel_keepers_of_common(actor: Actor | None, facts: object) -> Verdict:
    """The administrator, and whoever leads an area: tasks for every unit of a kind. Source: S000-01, S000-22."""
    runs = actor is not None and (actor.has_role(EmploymentRole.MUNICIPAL_ADMIN) or bool(actor.led_area_ids))
    return YES if runs else no(Refusal.ONLY_ADMINISTRATOR)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    **course_rules.RULES,
    Action.LIST_WHEELS: wheel_readers,
    Action.READ_WHEEL: wheel_of_own_unit,
    Action.LEAD_WHEEL: wheel_leader,
    Action.DO_WHEEL_TASK: wheel_doer,
    Action.KEEP_COMMON_TASKS: wheel_keepers_of_common,
    Action.READ_CALENDAR_FEED: wheel_anybody,
}
