"""The relay log's fixed words: states and their tables, kinds, events and refusals."""

from stafett.relay_log.enums.events import Event
from stafett.relay_log.enums.kinds import (
    Arena,
    Category,
    EvaluationForm,
    EvaluationOption,
    FactorKind,
    GoalKind,
    Informed,
    Level,
    MeasureType,
    OwnerKind,
    Smarte,
    StartCriterion,
    Subcategory,
    TookPart,
)
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
    "CONCERN_STATES", "LEVELS", "LOG_STATES", "MEASURE_STATES", "STEP_STATES",
    "Arena", "Category", "ConcernState", "EvaluationForm", "EvaluationOption", "Event", "FactorKind", "GoalKind",
    "Hint", "Informed", "Level", "MeasureState", "MeasureType", "OwnerKind", "Refusal", "Smarte", "StartCriterion",
    "StepState", "Subcategory", "TookPart",
]  # fmt: skip
