"""Saying how a meeting was (L-45)."""

from stafett.audit.trail import operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.log_meetings.enums import Event
from stafett.log_meetings.models import Meeting, Pulse
from stafett.log_meetings.rules import pulse


@operation(Event.PULSE_ANSWERED, lock="log")
def answer_pulse(*, actor, log, meeting, person_id, heard, agreed, knows_next):
    """Three faces from a guardian or the child, once for each meeting. `person_id`: whose answer it is, which is the
    child's when the child answers on the holder's screen. Raises Refused. Source: L-45, ADR 0027."""
    meeting = Meeting.objects.get(pk=meeting.pk, log=log)
    answered = Pulse.objects.filter(meeting=meeting, person_id=person_id).exists()
    require(pulse.may_answer(meeting.state, has_answered=answered))
    return Pulse.objects.create(
        municipality_id=log.municipality_id, log=log, meeting=meeting, person_id=person_id,
        heard=heard, agreed=agreed, knows_next=knows_next, at=clock.now(),
    )  # fmt: skip
