"""When an edition of the guide may be written, sent, decided, published, and when it is due to be looked at again."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from uuid import UUID

from stafett.action_guide.enums import EDITION_STATES, IN_WORK, Decision, EditionState, Refusal
from stafett.kernel.verdict import YES, Verdict, first_no, no

LEVELS = ("0", "1", "2", "3")
MOST_STEPS = 12
LONGEST_REVIEW_DAYS = 3 * 366
REMINDED_BEFORE_DAYS = 30


def may_begin(states: Collection[str]) -> Verdict:
    """A new edition is begun when no other is in work. Source: S004-07, ADR 0028."""
    return no(Refusal.ALREADY_IN_WORK) if set(states) & set(IN_WORK) else YES


def may_write(state: str) -> Verdict:
    """The project group writes while it is a draft: what others are reading stays as it is. Source: S004-07."""
    return _is(state, EditionState.DRAFT)


def may_comment(state: str) -> Verdict:
    """The groups talk about a part until it is decided. Source: S004-08."""
    return _is(state, EditionState.DRAFT, EditionState.IN_REVIEW)


def may_send(state: str, *, changed: int, shown_steps: Mapping[str, int]) -> Verdict:
    """The steering group gets a draft with something changed, and steps on every level. Source: S004-05, S004-08."""
    return first_no(
        _moves(state, EditionState.IN_REVIEW),
        YES if changed else no(Refusal.NOTHING_CHANGED),
        *(YES if shown_steps.get(level, 0) else no(Refusal.NO_STEPS, level=level) for level in LEVELS),
        *(YES if shown_steps.get(level, 0) <= MOST_STEPS else no(Refusal.TOO_MANY_STEPS) for level in LEVELS),
    )


def may_decide(
    state: str, *, decision: str, reason: str, decided_by: UUID, writers: Collection[UUID]
) -> Verdict:
    """Approved by somebody who did not write all of it alone, or sent back with a reason. Source: S004-08, ADR 0028."""
    if decision == Decision.SEND_BACK:
        return first_no(
            _moves(state, EditionState.DRAFT), YES if reason.strip() else no(Refusal.REASON_MISSING)
        )
    alone = set(writers) <= {decided_by}
    return first_no(_moves(state, EditionState.APPROVED), no(Refusal.TWO_PEOPLE) if alone else YES)


def may_publish(state: str, *, review_by: date, today: date) -> Verdict:
    """What is approved is published, with a day to look at it again within three years. Source: S004-08, W-26."""
    ahead = timedelta(0) < review_by - today <= timedelta(days=LONGEST_REVIEW_DAYS)
    return first_no(_moves(state, EditionState.PUBLISHED), YES if ahead else no(Refusal.REVIEW_NOT_AHEAD))


def next_review(today: date) -> date:
    """A year from today, unless the municipality chooses another day. Source: W-26."""
    return today + timedelta(days=365)


def is_review_due(review_by: date, *, today: date) -> bool:
    """Whether it is time to tell the project group: a month ahead, and after. Source: W-26."""
    return review_by - today <= timedelta(days=REMINDED_BEFORE_DAYS)


def _is(state: str, *wanted: str) -> Verdict:
    return YES if state in wanted else no(Refusal.WRONG_STATE, state=_label(state))


def _moves(state: str, to: str) -> Verdict:
    allowed = to in EDITION_STATES[EditionState(state)]
    return YES if allowed else no(Refusal.WRONG_STATE, state=_label(state))


def _label(state: str) -> str:
    return str(EditionState(state).label).lower()
