"""Meetings of a log as lists and pages show them, in a fixed number of queries."""

from dataclasses import dataclass, field

from django.db.models import Count, Q

from stafett.kernel import clock
from stafett.log_meetings.enums import Answer, MeetingState
from stafett.log_meetings.models import Invitation, Meeting

UNDER_WAY = (MeetingState.UNDER_WAY, MeetingState.TO_CONFIRM)


@dataclass(frozen=True)
class MeetingsOfLog:
    """Meetings of a log: those to come or going on (soonest first), those that were, and those called off (newest first)."""

    coming: list = field(default_factory=list)
    earlier: list = field(default_factory=list)
    cancelled: list = field(default_factory=list)


def meetings_of(log) -> MeetingsOfLog:
    """Every meeting of a reached log, each with `.coming_count` and `.invited_count`. One query."""
    rows = Meeting.objects.filter(log_id=log.pk).annotate(
        invited_count=Count("invitations"),
        coming_count=Count("invitations", filter=Q(invitations__answer=Answer.YES)),
    )
    found, now = list(rows.order_by("-starts_at", "id")), clock.now()
    called_off = [meeting for meeting in found if meeting.state == MeetingState.CANCELLED]
    ahead = [meeting for meeting in found if _is_ahead(meeting, now)]
    earlier = [meeting for meeting in found if meeting not in called_off and meeting not in ahead]
    return MeetingsOfLog(coming=ahead[::-1], earlier=earlier, cancelled=called_off)


def invitations_of(meeting) -> list[Invitation]:
    """Who is invited, with person: the holder first, then the family, then the others by name. One query."""
    rows = Invitation.objects.filter(meeting_id=meeting.pk).select_related("person")
    ordered = rows.order_by("person__sort_key", "id")
    return sorted(ordered, key=lambda each: _PLACES.get(each.relation, len(_PLACES)))


def invitation_of(meeting, person_id) -> Invitation | None:
    """One person's invitation, or None."""
    return (
        Invitation.objects.filter(meeting_id=meeting.pk, person_id=person_id).select_related("person").first()
    )


_PLACES = {"baton_holder": 0, "guardian": 1, "child": 2}


def _is_ahead(meeting, now):
    if meeting.state in UNDER_WAY:
        return True
    return meeting.state == MeetingState.PLANNED and meeting.starts_at > now
