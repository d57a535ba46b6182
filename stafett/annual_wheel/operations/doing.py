"""Doing tasks with what shows it, undoing them, and the two tasks that have lists of their own (S000-05, S000-07, S000-10)."""

from django.utils.translation import ngettext

from stafett.annual_wheel import rules
from stafett.annual_wheel.content import library
from stafett.annual_wheel.enums import Event, Refusal, Rhythm
from stafett.annual_wheel.models import Completion, ParentMeeting
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.register import staff


@operation(Event.TASK_DONE, lock="task")
def do_task(*, actor, task, month, evidence, link, note, today):
    """Say that a task is done, with what shows it: some words, an address, a note; each may be empty.

    `month` is the month that is ticked on a task of every month, else None. Raises Refused.
    """
    require(rules.may_write(evidence, link, note))
    require(rules.may_link(link))
    return _mark(actor, task, month, today, evidence=evidence, link=link, note=note)


@operation(Event.TASK_UNDONE, lock="task")
def undo_task(*, actor, task, month):
    """Take back that a task is done; what was written stays in its history. Raises Refused."""
    mark = Completion.objects.filter(task=task, month=month, undone_at=None).first()
    if mark is None:
        require(no(Refusal.NOT_DONE))
    mark.undone_by_id, mark.undone_at = actor.person_id, clock.now()
    mark.save(update_fields=["undone_by", "undone_at"])
    return Outcome(task, {"month": month, "mark": str(mark.pk)})


@operation(Event.STAFF_LIST_CONFIRMED, lock="task")
def confirm_staff_list(*, actor, task, today):
    """Say that the list of the unit's staff is right today: this month's tick, with how many stood there. Raises Refused."""
    count = len({post.person_id for post in staff.working_in(task.wheel.unit_id, day=today)})
    evidence = ngettext("%(num)s ansatt på listen", "%(num)s ansatte på listen", count) % {"num": count}
    return _mark(
        actor, task, today.month if _said(task).rhythm == Rhythm.MONTHLY else None, today, evidence=evidence
    )


@operation(Event.PARENT_MEETING_HELD, lock="wheel")
def hold_parent_meeting(*, actor, wheel, group_name, held_on, today):
    """Tick that the model was a topic in a class's parents' meeting. A new day for the same class replaces the old one.

    Raises Refused.
    """
    require(rules.may_write(group_name))
    require(rules.may_confirm_on(held_on, year=wheel.year, today=today))
    meeting, _is_new = ParentMeeting.objects.update_or_create(
        municipality_id=wheel.municipality_id, wheel=wheel, group_name=group_name,
        defaults={"held_on": held_on, "ticked_by_id": actor.person_id, "ticked_at": clock.now()},
    )  # fmt: skip
    return Outcome(meeting, {"held_on": held_on.isoformat()})


@operation(Event.PARENT_MEETING_REMOVED, lock="meeting")
def remove_parent_meeting(*, actor, meeting):
    """Take a tick away; the history keeps it."""
    ParentMeeting.objects.filter(pk=meeting.pk).delete()
    return meeting


def _mark(actor, task, month, today, *, evidence="", link="", note=""):
    said = _said(task)
    marked = set(Completion.objects.filter(task=task, undone_at=None).values_list("month", flat=True))
    quiet = library.starter(task.wheel.unit.kind, "nb").quiet_months
    require(
        rules.may_mark(
            said.rhythm, month, year=task.wheel.year, marked=marked, is_away=task.put_away_at is not None,
            quiet_months=quiet, today=today,
        )
    )  # fmt: skip
    mark = Completion.objects.create(
        municipality_id=task.municipality_id, task=task, month=month, evidence=evidence, link=link, note=note,
        done_by_id=actor.person_id, done_at=clock.now(),
    )  # fmt: skip
    return Outcome(task, {"month": month, "mark": str(mark.pk)})


def _said(task):
    """Who decides the task: the municipality for its own, else the unit."""
    return task.common or task
