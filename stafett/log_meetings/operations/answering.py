"""Answers to an invitation: one's own, and those the holder hears on the phone or at the school gate."""

from stafett.access.enums import Relation
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.kernel.verdict import require
from stafett.log_meetings.enums import Event
from stafett.log_meetings.models import Invitation, Meeting
from stafett.log_meetings.operations.telling import tell_invited
from stafett.log_meetings.rules import planning
from stafett.messages.enums import Kind


@operation(Event.INVITATION_ANSWERED, lock="log")
def answer_invitation(*, actor, log, meeting, answer, words, today):
    """Say whether one comes, with a short word; the holder is told. Gives the Invitation. Raises Refused."""
    invitation = _answered(log, meeting, actor.person_id, answer, words)
    holders = Invitation.objects.filter(meeting_id=meeting.pk, relation=Relation.BATON_HOLDER)
    tell_invited(
        meeting,
        Kind.INVITATION_ANSWERED,
        log=log,
        today=today,
        among=holders.values_list("person_id", flat=True),
        leave_out=[actor.person_id],
    )
    return Outcome(invitation, _facts(meeting, answer))


@operation(Event.ANSWER_RECORDED, lock="log")
def record_answer(*, actor, log, meeting, person_id, answer, words):
    """Put down what somebody invited has answered by phone or on paper. Gives the Invitation. Raises Refused."""
    return Outcome(_answered(log, meeting, person_id, answer, words), _facts(meeting, answer))


def _answered(log, meeting, person_id, answer, words):
    meeting = Meeting.objects.get(pk=meeting.pk, log=log)
    invitation = Invitation.objects.filter(meeting=meeting, person_id=person_id).first()
    require(planning.may_answer(meeting.state, is_invited=invitation is not None, answer=answer))
    invitation.answer, invitation.words, invitation.answered_at = answer, words, clock.now()
    invitation.save(update_fields=["answer", "words", "answered_at"])
    return invitation


def _facts(meeting, answer):
    return {"date": today_in_norway(meeting.starts_at).isoformat(), "answer": answer}
