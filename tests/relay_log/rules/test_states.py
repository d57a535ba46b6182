"""The rules and the state tables agree, step by step and along every path a log can take."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from stafett.access.enums import LogState
from stafett.relay_log.enums import (
    CONCERN_STATES,
    LEVELS,
    LOG_STATES,
    MEASURE_STATES,
    STEP_STATES,
    Arena,
    ConcernState,
    EvaluationOption,
    Level,
    MeasureState,
    StepState,
)
from stafett.relay_log.rules import closing, concerns, evaluations, ladders, levels, measures, participation

TODAY = date(2026, 3, 3)
TABLES = {"log": LOG_STATES, "concern": CONCERN_STATES, "measure": MEASURE_STATES, "step": STEP_STATES}
ARENAS, OPTIONS = st.sampled_from(Arena.values), st.sampled_from([*EvaluationOption.values, "seventh"])
INDEX = st.integers(0, 5)
OVER = {ConcernState.ACHIEVED, ConcernState.ENDED}


def share(state):
    return concerns.may_share(
        state,
        goal_text="Leser 80 ord",
        talked_with_guardians_on=TODAY,
        talked_with_child_on=TODAY,
        no_child_talk_reason="",
        today=TODAY,
    )


def activate(state, arenas=frozenset(Arena.values), reason=""):
    return concerns.may_activate(
        state,
        goal_text="Leser 80 ord",
        arenas=arenas,
        first_grader_or_older=True,
        no_child_measure_reason=reason,
        child_age=9,
        child_view="Vil lese mer",
        no_child_talk_reason="",
    )


def evaluate(state, option=EvaluationOption.EFFECT, took_part=("guardians",)):
    return evaluations.may_evaluate(
        state, option=option, took_part=took_part, new_evaluate_by=None, reason="", today=TODAY
    )


def test_the_tables_name_every_state_once_and_lead_only_to_states():
    for table, states in (
        (LOG_STATES, LogState),
        (CONCERN_STATES, ConcernState),
        (MEASURE_STATES, MeasureState),
        (STEP_STATES, StepState),
        (LEVELS, Level),
    ):
        assert set(table) == set(states)
        assert set().union(*table.values()) <= set(states)


@pytest.mark.parametrize(
    ("table", "moves"),
    [
        (
            CONCERN_STATES,
            {
                ConcernState.SHARED: share,
                ConcernState.ACTIVE: activate,
                ConcernState.ACHIEVED: lambda state: concerns.may_achieve(state, open_measures=0),
                ConcernState.ENDED: lambda state: concerns.may_end(state, open_measures=0, reason="Flytter"),
            },
        ),
        (
            MEASURE_STATES,
            {
                MeasureState.ACTIVE: lambda state: measures.may_set_in_motion(state, concern_state="active"),
                MeasureState.EVALUATED: evaluate,
            },
        ),
        (
            STEP_STATES,
            {
                StepState.DONE: ladders.may_take,
                StepState.SKIPPED: ladders.may_skip,
                StepState.MERGED: lambda state: ladders.may_merge(state, has_next=True),
                StepState.PLANNED: ladders.may_undo,
            },
        ),
        (
            LEVELS,
            {
                level: lambda before, level=level: levels.may_change(
                    before, after=level, reason="PPT kommer inn", outsiders=0
                )
                for level in Level
            },
        ),
    ],
    ids=["concern", "measure", "step", "level"],
)
def test_with_all_in_order_the_rules_allow_exactly_what_the_table_names(table, moves):
    allowed = {before: {after for after, may in moves.items() if may(before.value)} for before in table}

    assert allowed == table


def test_only_an_active_log_closes():
    closes = {
        state
        for state in LogState
        if closing.may_close(state, open_concerns=0, open_measures=0, summary="Ferdig")
    }

    assert closes == {state for state, afterwards in LOG_STATES.items() if LogState.CLOSED in afterwards}


@dataclass
class Thing:
    """A concern, a measure or a step, as far as its states go."""

    table: str
    state: str
    parent: "Thing | None" = None
    arena: str = ""
    evaluations: int = 0
    path: list = field(default_factory=list)

    def become(self, state):
        self.path.append((self.state, state))
        self.state = state


class LogOnPaper(RuleBasedStateMachine):
    """A log where anybody tries anything at any time, and only the rules hold them back."""

    def __init__(self):
        super().__init__()
        self.log = Thing("log", LogState.AWAITING_CONSENT)
        self.concerns, self.measures, self.ladders = [], [], []
        self.level, self.outsiders, self.levels_passed = 1, 0, []

    def pick(self, things, index):
        return things[index % len(things)]

    def measures_of(self, concern):
        return [measure for measure in self.measures if measure.parent is concern]

    def active_measures_of(self, concern):
        return sum(measure.state == MeasureState.ACTIVE for measure in self.measures_of(concern))

    def is_open(self):
        return self.log.state == LogState.ACTIVE

    def has_concerns(self):
        return self.is_open() and self.concerns

    def has_room(self):
        return self.is_open() and len(self.concerns) < 3

    def has_measures(self):
        return self.is_open() and self.measures

    def has_ladders(self):
        return self.is_open() and self.ladders

    @precondition(lambda self: self.log.state == LogState.AWAITING_CONSENT)
    @rule()
    def consent_is_recorded(self):
        self.log.become(LogState.ACTIVE)

    @precondition(lambda self: self.concerns)
    @rule(summary=st.sampled_from(["", "Ferdig"]))
    def close(self, summary):
        still_open = sum(concern.state not in OVER for concern in self.concerns)
        active = sum(measure.state == MeasureState.ACTIVE for measure in self.measures)
        if closing.may_close(self.log.state, open_concerns=still_open, open_measures=active, summary=summary):
            self.log.become(LogState.CLOSED)

    # At most three concerns, so that a run goes far with a few rather than a little way with many.
    @precondition(has_room)
    @rule(arenas=st.sampled_from([[], ["service"], ["home", "child"], ["service", "home", "child"]]))
    def draft_a_concern(self, arenas):
        concern = Thing("concern", ConcernState.DRAFT)
        self.concerns.append(concern)
        self.measures += [Thing("measure", MeasureState.PLANNED, concern, arena) for arena in arenas]

    @precondition(has_concerns)
    @rule(index=INDEX)
    def share_a_concern(self, index):
        concern = self.pick(self.concerns, index)
        if share(concern.state):
            concern.become(ConcernState.SHARED)

    @precondition(has_concerns)
    @rule(index=INDEX, reason=st.sampled_from(["", "Kan ikke nå"]))
    def activate_a_concern(self, index, reason):
        concern = self.pick(self.concerns, index)
        if activate(concern.state, {measure.arena for measure in self.measures_of(concern)}, reason):
            self.begin_work(concern)

    # Whole meetings: chance alone would seldom string together what they do.
    @precondition(has_room)
    @rule()
    def a_meeting_begins_work_with_a_concern(self):
        self.draft_a_concern(Arena.values)
        concern = self.concerns[-1]
        assert share(concern.state)
        concern.become(ConcernState.SHARED)
        assert activate(concern.state)
        self.begin_work(concern)

    @precondition(has_measures)
    @rule(option=OPTIONS)
    def a_meeting_evaluates_every_measure(self, option):
        for index in range(len(self.measures)):
            self.evaluate_a_measure(index, option, ["guardians"])

    def begin_work(self, concern):
        concern.become(ConcernState.ACTIVE)
        for measure in self.measures_of(concern):
            assert measures.may_set_in_motion(measure.state, concern_state=concern.state)
            measure.become(MeasureState.ACTIVE)

    @precondition(has_concerns)
    @rule(index=INDEX, reason=st.sampled_from(["", "Flytter"]), is_reached=st.booleans())
    def finish_a_concern(self, index, reason, is_reached):
        concern = self.pick(self.concerns, index)
        active = self.active_measures_of(concern)
        if is_reached and concerns.may_achieve(concern.state, open_measures=active):
            concern.become(ConcernState.ACHIEVED)
        elif not is_reached and concerns.may_end(concern.state, open_measures=active, reason=reason):
            concern.become(ConcernState.ENDED)

    @precondition(has_concerns)
    @rule(index=INDEX)
    def throw_a_draft_away(self, index):
        concern = self.pick(self.concerns, index)
        if concerns.may_discard(concern.state):
            assert not concern.path
            self.concerns.remove(concern)
            self.measures = [measure for measure in self.measures if measure.parent is not concern]

    @precondition(has_concerns)
    @rule(index=INDEX, arena=ARENAS)
    def add_a_measure(self, index, arena):
        concern = self.pick(self.concerns, index)
        if measures.may_add(concern.state):
            self.measures.append(Thing("measure", MeasureState.PLANNED, concern, arena))

    @precondition(has_measures)
    @rule(index=INDEX)
    def set_a_measure_in_motion(self, index):
        measure = self.pick(self.measures, index)
        if measures.may_set_in_motion(measure.state, concern_state=measure.parent.state):
            measure.become(MeasureState.ACTIVE)

    @precondition(has_measures)
    @rule(index=INDEX)
    def take_a_measure_away(self, index):
        measure = self.pick(self.measures, index)
        if measures.may_discard(measure.state, concern_state=measure.parent.state):
            assert not measure.path
            self.measures.remove(measure)

    @precondition(has_measures)
    @rule(index=INDEX, option=OPTIONS, took_part=st.sampled_from([["guardians"], []]))
    def evaluate_a_measure(self, index, option, took_part):
        measure = self.pick(self.measures, index)
        if not evaluate(measure.state, option, took_part):
            return
        effect = evaluations.effect_of(option)
        if effect.is_final:
            measure.become(MeasureState.EVALUATED)
            measure.evaluations += 1
        if effect.makes_successor:
            self.measures.append(Thing("measure", MeasureState.PLANNED, measure.parent, measure.arena))

    @precondition(has_concerns)
    @rule(text=st.sampled_from(["", "ett", "1. ett\n2. to\n3. tre"]))
    def shape_a_ladder(self, text):
        steps = ladders.steps_from(text)
        if ladders.may_shape(steps):
            self.ladders.append([Thing("step", StepState.PLANNED) for _ in steps])

    @precondition(has_ladders)
    @rule(index=INDEX, place=INDEX, move=st.sampled_from(["take", "skip", "merge", "undo"]))
    def climb(self, index, place, move):
        steps = self.pick(self.ladders, index)
        place %= len(steps)
        step = steps[place]
        has_next = any(later.state == StepState.PLANNED for later in steps[place + 1 :])
        verdict, target = {
            "take": (ladders.may_take(step.state), StepState.DONE),
            "skip": (ladders.may_skip(step.state), StepState.SKIPPED),
            "merge": (ladders.may_merge(step.state, has_next=has_next), StepState.MERGED),
            "undo": (ladders.may_undo(step.state), StepState.PLANNED),
        }[move]
        if verdict:
            step.become(target)

    @precondition(is_open)
    @rule(after=st.integers(0, 4), reason=st.sampled_from(["", "PPT kommer inn"]))
    def change_level(self, after, reason):
        if levels.may_change(self.level, after=after, reason=reason, outsiders=self.outsiders):
            self.levels_passed.append((self.level, after))
            self.level = after

    @precondition(is_open)
    @rule(consent_covers_unit=st.booleans())
    def add_somebody_from_another_unit(self, consent_covers_unit):
        self.outsiders += bool(
            participation.may_add(
                person_name="Mia",
                unit_name="PPT",
                is_in_log=False,
                is_employed=True,
                is_own_unit=False,
                level=self.level,
                consent_covers_unit=consent_covers_unit,
            )
        )

    @precondition(lambda self: self.outsiders)
    @rule(owns=st.integers(0, 1))
    def somebody_leaves(self, owns):
        self.outsiders -= bool(participation.may_end(person_name="Mia", owns_active_measures=owns))

    @invariant()
    def every_step_taken_is_in_the_table(self):
        steps = [step for ladder in self.ladders for step in ladder]
        for thing in [self.log, *self.concerns, *self.measures, *steps]:
            for before, after in thing.path:
                assert after in TABLES[thing.table][before]
        assert all(after in LEVELS[before] for before, after in self.levels_passed)

    @invariant()
    def measures_are_under_way_only_where_work_goes_on(self):
        for measure in self.measures:
            assert measure.state != MeasureState.ACTIVE or measure.parent.state == ConcernState.ACTIVE
            assert measure.evaluations == (measure.state == MeasureState.EVALUATED)

    @invariant()
    def an_active_concern_has_had_a_measure_in_the_service_and_one_at_home(self):
        for concern in self.concerns:
            tried = {measure.arena for measure in self.measures_of(concern) if measure.path}
            assert concern.state != ConcernState.ACTIVE or {Arena.SERVICE, Arena.HOME} <= tried

    @invariant()
    def other_units_take_part_only_from_level_two(self):
        assert self.level in Level.values
        assert self.outsiders == 0 or self.level >= Level.TWO

    @invariant()
    def a_closed_log_has_nothing_open(self):
        if self.log.state == LogState.CLOSED:
            assert all(concern.state in OVER for concern in self.concerns)
            assert all(measure.state != MeasureState.ACTIVE for measure in self.measures)


LogOnPaper.TestCase.settings = settings(stateful_step_count=80, deadline=None)
TestLogOnPaper = LogOnPaper.TestCase
