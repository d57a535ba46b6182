"""Fixed words of the meeting with their Norwegian labels, the states of a meeting, and the sentences of a no."""

from stafett.log_meetings.enums.events import UNTOLD, Event
from stafett.log_meetings.enums.kinds import (
    Answer,
    Confirmed,
    Face,
    InterpreterBooking,
    MeetingForm,
    MeetingKind,
    MeetingStep,
    PulseQuestion,
)
from stafett.log_meetings.enums.refusals import Refusal
from stafett.log_meetings.enums.states import MEETING_STATES, MeetingState

__all__ = [
    "MEETING_STATES", "UNTOLD", "Answer", "Confirmed", "Event", "Face", "InterpreterBooking", "MeetingForm",
    "MeetingKind", "MeetingState", "MeetingStep", "PulseQuestion", "Refusal",
]  # fmt: skip
