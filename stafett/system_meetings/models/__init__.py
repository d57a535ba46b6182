"""Tables of system meetings. Nothing here carries a child or a log (S002-39)."""

from stafett.system_meetings.models.after import (
    FollowUp,
    MeasureEvaluation,
    MeetingEvaluation,
    SystemMeasure,
    SystemMinutes,
    SystemMinutesPart,
)
from stafett.system_meetings.models.before import TopicProposal
from stafett.system_meetings.models.meeting import Attendee, SystemMeeting, TrackCard, Turn
from stafett.system_meetings.models.said import IdeaFactor, MeasureIdea, Question, SystemFactor, WordsUnderWay

__all__ = [
    "Attendee", "FollowUp", "IdeaFactor", "MeasureEvaluation", "MeasureIdea", "MeetingEvaluation",
    "Question", "SystemFactor", "SystemMeasure", "SystemMeeting", "SystemMinutes", "SystemMinutesPart", "TopicProposal",
    "TrackCard", "Turn", "WordsUnderWay",
]  # fmt: skip
