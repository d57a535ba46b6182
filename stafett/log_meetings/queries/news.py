"""Whether something has been done or written in a meeting. Asked for every open page, again and again."""

from stafett.audit import trail
from stafett.log_meetings.models import Meeting
from stafett.relay_log.queries.news import reaches


def newest_in_meeting(actor, meeting_id, *, since, today):
    """Number of the newest act or word in a meeting after `since`; `since` when there is none.

    None when the actor does not reach the log. One's own count too: the screen in the room may be the writer's. It says that something has been written, never what or about what; the page
    then fetches what its reader may see (ADR 0025).
    """
    meeting = Meeting.objects.filter(pk=meeting_id).only("id", "log_id").first()
    if meeting is None or not reaches(actor, meeting.log_id, today):
        return None
    return trail.newest_about(meeting, after=since) or since
