"""Two persons dispose of something: one proposes, another approves, and not for ever after (ADR 0043)."""

from datetime import date
from uuid import UUID

from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.retention.enums import DISPOSAL_STATES, DisposalState, Refusal

VALID_DAYS = 30


def may_become(state: str, new: str) -> bool:
    """Whether a disposal may go from one state to another. Source: ADR 0043."""
    return DisposalState(new) in DISPOSAL_STATES[DisposalState(state)]


def may_approve(
    state: str, *, proposed_by: UUID, person_id: UUID | None, expires_on: date, today: date
) -> Verdict:
    """Somebody else than whoever proposed says yes or no, while the list waits and its days are not over.

    Source: L-52, ADR 0043: what cannot be undone takes two.
    """
    return first_no(
        YES if state == DisposalState.PROPOSED else no(Refusal.NOT_WAITING),
        no(Refusal.SAME_PERSON) if person_id is None or person_id == proposed_by else YES,
        YES if today <= expires_on else no(Refusal.TOO_LATE),
    )


def may_withdraw(state: str) -> Verdict:
    """A list that waits may be withdrawn by whoever proposed it. Source: ADR 0043."""
    return YES if state == DisposalState.PROPOSED else no(Refusal.NOT_WAITING)
