"""Telling people of a system meeting: a fixed sentence with the day; what it is about stands behind the login (X13, L-59)."""

from stafett.kernel.clock import today_in_norway
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.system_meetings.models import Attendee


def tell_seated(meeting, kind: Kind, *, today, among=None, leave_out=(), once=None) -> list:
    """Put the message in the inbox of those invited who are employed today; gives the messages made.

    `among`: ids of persons to tell, all who are invited when None. Whoever has no login is told by the leader.
    """
    rows = Attendee.objects.filter(meeting_id=meeting.pk, removed_at__isnull=True, person__isnull=False)
    asked = set(rows.values_list("person_id", flat=True)) if among is None else set(among)
    reached = staff.employed_among(asked - set(leave_out), day=today)
    return tell(
        meeting.municipality_id,
        sorted(reached),
        kind,
        facts={"date": today_in_norway(meeting.starts_at)},
        link=("system_meeting", meeting.pk),
        once=once,
    )


def tell_leaders(
    unit_id, municipality_id, kind: Kind, *, link, today, leave_out=(), once=None, facts=None
) -> list:
    """Put the message in the inbox of those who lead a unit today; gives the messages made."""
    leaders = {post.person_id for post in staff.leaders_of([unit_id], day=today)} - set(leave_out)
    return tell(municipality_id, sorted(leaders), kind, facts=facts, link=link, once=once)
