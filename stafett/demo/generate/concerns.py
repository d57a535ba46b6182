"""A concern with goal, analysis, measures, evaluations and staircase, in whatever state the recipe gives it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from stafett.demo.generate import texts
from stafett.demo.generate.draw import Draw, as_json, hyphened
from stafett.demo.generate.loading import Rows
from stafett.demo.generate.story import Act, Story
from stafett.demo.generate.tables import (
    CONCERN,
    EVALUATION,
    FACTOR,
    GOAL,
    LADDER,
    MEASURE,
    OWNER,
    STEP,
)
from stafett.demo.generate.town import Employee
from stafett.kernel.clock import today_in_norway
from stafett.relay_log.enums import (
    Arena,
    ConcernState,
    EvaluationForm,
    EvaluationOption,
    Event,
    Informed,
    MeasureState,
    OwnerKind,
    Smarte,
    StepState,
    TookPart,
)
from stafett.relay_log.rules.measures import default_evaluate_by

ARENAS = (Arena.SERVICE, Arena.HOME, Arena.CHILD, Arena.SERVICE)  # of a concern's first, second, ... measure
OWNER_OF = {
    Arena.SERVICE: OwnerKind.BATON_HOLDER,
    Arena.HOME: OwnerKind.GUARDIANS,
    Arena.CHILD: OwnerKind.CHILD,
}
OUTCOMES = (EvaluationOption.EFFECT, EvaluationOption.EFFECT_CONTINUED, EvaluationOption.SOME_EFFECT)
FINISHED = (ConcernState.ACHIEVED, ConcernState.ENDED)
PRIVATE = (ConcernState.DRAFT,)
NOT_STARTED = (ConcernState.DRAFT, ConcernState.SHARED)
ENDED_REASON = "Familien og vi er enige om å bruke kreftene på noe annet nå."


@dataclass(frozen=True)
class Pen:
    """What it takes to write in one log: where rows go, chance, the story, the log's id and its holder."""

    load: Rows
    draw: Draw
    story: Story
    log_id: str
    holder: Employee


class Measure:
    """A measure on its way: planned, then under way, then perhaps evaluated."""

    def __init__(self, measure_id: str, nth: int) -> None:
        self.id, self.nth = measure_id, nth
        self.arena = ARENAS[nth % len(ARENAS)]
        self.made_at: datetime | None = None
        self.evaluated_at: datetime | None = None


class Concern:
    """A concern on its way. Acts set its times; `write` makes the rows when all is done."""

    def __init__(self, pen: Pen, state: ConcernState, theme: texts.Theme) -> None:
        self._load, self._draw, self._story = pen.load, pen.draw, pen.story
        self._log_id, self._holder, self._theme = pen.log_id, pen.holder, theme
        self.state = state
        self.id = pen.draw.id()
        self.measures: list[Measure] = []
        self._drafted_at = self._shared_at = self._ended_at = None

    def opening(self, measures: int) -> list[Act]:
        """From private draft until the work is under way, with so many measures."""
        self.measures = [Measure(self._draw.id(), nth) for nth in range(measures)]
        acts: list[Act] = [self._draft, *(partial(self._add, measure) for measure in self.measures)]
        if self.state not in PRIVATE:
            acts.append(self._share)
        if self.state not in NOT_STARTED:
            acts.append(self._activate)
        return acts

    def evaluations(self, most: int) -> list[Act]:
        """At most so many evaluations; of every measure when the concern is finished, of none before it starts."""
        if self.state in NOT_STARTED:
            return []
        number = len(self.measures) if self.state in FINISHED else min(most, len(self.measures))
        return [partial(self._evaluate, measure) for measure in self.measures[:number]]

    def ending(self) -> list[Act]:
        """Reached or ended, when the recipe says so."""
        return [self._finish] if self.state in FINISHED else []

    def ladder(self) -> list[Act]:
        """A staircase, shaped with the child."""
        return [] if self.state in (*NOT_STARTED, *FINISHED) else [self._shape]

    def write(self, participants: tuple[Employee, ...]) -> None:
        """The rows of the concern and all under it, as it stands at last."""
        self._write_concern()
        self._write_goal()
        kind, text = self._theme.factor
        written = (kind.value, text, self._holder.id, self._drafted_at, self._shared_at)
        self._load.add(FACTOR, self._draw.id(), self._log_id, self.id, *written)
        for measure in self.measures:
            self._write_measure(measure, participants)

    def _draft(self, at: datetime) -> None:
        self._drafted_at = at
        self._tell(Event.CONCERN_DRAFTED, at)

    def _share(self, at: datetime) -> None:
        self._shared_at = at
        self._tell(Event.CONCERN_SHARED, at)

    def _activate(self, at: datetime) -> None:
        self._tell(Event.CONCERN_ACTIVATED, at, measures=len(self.measures))

    def _finish(self, at: datetime) -> None:
        self._ended_at = at
        self._tell(Event.CONCERN_ACHIEVED if self.state == ConcernState.ACHIEVED else Event.CONCERN_ENDED, at)

    def _add(self, measure: Measure, at: datetime) -> None:
        measure.made_at = at
        facts = {"arena": measure.arena.value, "concern": hyphened(self.id)}
        self._story.tell(Event.MEASURE_ADDED, at, self._holder, MEASURE, measure.id, **facts)

    def _evaluate(self, measure: Measure, at: datetime) -> None:
        measure.evaluated_at = at
        outcome, day = self._draw.one_of(OUTCOMES), today_in_norway(at)
        took_part = as_json([TookPart.GUARDIANS.value, TookPart.CHILD.value, TookPart.BATON_HOLDER.value])
        form = EvaluationForm.MEETING if self._draw.chance(0.7) else EvaluationForm.PHONE
        self._load.add(
            EVALUATION, self._draw.id(), self._log_id, measure.id, outcome.value, form.value, took_part,
            self._draw.one_of(texts.EVALUATIONS), day, self._holder.id, at,
        )  # fmt: skip
        self._story.tell(
            Event.MEASURE_EVALUATED, at, self._holder, MEASURE, measure.id, outcome=outcome.value
        )

    def _shape(self, at: datetime) -> None:
        ladder_id, taken = self._draw.id(), self._draw.number(0, len(texts.STEPS) - 1)
        self._load.add(
            LADDER, ladder_id, self._log_id, self.id, texts.LADDER_TITLE, True, self._holder.id, at
        )
        for position, text in enumerate(texts.STEPS, start=1):
            is_done = position <= taken
            state, day = (StepState.DONE, today_in_norway(at)) if is_done else (StepState.PLANNED, None)
            self._load.add(STEP, self._draw.id(), self._log_id, ladder_id, position, text, state.value, day)
        self._story.tell(Event.LADDER_SHAPED, at, self._holder, LADDER, ladder_id, steps=len(texts.STEPS))

    def _tell(self, event: Event, at: datetime, **facts) -> None:
        self._story.tell(event, at, self._holder, CONCERN, self.id, **facts)

    def _write_concern(self) -> None:
        talked_on = today_in_norway(self._drafted_at)
        reason = ENDED_REASON if self.state == ConcernState.ENDED else ""
        self._load.add(
            CONCERN, self.id, self._log_id, self.state.value, self._theme.title, self._theme.category.value,
            as_json([Informed.CHILD.value, Informed.GUARDIANS.value]), talked_on, talked_on,
            self._draw.one_of(texts.CHILD_VIEWS), self._holder.id, self._drafted_at, self._shared_at,
            self._ended_at, reason,
        )  # fmt: skip

    def _write_goal(self) -> None:
        reached_on = today_in_norway(self._ended_at) if self.state == ConcernState.ACHIEVED else None
        self._load.add(
            GOAL, self._draw.id(), self._log_id, self.id, self._theme.goal, self._theme.indicator,
            as_json([check.value for check in Smarte]), self._holder.id, self._drafted_at, reached_on,
        )  # fmt: skip

    def _write_measure(self, measure: Measure, participants: tuple[Employee, ...]) -> None:
        draw = self._draw
        is_habit = measure.nth == 0
        start_by = today_in_norway(measure.made_at) + timedelta(days=draw.number(1, 7))
        evaluate_by = self._evaluate_by(measure, start_by, is_habit=is_habit)
        self._load.add(
            MEASURE, measure.id, self._log_id, self.id, self._measure_state(measure).value, measure.arena.value,
            draw.one_of(texts.TYPES[measure.arena]).value, self._theme.measures[measure.arena][measure.nth // 3],
            is_habit, start_by, evaluate_by, self._holder.id, measure.made_at,
        )  # fmt: skip
        kind = OWNER_OF[measure.arena].value
        self._load.add(OWNER, draw.id(), self._log_id, measure.id, kind, None)
        if participants and measure.nth == 0:
            chosen = OwnerKind.PARTICIPANT.value, participants[0].id
            self._load.add(OWNER, draw.id(), self._log_id, measure.id, *chosen)

    def _evaluate_by(self, measure: Measure, start_by, *, is_habit: bool):
        """As agreed at the start, when that day is still to come or the evaluation was held; moved on since then
        otherwise, but for one in seventy that nobody has come to (so about a log in ten is overdue)."""
        agreed = default_evaluate_by(start_by, is_habit=is_habit)
        is_open = measure.evaluated_at is None and self.state not in NOT_STARTED
        if not is_open or agreed >= self._draw.today or self._draw.chance(1 / 70):
            return agreed
        return self._draw.today + timedelta(days=self._draw.number(1, 40))

    def _measure_state(self, measure: Measure) -> MeasureState:
        if measure.evaluated_at is not None:
            return MeasureState.EVALUATED
        return MeasureState.PLANNED if self.state in NOT_STARTED else MeasureState.ACTIVE
