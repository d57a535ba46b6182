"""Reminders of meetings, and the log's own word of the next one when a meeting has gone by. Run as often as one likes."""

from uuid import UUID

from stafett.access.enums import LogState
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.log_meetings.enums import Answer, MeetingState
from stafett.log_meetings.models import Invitation, Meeting
from stafett.log_meetings.operations import next_meeting
from stafett.log_meetings.operations.telling import tell_invited
from stafett.log_meetings.rules import reminding
from stafett.messages.enums import Kind
from stafett.relay_log.queries.reminding import whose_meeting_is_over


def remind(municipality_id: UUID) -> int:
    """Remind those who have not said no of meetings that are near; gives how many messages that made.

    Must run within the municipality. Each person is reminded once of each time a meeting is set to.
    """
    now = clock.now()
    _let_logs_go_on(now)
    made = []
    for meeting in _planned(now):
        if reminding.is_due(starts_at=meeting.starts_at, told_at=meeting.created_at, now=now):
            made += _remind_of(meeting, today_in_norway(now))
    return len(made)


def _planned(now):
    rows = Meeting.objects.filter(
        state=MeetingState.PLANNED, starts_at__gt=now, log__state=LogState.ACTIVE
    ).select_related("log__child__person", "log__municipality", "log__unit")
    return rows.order_by("starts_at", "id")


def _remind_of(meeting, today):
    coming = Invitation.objects.filter(meeting=meeting).exclude(answer=Answer.NO)
    return tell_invited(
        meeting,
        Kind.MEETING_NEAR,
        log=meeting.log,
        today=today,
        among=coming.values_list("person_id", flat=True),
        once=f"{meeting.pk}:{meeting.starts_at.isoformat()}",
    )


def _let_logs_go_on(now):
    """Logs whose next meeting has gone by look for the one after it."""
    for log in whose_meeting_is_over(now):
        next_meeting.refresh(log)
