"""Finding one meeting among those the actor may reach, and what the policy needs to know of it."""

from dataclasses import replace

from stafett.access.enums import Relation
from stafett.access.policy import Facts
from stafett.log_meetings.models import Invitation, Meeting
from stafett.relay_log.queries import reach
from stafett.relay_log.queries.sight import concerns_seen


def reachable_meeting(actor, pk):
    """A meeting in a reachable log, with chair and writer; None when there is no such meeting for the actor.

    On it: `.log` as `relay_log` reaches it (with `.relation` and `.sight`), `.is_writer` (the actor leads it, writes, or
    holds the baton),
    `.own_invitation` (the actor's, or None), and `.shown_concern` (what it is about as far as the actor sees it).
    """
    meeting = Meeting.objects.filter(pk=pk).select_related("chair", "writer").first()
    log = reach.reachable_log(actor, meeting.log_id) if meeting else None
    if log is None:
        return None
    meeting.log = log
    meeting.is_writer = log.relation == Relation.BATON_HOLDER or actor.person_id in (
        meeting.chair_id, meeting.writer_id,
    )  # fmt: skip
    meeting.own_invitation = Invitation.objects.filter(meeting=meeting, person_id=actor.person_id).first()
    meeting.shown_concern = _seen(log, meeting.concern_id) if meeting.concern_id else None
    return meeting


def facts_about(meeting, *, today) -> Facts:
    """Facts for the policy about a meeting as `reachable_meeting` gives it; `.log.standing` is kept for the page."""
    return replace(
        reach.facts_about(meeting.log, today=today),
        keeps_minutes=meeting.is_writer,
        is_invited=meeting.own_invitation is not None,
    )


def _seen(log, concern_id):
    return concerns_seen(log.sight, log.pk).filter(pk=concern_id).first()
