"""Units and their staff lists: what the administrator and each leader keeps."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations
from stafett.administration.forms.staff import UnitForm
from stafett.administration.queries import staff as queries
from stafett.administration.queries.coming_and_going import prompts_about
from stafett.kernel.text import clean_line

UNIT = {"of": queries.unit_kept, "facts": queries.facts_about_unit, "read": False}


@page(Action.SEE_STAFF_LISTS, read=False, limit="search")
def staff_lists(request):
    """The units one keeps; or what a search finds on their lists. A leader of one unit is led straight to it."""
    actor, today = request.actor, request.today
    asked = clean_line(request.GET.get("q", ""))[:100]
    number = page_number(request)
    found = queries.search_kept(actor, asked, today=today, page=number) if asked else None
    units = [] if asked else queries.units_kept(actor, today=today)
    runs = bool(policy.may(actor, Action.KEEP_UNITS))
    if len(units) == 1 and not runs:
        return redirect("unit_staff", units[0].pk)
    context = {"asked": asked, "found": found, "units": units, "runs": runs, "page": number, "today": today}
    return render(request, "administration/staff_lists.html", context)


@page(Action.KEEP_STAFF_LIST, **UNIT)
def unit_staff(request, unit):
    """Who works in a unit, who is to begin, and who has just left."""
    number, today = page_number(request), request.today
    runs = bool(policy.may(request.actor, Action.KEEP_UNITS))
    context = {
        "unit": unit,
        "staff": queries.staff_list(unit, today=today, page=number),
        "prompts": prompts_about(unit, today=today, leads=unit.pk in request.actor.led_unit_ids),
        "left": queries.left_lately(unit, today=today) if number == 1 else [],
        "page": number,
        "today": today,
        "runs": runs,
        "has_more_lists": runs or len(request.actor.led_unit_ids) > 1,
    }
    return render(request, "administration/unit_staff.html", context)


@page(Action.KEEP_UNITS, methods=("GET", "POST"), read=False)
def new_unit(request):
    """Enter a unit."""
    form = UnitForm(request.POST or None, areas=queries.areas())
    unit = attempt(request, form, operations.add_unit)
    if unit:
        messages.success(request, _("Enheten er lagt inn. Sett inn den som leder den."))
        return redirect("unit_staff", unit.pk)
    lead = _("Skriv navnet slik det står i andre lister, så finner en importert liste enheten igjen.")
    return _form(request, form, _("Ny enhet"), lead, reverse("staff_lists"))


@page(Action.KEEP_UNITS, **UNIT, methods=("GET", "POST"))
def edit_unit(request, unit):
    """Change the name, kind or area of a unit."""
    areas = [area for area in queries.areas() if area.pk != unit.pk]
    initial = {
        "name": unit.name, "kind": unit.kind, "is_private": unit.is_private, "area_id": str(unit.area_id or "none"),
    }  # fmt: skip
    form = UnitForm(request.POST or None, areas=areas, initial=initial)
    if attempt(request, form, operations.change_unit, unit=unit):
        messages.success(request, _("Enheten er lagret."))
        return redirect("unit_staff", unit.pk)
    lead = _("Navnet følger med overalt hvor enheten vises, også i logger.")
    return _form(request, form, _("Endre enheten"), lead, reverse("unit_staff", args=[unit.pk]))


def page_number(request):
    """Which page of a list is asked for; the first when the address says nothing that can be read."""
    text = request.GET.get("side", "")
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 5 else 1


def _form(request, form, title, lead, back):
    context = {
        "title": title, "eyebrow": _("Enheter og ansatte"), "lead": lead, "form": form, "label": _("Lagre"), "back": back,
    }  # fmt: skip
    return render(request, "administration/form.html", context, status=form.status)
