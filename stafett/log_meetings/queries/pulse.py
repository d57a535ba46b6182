"""Which meetings somebody may say how were, and how they have felt so far (L-45)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from stafett.log_meetings.enums import MeetingState, PulseQuestion
from stafett.log_meetings.models import Meeting, Pulse
from stafett.log_meetings.rules import pulse

MEETINGS_SHOWN = 12
HELD = (MeetingState.TO_CONFIRM, MeetingState.DONE)


@dataclass(frozen=True)
class Felt:
    """How one meeting felt: the child's faces and the guardians', as {question: [Face]}; an empty list is no answer."""

    meeting_id: UUID
    starts_at: datetime
    child: dict
    guardians: dict


def last_to_answer(log_id, person_id) -> Meeting | None:
    """The last meeting of a log, when it has been held and this person has not said how it was."""
    answered = Pulse.objects.filter(meeting_id=OuterRef("pk"), person_id=person_id)
    meeting = (
        Meeting.objects.filter(log_id=log_id, state__in=HELD)
        .annotate(is_answered=Exists(answered))
        .order_by("-starts_at")
        .first()
    )
    return None if meeting is None or meeting.is_answered else meeting


def meeting_in(log, meeting_id) -> Meeting | None:
    """A meeting of a reached log."""
    return Meeting.objects.filter(pk=meeting_id, log_id=log.pk).first()


def has_answered(meeting, person_id) -> bool:
    """Whether somebody has said how the meeting was."""
    return Pulse.objects.filter(meeting_id=meeting.pk, person_id=person_id).exists()


def felt_in(log) -> list[Felt]:
    """How the held meetings of a log have felt, newest first. No names: there is one child, and the guardians are one
    side of the table. Two queries."""
    meetings = list(
        Meeting.objects.filter(log_id=log.pk, state__in=HELD).order_by("-starts_at")[:MEETINGS_SHOWN]
    )
    rows = list(Pulse.objects.filter(meeting__in=meetings).order_by("at"))
    return [
        _felt(meeting, [row for row in rows if row.meeting_id == meeting.pk], log) for meeting in meetings
    ]


def way_it_goes(felt: list[Felt]) -> int:
    """Better (1), worse (-1) or neither (0), over all questions and everyone who has answered."""
    means = [pulse.mean(faces) for each in reversed(felt) if (faces := _faces(each))]
    return pulse.trend(means)


def _felt(meeting, rows, log):
    by_child = [row for row in rows if row.person_id == log.child.person_id]
    by_guardians = [row for row in rows if row.person_id != log.child.person_id]
    return Felt(meeting.pk, meeting.starts_at, _by_question(by_child), _by_question(by_guardians))


def _by_question(rows):
    return {question: [getattr(row, question.value) for row in rows] for question in PulseQuestion}


def _faces(felt):
    return [face for side in (felt.child, felt.guardians) for faces in side.values() for face in faces]
