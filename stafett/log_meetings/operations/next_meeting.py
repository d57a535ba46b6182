"""Keeping what the log says about its next meeting true."""

from stafett.kernel import clock
from stafett.log_meetings.enums import MeetingState
from stafett.log_meetings.models import Meeting
from stafett.relay_log.operations.meetings import set_next_meeting


def refresh(log) -> None:
    """Let the log say when the nearest planned meeting ahead is. Must run inside an operation, or within a municipality."""
    ahead = Meeting.objects.filter(log_id=log.pk, state=MeetingState.PLANNED, starts_at__gt=clock.now())
    nearest = ahead.order_by("starts_at").values_list("starts_at", flat=True).first()
    if log.next_meeting_at != nearest:
        set_next_meeting(log, nearest)
