"""Pages for leaders of units and areas."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.kernel import spoken_dates
from stafett.leadership import operations as own_operations
from stafett.leadership import queries
from stafett.leadership.enums import Shown
from stafett.leadership.forms import HolderForm, LookForm, ReminderForm
from stafett.messages.enums import Kind
from stafett.relay_log import operations
from stafett.relay_log.rules.participation import INSIGHT_DAYS
from stafett.transfers import operations as transfer_operations

LED = {"of": queries.led_log, "facts": queries.facts_about_led, "methods": ("GET", "POST")}


@page(Action.LIST_UNIT_LOGS)
def unit_logs(request):
    """Open logs of the unit, those that nobody holds first: dates and people, and nothing of what stands in them. `vis`
    narrows the list to those that are late, have no date, or have a consent to renew."""
    number, shown = _page_number(request), _shown(request)
    rows, more = queries.unit_logs(request.actor, today=request.today, page=number, shown=shown)
    context = {
        "alone": [row for row in rows if row.holder is None],
        "held": [row for row in rows if row.holder is not None],
        "rows": rows,
        "kinds": list(Shown),
        "shown": shown,
        "page": number,
        "more": more,
        "may_look": {row.log.pk: _may_look(request, row) for row in rows},
    }
    return render(request, "leadership/unit_logs.html", context)


@page(Action.APPOINT_HOLDER, **LED)
def new_holder(request, log):
    """Give the baton to a colleague in the unit when whoever held it has left."""
    form = HolderForm(request.POST or None, colleagues=queries.colleagues_in(log, today=request.today))
    if attempt(request, form, transfer_operations.place_log, log=log, today=request.today):
        messages.success(request, _("Loggen har fått ny stafettholder."))
        return redirect("unit_logs")
    return render(request, "leadership/new_holder.html", {"log": log, "form": form}, status=form.status)


@page(Action.OPEN_WITH_REASON, **LED)
def look(request, log):
    """Open a log to read it for some days, with a reason that the family can read."""
    form = LookForm(request.POST or None)
    if attempt(request, form, operations.look_with_reason, log=log, today=request.today):
        return redirect("log", log.pk)
    context = {"log": log, "form": form, "days": INSIGHT_DAYS}
    return render(request, "leadership/look.html", context, status=form.status)


@page(
    Action.REMIND_HOLDER, of=queries.overdue_log, facts=queries.facts_about_reminder, methods=("GET", "POST")
)
def holder_reminder(request, log):
    """Remind the holder of an evaluation that is late, in a fixed sentence."""
    form = ReminderForm(request.POST or None)
    if attempt(request, form, own_operations.remind_holder, log=log, today=request.today):
        messages.success(request, _("Påminnelsen er sendt."))
        return redirect("leaders_day")
    day = (
        spoken_dates.day_and_month(log.overdue_on, today=request.today, lang=get_language())
        if log.overdue_on
        else ""
    )
    context = {
        "log": log,
        "form": form,
        "sentence": str(Kind.LEADER_REMINDS.label) % {"date": day} if day else "",
    }
    return render(request, "leadership/reminder.html", context, status=form.status)


@page(Action.SEE_LEADERS_DAY)
def talk_notes(request):
    """What to talk about with each employee: the routines that wait in their logs, and nothing about the children."""
    notes = queries.talk_notes(request.actor, today=request.today)
    context = {
        "missed": [note for note in notes if note.missed],
        "as_agreed": [note for note in notes if not note.missed],
    }
    return render(request, "leadership/talk_notes.html", context)


@page(Action.LIST_AREA)
def area(request):
    """Numbers for each unit of the area."""
    return render(
        request, "leadership/area.html", {"units": queries.area_units(request.actor, today=request.today)}
    )


def _may_look(request, row):
    """Whether to show the way to opening the log: the same verdict that the write will meet."""
    facts = queries.facts_about_led(row.log, today=request.today)
    return not row.is_insider and bool(policy.may(request.actor, Action.OPEN_WITH_REASON, facts))


def _shown(request):
    asked = request.GET.get("vis", "")
    return Shown(asked) if asked in Shown.values else Shown.ALL


def _page_number(request):
    asked = request.GET.get("side", "1")
    return max(int(asked), 1) if asked.isdecimal() and len(asked) < 5 else 1
