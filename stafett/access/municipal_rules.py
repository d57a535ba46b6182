"""Rules about what the municipality keeps for everybody and no log is part of: the toolbox, services, news, the roll-out.

A part of the one table in `policy.py`, which takes `RULES` in whole. As pure as that module.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access import guide_rules
from stafett.access.enums import Action, Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole


@dataclass(frozen=True)
class DocumentFacts:
    """What the policy needs to know of a document in the toolbox: who looks after it."""

    owner_id: UUID


def everybody(actor: Actor | None, facts: object) -> Verdict:
    """Anyone, logged in or not: it holds nothing about anybody. Source: S003-13, W-07, S004-01, L-70."""
    return YES


def employees(actor: Actor | None, facts: object) -> Verdict:
    """Employees of the municipality: former versions, and what they look after themselves. Source: S003-13."""
    return YES if actor and actor.is_staff else no(Refusal.ONLY_STAFF)


def administrator(actor: Actor | None, facts: object) -> Verdict:
    """The municipal administrator, about what everybody reads. Source: S003-12, S003-13, S004-01, S004-04."""
    runs = actor is not None and actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)
    return YES if runs else no(Refusal.ONLY_ADMINISTRATOR)


def owner_or_administrator(actor: Actor | None, facts: object) -> Verdict:
    """Whoever looks after the document, as long as they are employed, and the administrator. Source: S003-13, issue D 4."""
    if actor and actor.is_staff and isinstance(facts, DocumentFacts) and facts.owner_id == actor.person_id:
        return YES
    return administrator(actor, facts) if isinstance(facts, DocumentFacts) else no(Refusal.NOT_FOR_YOU)


def leaders_and_administrator(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads a unit or an area, and the administrator: how far the roll-out has come. Source: S004-04."""
    leads = actor is not None and bool(actor.led_unit_ids or actor.led_area_ids)
    return YES if leads else administrator(actor, facts)


def readers_of_help(actor: Actor | None, facts: object) -> Verdict:
    """Anyone, logged in or not: help is about pages, never about anybody. Source: S003-24, W-03."""
    return YES


def whoever_is_logged_in(actor: Actor | None, facts: object) -> Verdict:
    """Anyone who is logged in: the tour of the pages they have. Source: W-03."""
    return YES if actor else no(Refusal.NOT_FOR_YOU)


def keeper_of_the_record(actor: Actor | None, facts: object) -> Verdict:
    """Personvernombudet and the administrator: the record of what is processed, and the assessment of its risks.

    Source: L-01, L-57, L-58, art. 30, art. 35.
    """
    keepers = (EmploymentRole.PRIVACY_OFFICER, EmploymentRole.MUNICIPAL_ADMIN)
    keeps = actor is not None and any(actor.has_role(role) for role in keepers)
    return YES if keeps else no(Refusal.ONLY_PRIVACY_OFFICER)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.READ_STATEMENTS: everybody,
    Action.SEE_PROCESSING_RECORD: keeper_of_the_record,
    Action.SEE_ASSESSMENT: keeper_of_the_record,
    Action.READ_TOOLBOX: everybody,
    Action.READ_NEWS: everybody,
    Action.READ_FORMER_VERSIONS: employees,
    Action.SEE_OWN_DOCUMENTS: employees,
    Action.CARE_FOR_DOCUMENT: owner_or_administrator,
    Action.EDIT_TOOLBOX: administrator,
    Action.EDIT_NEWS: administrator,
    Action.SEE_ROLL_OUT: leaders_and_administrator,
    Action.SET_PHASE: administrator,
    Action.READ_HELP: readers_of_help,
    Action.TAKE_TOUR: whoever_is_logged_in,
    **guide_rules.RULES,
}
