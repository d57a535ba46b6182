"""Rules about counts for leaders. A part of the one table in `policy.py`, which takes `RULES` in whole. As pure as that module."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access.enums import Action, LogState, Refusal
from stafett.access.register_rules import unit_leader
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole


@dataclass(frozen=True)
class UnitFacts:
    """What the policy needs to know of a unit whose numbers somebody asks for."""

    unit_id: UUID
    area_id: UUID | None = None


@dataclass(frozen=True)
class ReminderFacts:
    """What the policy needs to know of a log whose holder a leader would remind."""

    unit_id: UUID
    log_state: str = LogState.ACTIVE


def whoever_leads(actor: Actor | None, facts: object) -> Verdict:
    """Leaders of units and areas, and the municipal administrator: the municipality's numbers, with small ones hidden.

    Source: S002-11, S002-12, L-56, ADR 0033.
    """
    leads = actor and (
        actor.led_unit_ids or actor.led_area_ids or actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    )
    return YES if leads else no(Refusal.ONLY_UNIT_LEADER)


def whoever_leads_the_unit(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit or of its area, and the municipal administrator. Source: S002-11, L-56, ADR 0033."""
    if not actor or not isinstance(facts, UnitFacts):
        return no(Refusal.ONLY_UNIT_LEADER)
    near = facts.unit_id in actor.led_unit_ids or facts.area_id in actor.led_area_ids
    leads = near or actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    return YES if leads else no(Refusal.ONLY_UNIT_LEADER)


def whoever_leads_across(actor: Actor | None, facts: object) -> Verdict:
    """The same who see the municipality's numbers: those of the municipalities that share theirs with each other.

    What is there to see is the database's word: nothing before the municipality shares its own. Source: S002-12, ADR 0042.
    """
    return whoever_leads(actor, facts)


def administrator_for_the_municipality(actor: Actor | None, facts: object) -> Verdict:
    """The municipal administrator: whether the municipality's numbers are shared, and that they are not any more.

    Source: issue E 6, L-58, ADR 0042.
    """
    runs = actor is not None and actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    return YES if runs else no(Refusal.ONLY_ADMINISTRATOR)


def leader_of_log_in_use(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit that has the baton, about a log in use: dates, never words. Source: S000-13, L-29."""
    if not actor or not isinstance(facts, ReminderFacts) or facts.unit_id not in actor.led_unit_ids:
        return no(Refusal.ONLY_UNIT_LEADER)
    closed = no(Refusal.LOG_CLOSED) if facts.log_state == LogState.CLOSED else YES
    waits = no(Refusal.LOG_NOT_STARTED) if facts.log_state == LogState.AWAITING_CONSENT else YES
    return first_no(closed, waits)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.SEE_NUMBERS: whoever_leads,
    Action.SEE_UNIT_NUMBERS: whoever_leads_the_unit,
    Action.SEE_NATIONAL_NUMBERS: whoever_leads_across,
    Action.SHARE_NUMBERS: administrator_for_the_municipality,
    Action.SEE_LEADERS_DAY: unit_leader,
    Action.REMIND_HOLDER: leader_of_log_in_use,
}
