"""Telling people what a system meeting is about; their answers, and what each prepares for themselves (S002-13)."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.messages.enums import Kind
from stafett.system_meetings.enums import MeetingState
from stafett.system_meetings.enums.around import EventAround
from stafett.system_meetings.models import Attendee
from stafett.system_meetings.operations.plan_state import day_of, require_planned
from stafett.system_meetings.operations.telling import tell_seated
from stafett.system_meetings.queries.names import require_nameless
from stafett.system_meetings.queries.reach import seats_of
from stafett.system_meetings.rules import planning


@operation(EventAround.PEOPLE_INFORMED, lock="meeting")
def inform(*, actor, meeting, information, today, not_a_child=False):
    """Tell those invited what it is about, so that they can prepare (S002-13). Again, it tells of the change.

    The words stand behind the login; e-mail only points there. Raises Refused.
    """
    require_planned(meeting)
    require(planning.may_invite(count=len(seats_of(meeting)) - 1))
    require(planning.may_inform(challenge=meeting.challenge, information=information))
    require_nameless({"information": information}, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    is_first = meeting.informed_at is None
    meeting.information, meeting.informed_at = information, meeting.informed_at or clock.now()
    meeting.save(update_fields=["information", "informed_at"])
    kind = Kind.SYSTEM_MEETING_INVITED if is_first else Kind.SYSTEM_MEETING_CHANGED
    tell_seated(meeting, kind, today=today, leave_out=[actor.person_id])
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.INVITATION_ANSWERED, lock="meeting")
def answer_invitation(*, actor, meeting, answer, words, not_a_child=False):
    """Say whether one comes, with a short word to the leader. Raises Refused."""
    seat = _own_seat(actor, meeting)
    is_planned = meeting.state == MeetingState.PLANNED
    require(planning.may_answer(is_planned=is_planned, is_invited=seat is not None))
    require_nameless({"words": words}, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    seat.answer, seat.answer_words, seat.answered_at = answer, words, clock.now()
    seat.save(update_fields=["answer", "answer_words", "answered_at"])
    return Outcome(seat, day_of(meeting) | {"answer": str(answer)})


@operation(EventAround.PREPARED, lock="meeting")
def prepare(*, actor, meeting, prepared, not_a_child=False):
    """Keep a note to oneself to bring to the meeting; nobody else sees it. Raises Refused."""
    seat = _own_seat(actor, meeting)
    is_planned = meeting.state == MeetingState.PLANNED
    require(planning.may_answer(is_planned=is_planned, is_invited=seat is not None))
    require_nameless({"prepared": prepared}, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    seat.prepared = prepared
    seat.save(update_fields=["prepared"])
    return Outcome(seat, day_of(meeting))


def _own_seat(actor, meeting):
    rows = Attendee.objects.filter(meeting=meeting, person_id=actor.person_id, removed_at__isnull=True)
    return rows.first()
