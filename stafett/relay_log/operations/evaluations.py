"""The one evaluation of a measure, and what follows from it (S003-69..73, X3, X4)."""

from datetime import timedelta

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.relay_log.enums import Event, MeasureState
from stafett.relay_log.models import Evaluation, Measure, MeasureOwner
from stafett.relay_log.rules import evaluations, measures


@operation(Event.MEASURE_EVALUATED, lock="log")
def evaluate_measure(*, actor, log, measure, option, form, took_part, words, new_evaluate_by, reason, today):
    """Evaluate a measure together with those who have it. Returns the measure, with `.successor` when one was made.

    "Pågående" stores nothing final, and may move the evaluation with a reason. Every other option is final.
    Raises Refused, also when somebody else has just evaluated it.
    """
    measure = Measure.objects.select_related("concern").get(pk=measure.pk, log=log)
    require(
        evaluations.may_evaluate(
            measure.state,
            option=option,
            took_part=took_part,
            new_evaluate_by=new_evaluate_by,
            reason=reason,
            today=today,
        )
    )
    effect = evaluations.effect_of(option)
    measure.successor = None
    if not effect.is_final:
        return _go_on(measure, new_evaluate_by)
    Evaluation.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        measure=measure,
        outcome=option,
        form=form,
        took_part=list(took_part),
        words=words,
        evaluated_on=today,
        recorded_by_id=actor.person_id,
        recorded_at=clock.now(),
    )
    measure.state = MeasureState.EVALUATED
    measure.version += 1
    measure.save(update_fields=["state", "version"])
    if effect.makes_successor:
        measure.successor = _successor(actor, measure, today)
    return Outcome(measure, {"outcome": option})


def _go_on(measure, new_evaluate_by):
    facts = {"outcome": "ongoing"}
    if new_evaluate_by:
        facts |= {"before": measure.evaluate_by.isoformat(), "after": new_evaluate_by.isoformat()}
        measure.evaluate_by = new_evaluate_by
        measure.version += 1
        measure.save(update_fields=["evaluate_by", "version"])
    return Outcome(measure, facts, event=Event.MEASURE_CONTINUED)


def _successor(actor, measure, today):
    """A planned copy with the same owners, linked to the measure it follows, for the holder to adjust (X4)."""
    copy = Measure.objects.create(
        municipality_id=measure.municipality_id,
        log_id=measure.log_id,
        concern=measure.concern,
        state=MeasureState.PLANNED,
        arena=measure.arena,
        type=measure.type,
        description=measure.description,
        is_habit=measure.is_habit,
        start_by=today + timedelta(days=1),
        evaluate_by=measures.default_evaluate_by(today + timedelta(days=1), is_habit=measure.is_habit),
        successor_of=measure,
        factor_id=measure.factor_id,
        created_by_id=actor.person_id,
        created_at=clock.now(),
    )
    MeasureOwner.objects.bulk_create(
        MeasureOwner(
            municipality_id=owner.municipality_id,
            log_id=owner.log_id,
            measure=copy,
            kind=owner.kind,
            person_id=owner.person_id,
        )
        for owner in measure.owners.all()
    )
    return copy
