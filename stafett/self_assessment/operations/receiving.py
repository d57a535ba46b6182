"""What becomes of a report that is sent: the leader of the area reads it, and the two ask and answer (S000-18)."""

from stafett.audit.trail import operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.self_assessment import rules
from stafett.self_assessment.enums import Event, Refusal
from stafett.self_assessment.models import AssessmentReading, Remark
from stafett.self_assessment.queries import assessments as queries


@operation(Event.READ, lock="assessment")
def mark_read(*, actor, assessment):
    """Say that a report is read; its writers see it. Raises Refused the second time."""
    reading, is_new = AssessmentReading.objects.get_or_create(
        municipality_id=actor.municipality_id,
        assessment=assessment,
        reader_id=actor.person_id,
        defaults={"read_at": clock.now()},
    )
    if not is_new:
        require(no(Refusal.READ_ALREADY))
    return reading


@operation(Event.REMARKED)
def add_remark(*, actor, assessment, text, today):
    """Ask or answer about a report that is sent. The other leader hears that something is written. Raises Refused."""
    require(rules.may_write(text))
    remark = Remark.objects.create(
        municipality_id=actor.municipality_id,
        assessment=assessment,
        writer_id=actor.person_id,
        text=text,
        written_at=clock.now(),
    )
    unit = assessment.unit
    leaders = {
        *queries.unit_leader_ids(unit.pk, day=today),
        *queries.area_leader_ids(unit.area_id, day=today),
    }
    others = sorted(leaders - {actor.person_id})
    tell(actor.municipality_id, others, Kind.ASSESSMENT_TALK, link=("assessment", assessment.pk))
    return remark
