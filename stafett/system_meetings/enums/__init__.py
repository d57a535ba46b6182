"""Fixed words of system meetings with their Norwegian labels, the states, and the sentences of a no."""

from stafett.system_meetings.enums.events import Event
from stafett.system_meetings.enums.kinds import (
    AgreedAs,
    DidWe,
    MeasureForm,
    MeetingStep,
    Result,
    Source,
    TrackReason,
)
from stafett.system_meetings.enums.refusals import Refusal
from stafett.system_meetings.enums.states import (
    MEASURE_STATES,
    MEETING_STATES,
    PROPOSAL_STATES,
    MeasureState,
    MeetingState,
    ProposalState,
)

__all__ = [
    "MEASURE_STATES", "MEETING_STATES", "PROPOSAL_STATES", "AgreedAs", "DidWe", "Event", "MeasureForm", "MeasureState",
    "MeetingState", "MeetingStep", "ProposalState", "Refusal", "Result", "Source", "TrackReason",
]  # fmt: skip
