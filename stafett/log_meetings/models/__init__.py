"""Tables of the meeting. Every table carries `log`, like everything else in a log."""

from stafett.log_meetings.models.meeting import Invitation, Meeting
from stafett.log_meetings.models.minutes import Confirmation, MinutesPart, WorkingText
from stafett.log_meetings.models.pulse import Pulse
from stafett.log_meetings.models.wish import Wish

__all__ = ["Confirmation", "Invitation", "Meeting", "MinutesPart", "Pulse", "Wish", "WorkingText"]
