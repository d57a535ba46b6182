"""The wheel itself, the list of wheels one reaches, opening a year, and the status sheet to bring to a meeting."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.annual_wheel import operations, rules
from stafett.annual_wheel.enums import Month, TaskState
from stafett.annual_wheel.forms.doing import YearForm
from stafett.annual_wheel.queries import counts, reach, wheels
from stafett.annual_wheel.queries.wheels import Voice
from stafett.annual_wheel.rules.year import AUGUST, JANUARY
from stafett.annual_wheel.views import drawing, ways
from stafett.kernel.dates import school_year_of
from stafett.leadership.rules import shown_count

UNIT = {"of": reach.reachable_unit, "facts": reach.facts_about_unit, "read": False}
WHEEL = {"of": reach.reachable_wheel, "facts": reach.facts_about_wheel, "read": False}


@page(Action.LIST_WHEELS, read=False)
def wheels_in_reach(request):
    """Every unit whose wheel the reader reaches, with how the year goes; whoever has one unit is sent straight to it."""
    year = school_year_of(request.today)
    found = wheels.overview(request.actor, today=request.today, year=year)
    keeps = bool(policy.may(request.actor, Action.KEEP_COMMON_TASKS))
    if len(found) == 1 and not keeps:
        return redirect("unit_wheel", found[0][0].pk)
    return render(request, "annual_wheel/wheels.html", {"units": found, "year": year, "keeps": keeps})


@page(Action.READ_WHEEL, **UNIT)
def unit_wheel(request, unit):
    """The wheel of a unit in a school year: the picture, the lists around it, and for the leader what waits now."""
    years = wheels.years_of(unit.pk)
    year = _year_asked(request, years)
    wheel = wheels.wheel_of(unit.pk, year) if year in years else None
    leads = bool(policy.may(request.actor, Action.LEAD_WHEEL, request.facts))
    context = {
        "unit": unit, "year": year, "years": years, "leads": leads,
        "may_open": [each for each in rules.years_to_open(request.today) if each not in years] if leads else [],
    }  # fmt: skip
    if wheel is None:
        return render(
            request, "annual_wheel/no_wheel.html", context | {"form": YearForm(initial={"year": year})}
        )
    seen = wheels.seen(wheel, voice=Voice.of(request.actor), today=request.today)
    return render(request, "annual_wheel/wheel.html", context | _shown(request, seen, leads))


@page(Action.LEAD_WHEEL, **UNIT, methods=("POST",))
def wheel_opening(request, unit):
    """Open a school year."""
    form = YearForm(request.POST)
    if attempt(request, form, operations.open_wheel, unit=unit, today=request.today):
        messages.success(request, _("Årshjulet er åpnet. Flytt det som passer bedre et annet sted."))
        return redirect(f"{reverse('unit_wheel', args=[unit.pk])}?aar={form.cleaned_data['year']}")
    context = {"unit": unit, "form": form, "years": wheels.years_of(unit.pk), "leads": True, "year": None}
    context["may_open"] = [
        year for year in rules.years_to_open(request.today) if year not in context["years"]
    ]
    return render(request, "annual_wheel/no_wheel.html", context, status=form.status)


@page(Action.LEAD_WHEEL, **WHEEL)
def wheel_status(request, wheel):
    """One page to bring to a meeting: how the year goes, and numbers of logs, small ones hidden (S000-05)."""
    seen = wheels.seen(wheel, voice=Voice.of(request.actor), today=request.today)
    logs = counts.logs_of(wheel.unit_id, today=request.today)
    ending = counts.consents_ending(wheel.unit_id, today=request.today)
    context = {
        "wheel": seen,
        "numbers": [
            (_("Åpne logger"), shown_count(logs.open)),
            (_("Logger med evaluering over tiden"), shown_count(logs.overdue)),
            (_("Logger uten neste dato"), shown_count(logs.without_plan)),
            (_("Logger der samtykket må fornyes"), shown_count(ending)),
        ],
        "done": [task for task in seen.tasks if task.state == TaskState.DONE],
        "ahead": [task for task in seen.tasks if task.state == TaskState.COMING][:3],
    }
    return render(request, "annual_wheel/status.html", context)


def _shown(request, seen, leads):
    """What the wheel's page shows besides the unit: picture, months in order, and what waits."""
    first = JANUARY if request.GET.get("rekkefolge") == "kalender" else AUGUST
    months = rules.months_in_order(first=first)
    owners = wheels.owner_choices(seen.unit_kind, Voice.of(request.actor))
    logs = counts.logs_of(seen.unit_id, today=request.today) if leads and seen.waiting else None
    waiting = [
        (
            task,
            ways.of(task, seen, leads=leads),
            ways.waiting_there(task, seen, logs, today=request.today) if logs else "",
        )
        for task in seen.waiting
    ]
    return {
        "wheel": seen,
        "drawing": drawing.draw(seen, owners, first=first, today=request.today),
        "halves": [
            [(month, Month(month).label, seen.in_month(month)) for month in half]
            for half in (months[:6], months[6:])
        ],
        "calendar_order": first == JANUARY,
        "waiting": waiting,
        "following": next((task for task in seen.tasks if task.state == TaskState.COMING), None),
        "month_labels": dict(Month.choices),
        "states": list(TaskState),
        "this_month": request.today.month if school_year_of(request.today) == seen.year else None,
    }


def _year_asked(request, years):
    """The school year in the address; else the current one."""
    asked = request.GET.get("aar", "")
    if asked.isdecimal() and len(asked) == 4 and int(asked) in years:
        return int(asked)
    return school_year_of(request.today)
