"""The relay log's fixed words: states and their tables, kinds, events, refusals and next steps."""

from stafett.relay_log.enums.events import PRIVATE, Event
from stafett.relay_log.enums.kinds import (
    OWN,
    AnalysisRound,
    Arena,
    Category,
    EvaluationForm,
    EvaluationOption,
    FactorKind,
    GoalKind,
    Informed,
    Level,
    MeasureType,
    NamedBy,
    OwnerKind,
    PlanStanding,
    Smarte,
    StartCriterion,
    Subcategory,
    TookPart,
)
from stafett.relay_log.enums.next_steps import NextKind, Tone
from stafett.relay_log.enums.refusals import Hint, Refusal
from stafett.relay_log.enums.states import (
    CONCERN_STATES,
    LEVELS,
    LOG_STATES,
    MEASURE_STATES,
    STEP_STATES,
    ConcernState,
    MeasureState,
    StepState,
)

__all__ = [
    "CONCERN_STATES", "LEVELS", "LOG_STATES", "MEASURE_STATES", "OWN", "PRIVATE", "STEP_STATES",
    "AnalysisRound", "Arena", "Category", "ConcernState", "EvaluationForm", "EvaluationOption", "Event", "FactorKind", "GoalKind",
    "Hint", "Informed", "Level", "MeasureState", "MeasureType", "NamedBy", "NextKind", "OwnerKind", "PlanStanding", "Refusal", "Smarte",
    "StartCriterion", "StepState", "Subcategory", "Tone", "TookPart",
]  # fmt: skip
