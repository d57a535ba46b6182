"""Whether something has been done or written in a meeting. Asked for every open page, again and again."""

import functools

from stafett.audit import trail
from stafett.log_meetings.models import Meeting
from stafett.relay_log.queries.news import PAGES_OPEN, reaches


def newest_in_meeting(actor, meeting_id, *, since, today):
    """Number of the newest act or word in a meeting after `since`; `since` when there is none.

    None when the actor does not reach the log. One's own count too: the screen in the room may be the writer's. It says that something has been written, never what or about what; the page
    then fetches what its reader may see (ADR 0025).
    """
    try:
        log_id = _log_of(meeting_id)
    except Meeting.DoesNotExist:
        return None
    if not reaches(actor, log_id, today):
        return None
    return trail.newest_about(Meeting(pk=meeting_id, log_id=log_id), after=since) or since


@functools.lru_cache(maxsize=PAGES_OPEN)
def _log_of(meeting_id):
    """The log a meeting is in, which never changes. Kept, because every open page asks; that the actor reaches the log
    is asked anew each time, and a log in another municipality is nobody's here."""
    return Meeting.objects.values_list("log_id", flat=True).get(pk=meeting_id)
