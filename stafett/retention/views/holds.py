"""Stopping disposal of a log or of all logs about a child, and lifting it again."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.retention import operations
from stafett.retention.forms import HoldForm, LiftForm
from stafett.retention.queries import holds as queries
from stafett.retention.views import presenting

WRITES = {"methods": ("GET", "POST")}


@page(Action.SEE_RETENTION, read=False)
def holds(request):
    """What is stopped now, and what was."""
    number = presenting.page_of(request)
    rows, has_more = queries.holds_shown(request.actor, today=request.today, page=number)
    context = {
        "rows": rows,
        "page": number,
        "has_more": has_more,
        "tabs": presenting.tabs("holds", request.actor),
    }
    return render(request, "retention/holds.html", context)


@page(Action.HOLD_LOG, of=queries.log_to_hold, read=False, **WRITES)
def log_hold(request, log):
    """Stop disposal of one log."""
    form = HoldForm(request.POST or None)
    if attempt(request, form, operations.hold_log, log=log, today=request.today):
        return _held(request)
    about = _("Logg %(mark)s, %(unit)s") % {"mark": presenting.short(log.hash), "unit": log.unit_shown}
    return _form(request, form, about, reverse("log_hold", args=[log.pk]))


@page(Action.HOLD_CHILD, of=queries.child_to_hold, **WRITES)
def child_hold(request, child):
    """Stop disposal of every log about a child."""
    form = HoldForm(request.POST or None)
    if attempt(request, form, operations.hold_child, child=child, today=request.today):
        return _held(request)
    return _form(request, form, child.person.name, reverse("child_hold", args=[child.pk]))


@page(Action.HOLD_LOG, of=queries.reachable_hold, read=False, **WRITES)
def hold_lifting(request, hold):
    """Lift one."""
    form = LiftForm(request.POST or None)
    if attempt(request, form, operations.lift, hold=hold):
        messages.success(request, _("Stansen er opphevet."))
        return redirect("holds")
    return render(request, "retention/lifting.html", {"hold": hold, "form": form}, status=form.status)


def _held(request):
    messages.success(request, _("Slettingen er stoppet."))
    return redirect("holds")


def _form(request, form, about, action):
    context = {"form": form, "about": about, "action": action}
    return render(request, "retention/hold.html", context, status=form.status)
