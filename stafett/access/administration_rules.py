"""Rules about units, staff lists, settings and integrations of a municipality. A part of the one table in `policy.py`, which takes `RULES` in whole. As pure as that module."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access import machine_rules
from stafett.access.enums import Action, Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole

LEADERS_KEEP = (EmploymentRole.STAFF, EmploymentRole.RESOURCE_PERSON)


@dataclass(frozen=True)
class StaffListFacts:
    """What the policy needs to know of a staff list: whose unit it is."""

    unit_id: UUID


@dataclass(frozen=True)
class EmploymentFacts:
    """What the policy needs to know of an employment: where, as what, and who it is."""

    unit_id: UUID
    role: str
    person_id: UUID


def keeps_lists(actor: Actor | None, facts: object) -> Verdict:
    """The municipal administrator, and whoever leads a unit: the lists they keep. Source: S000-07, domain 3.2 (C1)."""
    if actor is not None and (_runs(actor) or actor.led_unit_ids):
        return YES
    return no(Refusal.ONLY_UNIT_LEADER)


def runs_the_system(actor: Actor | None, facts: object) -> Verdict:
    """The municipal administrator: units, whole lists, settings. Source: domain 3.2 (C1), ADR 0045."""
    return YES if actor is not None and _runs(actor) else no(Refusal.ONLY_ADMINISTRATOR)


def keeps_the_list(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit whose list it is, and the municipal administrator. Source: S000-07, L-29, L-61."""
    if actor is None or not isinstance(facts, StaffListFacts | EmploymentFacts):
        return no(Refusal.ONLY_UNIT_LEADER)
    return YES if _runs(actor) or facts.unit_id in actor.led_unit_ids else no(Refusal.ONLY_UNIT_LEADER)


def keeps_the_post(actor: Actor | None, facts: object) -> Verdict:
    """The administrator about every post, the leader about staff and resource persons; nobody about their own.

    Source: domain 3.2 (C1), S000-07, ADR 0045.
    """
    if actor is None or not isinstance(facts, EmploymentFacts) or facts.person_id == actor.person_id:
        return no(Refusal.NOT_FOR_YOU)
    if not _runs(actor) and facts.role not in LEADERS_KEEP:
        return no(Refusal.ONLY_ADMINISTRATOR)
    return keeps_the_list(actor, facts)


def _runs(actor: Actor) -> bool:
    return actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    **machine_rules.RULES,
    Action.SEE_STAFF_LISTS: keeps_lists,
    Action.KEEP_UNITS: runs_the_system,
    Action.KEEP_STAFF_LIST: keeps_the_list,
    Action.SEE_EMPLOYMENT: keeps_the_list,
    Action.CHANGE_EMPLOYMENT: keeps_the_post,
    Action.IMPORT_STAFF: runs_the_system,
    Action.SET_UP_MUNICIPALITY: runs_the_system,
}
