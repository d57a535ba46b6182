"""What every change of a plan asks first, and what it leaves in the trail."""

from stafett.kernel.clock import today_in_norway
from stafett.kernel.verdict import require
from stafett.system_meetings.enums import MeetingState
from stafett.system_meetings.rules import planning


def require_planned(meeting) -> None:
    """Stop unless the meeting has not begun and is not called off. Raises Refused."""
    require(planning.may_change(is_planned=meeting.state == MeetingState.PLANNED))


def day_of(meeting) -> dict:
    """The day of a meeting, for the trail."""
    return {"date": today_in_norway(meeting.starts_at).isoformat()}
