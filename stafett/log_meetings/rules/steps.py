"""The way through a meeting: which steps it has, who must be there, how far it has come, and when it is done."""

from collections.abc import Collection, Sequence
from uuid import UUID

from stafett.kernel.verdict import YES, Verdict, no
from stafett.log_meetings.enums import MeetingKind, MeetingState, MeetingStep, Refusal

_STEPS = {
    MeetingKind.FIRST: (
        MeetingStep.CONCERN, MeetingStep.ANALYSIS, MeetingStep.GOAL, MeetingStep.MEASURES, MeetingStep.DATES,
        MeetingStep.SUMMARY,
    ),
    MeetingKind.FOLLOW_UP: (
        MeetingStep.EVALUATION, MeetingStep.MEASURES, MeetingStep.DATES, MeetingStep.SUMMARY,
    ),
}  # fmt: skip


def steps_of(kind: str) -> tuple[MeetingStep, ...]:
    """A first meeting walks from what we pay attention to, to dates; a follow-up begins with how it has gone.

    Source: S003-42..46, S003-54, S001-42.
    """
    return _STEPS[MeetingKind(kind)]


def step_after(kind: str, step: str) -> MeetingStep:
    """The next step; the summary is the last. Source: S003-42..46."""
    steps = steps_of(kind)
    return steps[min(steps.index(MeetingStep(step)) + 1, len(steps) - 1)]


def step_before(kind: str, step: str) -> MeetingStep:
    """The step before, for whoever wants to change something; the first has none before it. Source: ours."""
    steps = steps_of(kind)
    return steps[max(steps.index(MeetingStep(step)) - 1, 0)]


def may_write(state: str, *, step: str, at: str) -> Verdict:
    """Words are put into the step the meeting has come to, as long as it is under way.

    `at` is the step the page was opened on. Source: S003-55; ours for two writers in different steps.
    """
    if state != MeetingState.UNDER_WAY:
        return no(Refusal.NOT_UNDER_WAY)
    return YES if step == at else no(Refusal.ANOTHER_STEP)


def may_open(
    state: str,
    *,
    there: Collection[UUID],
    writer_id: UUID,
    child_is_due: bool,
    child_reason: str,
    is_another_open: bool = False,
) -> Verdict:
    """A meeting begins when we know who is there; a child who should be there and is not, has a reason.

    `there` are person ids. `child_is_due`: the child is invited or in school, and is not there. A log has one meeting
    going on at a time.
    Source: S001-29, S003-57; ours for one at a time.
    """
    if state != MeetingState.PLANNED:
        return no(Refusal.NOT_NOW)
    if is_another_open:
        return no(Refusal.ANOTHER_OPEN)
    if len(there) < 2:
        return no(Refusal.NOBODY_THERE)
    if writer_id not in there:
        return no(Refusal.WRITER_NOT_THERE)
    return no(Refusal.CHILD_ABSENT) if child_is_due and not child_reason.strip() else YES


def may_confirm(state: str, *, was_there: bool, is_own: bool, keeps_minutes: bool) -> Verdict:
    """Those who were there confirm, each for themselves; whoever leads or writes notes it for others at the table.

    Source: S003-56.
    """
    if state != MeetingState.TO_CONFIRM:
        return no(Refusal.NOT_TO_CONFIRM)
    if not was_there:
        return no(Refusal.WAS_NOT_THERE)
    return YES if is_own or keeps_minutes else no(Refusal.NOT_FOR_OTHERS)


def is_confirmed(there: Collection[UUID], answers: Sequence[tuple[UUID, bool]]) -> bool:
    """Whether everyone who was there has said yes; the newest answer of each counts.

    `answers` are (person, agrees), oldest first. Source: S003-56.
    """
    newest = dict(answers)
    return bool(there) and all(newest.get(person, False) for person in there)
