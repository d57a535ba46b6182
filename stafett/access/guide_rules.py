"""Rules about a municipality's own guide: who drafts, who approves, and who says who they are.

A part of the one table in `policy.py`, by way of `municipal_rules.py`. As pure as those modules.
"""

from collections.abc import Callable
from dataclasses import dataclass

from stafett.access.enums import Action, Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole

PROJECT, STEERING = "project", "steering"


@dataclass(frozen=True)
class GuideFacts:
    """What the policy needs to know of somebody and the guide that is worked with: the groups they are in today."""

    groups: frozenset[str] = frozenset()


def project_group(actor: Actor | None, facts: object) -> Verdict:
    """The project group, as long as they are employed: it drafts the guide. Source: S004-07, S004-14."""
    return YES if _is_in(actor, facts, PROJECT) else no(Refusal.ONLY_PROJECT_GROUP)


def steering_group(actor: Actor | None, facts: object) -> Verdict:
    """The steering group, as long as they are employed: it gives feedback or approves. Source: S004-08, S004-14."""
    return YES if _is_in(actor, facts, STEERING) else no(Refusal.ONLY_STEERING_GROUP)


def guide_groups(actor: Actor | None, facts: object) -> Verdict:
    """Both groups: they read drafts and talk about them. Source: S004-07, S004-08."""
    return YES if _is_in(actor, facts, PROJECT, STEERING) else no(Refusal.NOT_FOR_YOU)


def guide_employees(actor: Actor | None, facts: object) -> Verdict:
    """Employees: how far the work with the guide has come, and not its drafts. Source: S004-02, S004-07."""
    return YES if actor and actor.is_staff else no(Refusal.ONLY_STAFF)


def guide_administrator(actor: Actor | None, facts: object) -> Verdict:
    """The municipal administrator says who is in the groups, and is in none by that. Source: S004-14."""
    runs = actor is not None and actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    return YES if runs else no(Refusal.ONLY_ADMINISTRATOR)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.SEE_GUIDE_WORK: guide_employees,
    Action.READ_GUIDE_DRAFT: guide_groups,
    Action.EDIT_GUIDE: project_group,
    Action.REVIEW_GUIDE: steering_group,
    Action.EXCHANGE_GUIDE: project_group,
    Action.MANAGE_GUIDE_GROUPS: guide_administrator,
}


def _is_in(actor: Actor | None, facts: object, *groups: str) -> bool:
    is_employed = actor is not None and actor.is_staff
    return is_employed and isinstance(facts, GuideFacts) and bool(facts.groups & set(groups))
