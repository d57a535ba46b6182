"""What becomes of the measure after the meeting: evaluated together with the service, then the next idea (S002-36, S002-37)."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.register.models import Unit
from stafett.system_meetings.enums import MeasureState, MeetingState, Result
from stafett.system_meetings.enums.after import AfterRefusal
from stafett.system_meetings.enums.around import EventAround
from stafett.system_meetings.models import (
    Attendee,
    MeasureEvaluation,
    MeasureIdea,
    SystemMeasure,
    SystemMeeting,
)
from stafett.system_meetings.queries.names import require_nameless
from stafett.system_meetings.rules import following

_STATE_AFTER = {Result.WORKS: MeasureState.EVALUATED, Result.STOP: MeasureState.STOPPED}


@operation(EventAround.MEASURE_EVALUATED, lock="measure")
def evaluate_measure(*, actor, measure, result, words, took_part, next_on, today, not_a_child=False):
    """Say how a measure went, together with the service that took part: it works, it is adjusted, or it is stopped.

    `next_on` counts only for what is adjusted: the day it is looked at again. Gives the MeasureEvaluation. Raises Refused.
    """
    again_on = next_on if result == Result.ADJUST else None
    is_tried = measure.state == MeasureState.TRYING
    require(
        following.may_record_outcome(result, is_tried=is_tried, words=words, again_on=again_on, today=today)
    )
    texts = {"words": words, "took_part": took_part}
    require_nameless(texts, unit_ids=[measure.meeting.unit_id], not_a_child=not_a_child)
    made = MeasureEvaluation.objects.create(
        municipality_id=measure.municipality_id,
        measure=measure,
        result=result,
        words=words,
        took_part=took_part,
        next_on=again_on,
        evaluated_by_id=actor.person_id,
        evaluated_at=clock.now(),
    )
    if again_on:
        measure.evaluate_on = again_on
    else:
        measure.state, measure.ended_at = _STATE_AFTER[Result(result)], clock.now()
    measure.version += 1
    measure.save(update_fields=["state", "ended_at", "evaluate_on", "version"])
    return Outcome(made, {"result": str(result)})


@operation(EventAround.NEXT_TRIED, lock="meeting")
def try_next(*, actor, meeting, idea, form, partner_id, plan, evaluate_on, evaluator_id, method, today,
             not_a_child=False):  # fmt: skip
    """Go on with an idea that was kept, when the last measure has been evaluated. Gives the SystemMeasure. Raises Refused.

    `partner_id`: a service of the municipality, or None. `evaluator_id`: somebody who was asked to the meeting.
    """
    if meeting.state != MeetingState.DONE:
        require(no(AfterRefusal.NOT_SIGNED))
    seat = Attendee.objects.filter(
        meeting=meeting, person_id=evaluator_id, person__isnull=False, removed_at__isnull=True
    ).first()
    tried = SystemMeasure.objects.filter(meeting=meeting)
    stands = MeasureIdea.objects.filter(pk=idea.pk, meeting=meeting, removed_at__isnull=True).exists()
    require(
        following.may_try_next(
            is_waiting=stands and not tried.filter(idea=idea).exists(),
            is_busy=tried.filter(state=MeasureState.TRYING).exists(),
            evaluator=seat.name if seat else "",
            method=method,
            evaluate_on=evaluate_on,
            today=today,
        )
    )
    texts = {"plan": plan, "method": method}
    require_nameless(texts, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    partner = Unit.objects.filter(pk=partner_id).first() if partner_id else None
    return SystemMeasure.objects.create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        idea=idea,
        text=idea.text,
        form=form,
        partner=partner,
        partner_name=partner.name if partner else "",
        plan=plan,
        evaluate_on=evaluate_on,
        evaluator=seat.name,
        evaluator_person_id=evaluator_id,
        method=method,
        decided_by_id=actor.person_id,
        decided_at=clock.now(),
    )


@operation(EventAround.IDEA_REMOVED, lock="idea")
def remove_idea(*, actor, idea):
    """Take an idea off the list of what may be tried later; the minutes still have it. Raises Refused."""
    if SystemMeasure.objects.filter(idea=idea).exists():
        require(no(AfterRefusal.NOT_WAITING))
    if SystemMeeting.objects.get(pk=idea.meeting_id).state != MeetingState.DONE:
        require(no(AfterRefusal.NOT_SIGNED))
    idea.removed_at = clock.now()
    idea.save(update_fields=["removed_at"])
    return idea
