"""Writing a report, sending it with the numbers of that day, and correcting it by a new edition (S000-18, S000-21)."""

from django.db.models import Max

from stafett.access.guard import require_version
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.self_assessment import rules
from stafett.self_assessment.content import library
from stafett.self_assessment.enums import AssessmentState, Event, Refusal
from stafett.self_assessment.models import Assessment
from stafett.self_assessment.queries import assessments as queries
from stafett.self_assessment.queries.numbers import numbers_of


@operation(Event.STARTED, lock="unit")
def start_assessment(*, actor, unit, period, today):
    """Begin the report of a unit for a period, or go on with the draft that a colleague began.

    Raises Refused before it is open, and when it is sent: then it is corrected.
    """
    require(rules.may_begin(period, today=today))
    same = {"unit": unit, "kind": period.kind, "school_year": period.school_year}
    known = {each.state: each for each in Assessment.objects.filter(**same)}
    if AssessmentState.DRAFT in known:
        return known[AssessmentState.DRAFT]
    if known:
        require(no(Refusal.SENT_ALREADY))
    return Assessment.objects.create(
        municipality_id=actor.municipality_id,
        form_version=library.newest(period.kind),
        started_by_id=actor.person_id,
        **same,
    )


@operation(Event.SAVED, lock="assessment")
def save_answers(*, actor, assessment, answers, version):
    """Save a draft: question key -> 1 to 4, or words. Raises Refused when it is sent, and Conflict when somebody was quicker."""
    require(rules.may_change(assessment.state))
    require_version(assessment, version)
    for answer in answers.values():
        require(rules.may_write(str(answer)))
    assessment.answers = {key: answer for key, answer in answers.items() if answer not in ("", None)}
    assessment.version += 1
    assessment.save(update_fields=["answers", "version"])
    return assessment


@operation(Event.SUBMITTED, lock="assessment")
def submit_assessment(*, actor, assessment, today):
    """Send a report with the numbers as they are now; from here it stands. The unit's leaders get a receipt, and the leader of
    the area hears of it. Raises Refused."""
    sheet = library.sheet(assessment.kind, assessment.form_version, language="nb", model="")
    scales = [question.key for question in sheet.scales]
    require(rules.may_send(assessment.state, questions=scales, answers=assessment.answers))
    assessment.numbers = numbers_of(actor, assessment.unit_id, today=today)
    assessment.state = AssessmentState.SUBMITTED
    assessment.submitted_by_id, assessment.submitted_at = actor.person_id, clock.now()
    assessment.save(update_fields=["numbers", "state", "submitted_by", "submitted_at"])
    link = ("assessment", assessment.pk)
    leaders = queries.unit_leader_ids(assessment.unit_id, day=today)
    tell(actor.municipality_id, leaders, Kind.ASSESSMENT_SENT, link=link)
    receivers = queries.area_leader_ids(assessment.unit.area_id, day=today)
    tell(actor.municipality_id, receivers, Kind.ASSESSMENT_RECEIVED, link=link)
    return Outcome(assessment, {"edition": assessment.number})


@operation(Event.CORRECTED, lock="assessment")
def correct_assessment(*, actor, assessment):
    """Begin a new edition of a report that is sent, with its answers to start from. The former one stands. Raises Refused."""
    if assessment.state != AssessmentState.SUBMITTED or queries.draft_of(assessment):
        require(no(Refusal.HAS_DRAFT))
    same = {"unit_id": assessment.unit_id, "kind": assessment.kind, "school_year": assessment.school_year}
    last = Assessment.objects.filter(**same).aggregate(last=Max("number"))["last"]
    return Assessment.objects.create(
        municipality_id=actor.municipality_id,
        form_version=assessment.form_version,
        number=last + 1,
        answers=assessment.answers,
        started_by_id=actor.person_id,
        **same,
    )
