"""The two tasks that have lists of their own here: the staff list to confirm, and parents' meetings class by class."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.annual_wheel import operations
from stafett.annual_wheel.enums import Opens, Rhythm, TaskState
from stafett.annual_wheel.forms.doing import NoWordsForm, ParentMeetingForm
from stafett.annual_wheel.queries import counts, reach, wheels
from stafett.annual_wheel.queries.wheels import Voice
from stafett.kernel.ids import parse_id

TASK = {"of": reach.reachable_task, "facts": reach.facts_about_task, "read": False}


@page(Action.LEAD_WHEEL, **TASK, methods=("GET", "POST"))
def staff_list(request, task):
    """Everybody who works in the unit today, and the button that says the list is right (S000-07)."""
    wheel, seen = _seen(request, task, Opens.STAFF_LIST)
    form = NoWordsForm(request.POST or None)
    if attempt(request, form, operations.confirm_staff_list, task=task, today=request.today):
        messages.success(request, _("Takk! Listen er bekreftet."))
        return redirect("wheel_staff", task.pk)
    month = request.today.month if seen.rhythm == Rhythm.MONTHLY else None
    context = {
        "wheel": wheel, "task": seen, "form": form, "posts": counts.staff_of(wheel.unit_id, today=request.today),
        "confirmed": next((mark for mark in seen.marks if mark.month == month), None),
        "former": seen.marks[-1] if seen.marks else None,
        "may_confirm": seen.state in (TaskState.NOW, TaskState.OVERDUE),
    }  # fmt: skip
    return render(request, "annual_wheel/staff.html", context, status=form.status)


@page(Action.LEAD_WHEEL, **TASK, methods=("GET", "POST"))
def parent_meetings(request, task):
    """One line for each class; a tick with the day of its meeting (S000-10)."""
    wheel, seen = _seen(request, task, Opens.PARENT_MEETINGS)
    form = ParentMeetingForm(request.POST or None, initial={"held_on": request.today})
    if attempt(request, form, operations.hold_parent_meeting, wheel=task.wheel, today=request.today):
        messages.success(request, _("Foreldremøtet er huket av."))
        return redirect("wheel_parent_meetings", task.pk)
    groups = counts.groups_of(task.wheel)
    context = {
        "wheel": wheel, "task": seen, "form": form, "groups": groups,
        "waiting": [group for group in groups if group.tick_id is None],
    }  # fmt: skip
    return render(request, "annual_wheel/parent_meetings.html", context, status=form.status)


@page(Action.LEAD_WHEEL, **TASK, methods=("POST",))
def parent_meeting_removal(request, task, meeting):
    """Take a tick away."""
    tick = counts.tick_of(task.wheel, parse_id(str(meeting)))
    if tick is None:
        raise Http404
    operations.remove_parent_meeting(actor=request.actor, meeting=tick)
    messages.success(request, _("Haken er tatt bort."))
    return redirect("wheel_parent_meetings", task.pk)


def _seen(request, task, opens):
    wheel, seen = wheels.seen_task(task, voice=Voice.of(request.actor), today=request.today)
    if seen.opens != opens:
        raise Http404
    return wheel, seen
