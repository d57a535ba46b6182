"""What a family's package of a log says of its meetings (L-50)."""

from stafett.log_meetings.models import Confirmation, Invitation, Meeting
from stafett.log_meetings.queries.minutes import shown_parts


def meetings_with_minutes(log) -> list[Meeting]:
    """Every meeting of a reached log (with `.sight`), newest first, each with `.people` (invitations), `.parts` of the
    minutes that this reader may see, and `.answers`: who has confirmed them, or not."""
    meetings = list(Meeting.objects.filter(log_id=log.pk).order_by("-starts_at", "id"))
    people = list(
        Invitation.objects.filter(log_id=log.pk).select_related("person").order_by("person__sort_key", "id")
    )
    answers = list(Confirmation.objects.filter(log_id=log.pk).order_by("at", "id"))
    for meeting in meetings:
        meeting.log = log
        meeting.people = [each for each in people if each.meeting_id == meeting.pk]
        meeting.answers = [each for each in answers if each.meeting_id == meeting.pk]
        meeting.parts = shown_parts(meeting)
    return meetings
