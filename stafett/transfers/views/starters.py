"""School starters: the cohort for the leaders of kindergarten and school, and the school of one child."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.register import staff
from stafett.register.enums import UnitKind
from stafett.transfers import operations, rules
from stafett.transfers.forms import SchoolForm
from stafett.transfers.queries import lists, reach, starters
from stafett.transfers.views import presenting


@page(Action.SEE_SCHOOL_STARTERS)
def school_starters(request):
    """Those who leave the kindergartens the reader leads, and those who come to the reader's schools."""
    coming = starters.arriving(request.actor, today=request.today)
    leaving = starters.leaving(request.actor, today=request.today)
    kinds = {post.unit_kind for post in request.actor.posts if post.unit_id in request.actor.led_unit_ids}
    context = {
        "leaving": [presenting.starter(each, request.actor) for each in leaving],
        "coming": [presenting.starter(each, request.actor) for each in coming.starters],
        "hidden": coming.hidden,
        "year": rules.next_start(request.today),
        "leads_kindergarten": UnitKind.KINDERGARTEN in kinds,
        "leads_school": UnitKind.SCHOOL in kinds,
    }
    return render(request, "transfers/school_starters.html", context)


@page(
    Action.CHOOSE_SCHOOL, of=reach.reachable_starter, facts=reach.facts_about_starter, methods=("GET", "POST")
)
def school(request, log):
    """Say which school a child comes to."""
    start = lists.school_of(log)
    schools = [unit for unit in staff.units_besides(log.unit_id) if unit.kind == UnitKind.SCHOOL]
    form = SchoolForm(
        request.POST or None, schools=schools, initial={"school_id": str(start.school_id)} if start else {}
    )
    back = reverse("transfer_log", args=[log.pk]) if log.ways.gives else reverse("school_starters")
    if attempt(request, form, operations.choose_school, log=log, today=request.today):
        messages.success(request, _("Skolen er valgt."))
        return redirect(back)
    context = {
        "form": form, "title": _("Velg skole"), "eyebrow": log.child.person.name, "label": _("Lagre"), "back": back,
        "lead": _("Skolen får ikke vite hvem barnet er før foresatte har sagt ja."),
    }  # fmt: skip
    return render(request, "transfers/form.html", context, status=form.status)
