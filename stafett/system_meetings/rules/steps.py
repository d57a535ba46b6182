"""The way through a system meeting: the seven steps, who must be there, and what must be settled before going on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.system_meetings.enums.kinds import AgreedAs, MeasureForm, MeetingStep
from stafett.system_meetings.enums.refusals import Refusal
from stafett.system_meetings.enums.states import MeetingState

STEPS = tuple(MeetingStep)
ROUNDS = (MeetingStep.QUESTIONS, MeetingStep.FACTORS, MeetingStep.MEASURES)  # where everybody has a turn
FEWEST = 3  # who lead, keep watch and take part
LONGEST_TRIAL = timedelta(days=366)


@dataclass(frozen=True)
class Come:
    """How far a meeting has come, as its rules ask.

    `waiting`: how many of those there have neither had the floor nor passed in the round of the step. `open_factors`: those
    nobody has said whether one can do something about. `settled`: the agreement is concluded as it stands now.
    """

    has_track_keeper: bool = True
    challenge: str = ""
    waiting: int = 0
    settled: bool = False
    open_factors: int = 0
    influenced: int = 0
    chosen: int = 0
    ideas: int = 0


@dataclass(frozen=True)
class Decided:
    """The one measure that is decided on, as it was filled in. `meets_at`: when the unit and the service meet about it."""

    has_idea: bool
    form: str
    has_partner: bool
    meets_at: datetime | None
    evaluate_on: date | None
    evaluator: str
    method: str


def number_of(step: str) -> int:
    """The number of a step, from 1 to 7. Source: S002-14..25."""
    return STEPS.index(MeetingStep(step)) + 1


def step_after(step: str) -> MeetingStep:
    """The next step; the summary is the last. Source: S002-02."""
    return STEPS[min(number_of(step), len(STEPS) - 1)]


def step_before(step: str) -> MeetingStep:
    """The step before, for what is looked at anew; the first has none before it. Source: issue F."""
    return STEPS[max(number_of(step) - 2, 0)]


def farthest(reached: str, step: str) -> str:
    """Which of two steps comes later. Source: ours."""
    return max(reached, step, key=lambda each: STEPS.index(MeetingStep(each)) if each else -1)


def may_open(
    state: str,
    *,
    challenge: str,
    there: Collection[UUID],
    leader: UUID | None,
    writer: UUID | None,
    presenter: UUID | None,
    track_keeper: UUID | None,
) -> Verdict:
    """A meeting begins with a challenge, those who lead, write and tell of it in the room, and a viddevakt besides the leader.

    `there` and the roles are ids of seats. Source: S002-04, S002-14, S002-15, S002-16; ADR 0034 for who may keep watch.
    """
    if state != MeetingState.PLANNED:
        return no(Refusal.NOT_PLANNED)
    if not challenge.strip():
        return no(Refusal.NO_CHALLENGE)
    if len(there) < FEWEST:
        return no(Refusal.TOO_FEW_THERE)
    return first_no(
        YES if leader in there else no(Refusal.LEADER_NOT_THERE),
        may_have_roles(
            there=there, leader=leader, writer=writer, presenter=presenter, track_keeper=track_keeper
        ),
    )


def may_have_roles(
    *,
    there: Collection[UUID],
    leader: UUID | None,
    writer: UUID | None,
    presenter: UUID | None,
    track_keeper: UUID | None,
) -> Verdict:
    """Whoever has a task is there; the leader does not keep watch over their own meeting. Source: S002-15, S002-16, ADR 0034."""
    if writer not in there:
        return no(Refusal.WRITER_NOT_THERE)
    if presenter not in there:
        return no(Refusal.PRESENTER_NOT_THERE)
    if track_keeper not in there:
        return no(Refusal.NO_TRACK_KEEPER)
    return no(Refusal.LEADER_KEEPS_WATCH) if track_keeper == leader else YES


def may_write(state: str, *, step: str, at: str) -> Verdict:
    """The meeting is under way, and the page shows the step it has come to. Source: ours for two in different steps."""
    if state != MeetingState.UNDER_WAY:
        return no(Refusal.NOT_UNDER_WAY)
    return YES if step == at else no(Refusal.ANOTHER_STEP)


def may_go_on(step: str, come: Come) -> Verdict:
    """What the structure says must be done in a step is done before the next.

    The viddevakt is there; in a round everybody has had their turn or passed; those there have concluded what the challenge
    is; at least one factor is one they can do something about, one is chosen, and there is an idea for it.
    Source: S002-15, S002-17, S002-19, S002-21, S002-22, S002-23, S002-24.
    """
    return first_no(
        YES if come.has_track_keeper else no(Refusal.NO_TRACK_KEEPER),
        no(Refusal.SOME_WAIT, count=come.waiting) if step in ROUNDS and come.waiting else YES,
        _settled_in(step, come),
    )


def may_agree(agreed_as: str, text: str, *, all_agree: bool) -> Verdict:
    """Those there say what the challenge is now, and that they agree on it. Source: S002-18, S002-19."""
    if agreed_as not in AgreedAs.values:
        return no(Refusal.HOW_IT_IS_NOW)
    if not text.strip():
        return no(Refusal.AGREEMENT_EMPTY)
    return YES if all_agree else no(Refusal.NOT_AGREED)


def may_decide(decided: Decided, *, now: datetime, today: date) -> Verdict:
    """The unit tries one measure first, and it is said when, by whom and how it is evaluated. Where a support service
    helps, it is said which, and when they meet about it.

    Source: S002-25, S002-26, S002-27, S002-33.
    """
    if not decided.has_idea:
        return no(Refusal.NO_MEASURE_CHOSEN)
    if decided.form not in MeasureForm.values:
        return no(Refusal.FORM_MISSING)
    helped = decided.form in (MeasureForm.INFORMS, MeasureForm.COMPETENCE)
    if helped and not decided.has_partner:
        return no(Refusal.PARTNER_MISSING)
    if helped and decided.meets_at is None:
        return no(Refusal.APPOINTMENT_MISSING)
    if decided.meets_at is not None and decided.meets_at <= now:
        return no(Refusal.APPOINTMENT_PASSED)
    if decided.evaluate_on is None or not today < decided.evaluate_on <= today + LONGEST_TRIAL:
        return no(Refusal.EVALUATION_DAY)
    if not decided.evaluator:
        return no(Refusal.EVALUATOR_MISSING)
    return YES if decided.method.strip() else no(Refusal.METHOD_MISSING)


def _settled_in(step: str, come: Come) -> Verdict:
    if step == MeetingStep.CHALLENGE and not come.challenge.strip():
        return no(Refusal.NO_CHALLENGE)
    if step == MeetingStep.STATUS_QUO and not come.settled:
        return no(Refusal.NOT_AGREED)
    if step == MeetingStep.FACTORS:
        return _factors(come)
    if step == MeetingStep.MEASURES:
        return (
            YES
            if come.chosen and come.ideas
            else no(Refusal.NO_FACTOR_CHOSEN if not come.chosen else Refusal.NO_IDEA)
        )
    return YES


def _factors(come: Come) -> Verdict:
    if come.open_factors:
        return no(Refusal.FACTORS_NOT_TALKED_ABOUT, count=come.open_factors)
    return YES if come.influenced else no(Refusal.NO_SYSTEM_FACTOR)
