"""Rules about what is kept, stopped and disposed of. A part of the one table in `policy.py`, which takes `RULES` in whole.

As pure as that module.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access.archive_rules import archivist
from stafett.access.enums import Action, Refusal
from stafett.access.register_rules import privacy_officer
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole

KEEPERS = (EmploymentRole.ARCHIVIST, EmploymentRole.PRIVACY_OFFICER)


@dataclass(frozen=True)
class DisposalFacts:
    """What the policy needs to know of a list of logs to dispose of: who proposed it."""

    proposed_by_id: UUID


def keeper_of_records(actor: Actor | None, facts: object) -> Verdict:
    """The archivist and personvernombudet: what is due, held and disposed of, without names. Source: L-52, ADR 0043."""
    keeps = actor is not None and any(actor.has_role(role) for role in KEEPERS)
    return YES if keeps else no(Refusal.ONLY_KEEPERS_OF_RECORDS)


def another_keeper_of_records(actor: Actor | None, facts: object) -> Verdict:
    """An archivist or personvernombudet, about a list that somebody else proposed. Source: L-52, ADR 0043."""
    own = actor and isinstance(facts, DisposalFacts) and facts.proposed_by_id == actor.person_id
    return first_no(keeper_of_records(actor, facts), no(Refusal.SOMEBODY_ELSE_DECIDES) if own else YES)


def proposer(actor: Actor | None, facts: object) -> Verdict:
    """The archivist who proposed the list. Source: ADR 0043."""
    own = actor and isinstance(facts, DisposalFacts) and facts.proposed_by_id == actor.person_id
    return first_no(archivist(actor, facts), YES if own else no(Refusal.ONLY_PROPOSER))


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.SEE_RETENTION: keeper_of_records,
    Action.KEEP_RETENTION_RULES: archivist,
    Action.HOLD_LOG: keeper_of_records,
    Action.HOLD_CHILD: privacy_officer,
    Action.PROPOSE_DISPOSAL: archivist,
    Action.DECIDE_DISPOSAL: another_keeper_of_records,
    Action.WITHDRAW_DISPOSAL: proposer,
}
