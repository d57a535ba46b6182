"""Shaping the staircase with the child, and taking its steps (S001-30..33, S001-40, S001-41)."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.relay_log.enums import Event, StepState
from stafett.relay_log.models import Concern, LadderStep, MeasureLadder
from stafett.relay_log.rules import concerns, ladders


@operation(Event.LADDER_SHAPED, lock="log")
def shape_ladder(*, actor, log, concern, title, steps, shaped_with_child):
    """Make a staircase of small steps, easiest first. `steps` is a list of texts. Raises Refused."""
    concern = Concern.objects.get(pk=concern.pk, log=log)
    require(concerns.may_revise(concern.state))
    require(ladders.may_shape(steps))
    ladder = MeasureLadder.objects.create(
        municipality_id=log.municipality_id,
        log=log,
        concern=concern,
        title=title,
        shaped_with_child=shaped_with_child,
        created_by_id=actor.person_id,
        created_at=clock.now(),
    )
    LadderStep.objects.bulk_create(
        LadderStep(municipality_id=log.municipality_id, log=log, ladder=ladder, position=position, text=text)
        for position, text in enumerate(steps, start=1)
    )
    return Outcome(ladder, {"steps": len(steps)})


@operation(Event.STEP_CHANGED, lock="log")
def change_step(*, actor, log, step, change, today):
    """Take, skip, merge or undo a step. `change` is take, skip, merge or undo. Returns the ladder. Raises Refused.

    Merging joins the step with the next one: pupils who take part often take several at once (S001-33).
    """
    step = LadderStep.objects.select_related("ladder").get(pk=step.pk, log=log)
    _CHANGES[change](step, today)
    event = Event.STEP_TAKEN if change == "take" else Event.STEP_CHANGED
    return Outcome(step.ladder, {"change": change, "position": step.position}, event=event)


def _take(step, today):
    require(ladders.may_take(step.state))
    _set(step, StepState.DONE, done_on=today)


def _skip(step, today):
    require(ladders.may_skip(step.state))
    _set(step, StepState.SKIPPED)


def _undo(step, today):
    require(ladders.may_undo(step.state))
    _set(step, StepState.PLANNED)


def _merge(step, today):
    following = (
        LadderStep.objects.filter(ladder=step.ladder, position__gt=step.position, state=StepState.PLANNED)
        .order_by("position")
        .first()
    )
    require(ladders.may_merge(step.state, has_next=following is not None))
    _set(step, StepState.MERGED)
    following.text = f"{step.text} + {following.text}"[:120]
    following.save(update_fields=["text"])


def _set(step, state, *, done_on=None):
    step.state, step.done_on = state, done_on
    step.save(update_fields=["state", "done_on"])


_CHANGES = {"take": _take, "skip": _skip, "undo": _undo, "merge": _merge}
