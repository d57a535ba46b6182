"""Telling people of a meeting: a fixed sentence with the day, to those who read the log today; the others hear it from
the holder."""

from stafett.consent import queries as consent_queries
from stafett.kernel.clock import today_in_norway
from stafett.log_meetings.models import Invitation
from stafett.log_meetings.queries.people import candidates
from stafett.messages.operations import tell


def tell_invited(meeting, kind, *, log, today, among=None, leave_out=(), once=None):
    """Put the message in the inbox of those invited whom it reaches; gives the messages made.

    `among` are the ids of persons to tell, all who are invited when None. Whoever has lost their place since is told
    nothing, and where an address is protected the family is told on paper (L-27, L-29).
    """
    invited = Invitation.objects.filter(meeting_id=meeting.pk)
    if among is not None:
        invited = invited.filter(person_id__in=list(among))
    asked = set(invited.values_list("person_id", flat=True)) - set(leave_out)
    if not hasattr(log, "standing"):
        log.standing = consent_queries.standing_of(log, today=today)
    reached = [each.person_id for each in candidates(log, today=today) if each.is_digital]
    return tell(
        log.municipality_id,
        [person for person in reached if person in asked],
        kind,
        log=log,
        facts={"date": today_in_norway(meeting.starts_at)},
        link=("meeting", meeting.pk),
        once=once,
    )
