"""One person on a staff list: put on, changed, moved, ended, and an end taken back (S000-07)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations, rules
from stafett.administration.forms.family import NoWordsForm
from stafett.administration.forms.staff import (
    EmployeeForm,
    EmployeeNumberForm,
    EmploymentForm,
    LastDayForm,
    MoveForm,
)
from stafett.administration.queries import staff as queries

UNIT = {"of": queries.unit_kept, "facts": queries.facts_about_unit, "read": False}
POST = {"of": queries.employment_kept, "facts": queries.facts_about_employment, "read": False}
CHANGES = {**POST, "methods": ("GET", "POST")}


@page(Action.KEEP_STAFF_LIST, **UNIT, methods=("GET", "POST"))
def new_employee(request, unit):
    """Put somebody on the list."""
    runs = bool(policy.may(request.actor, Action.KEEP_UNITS))
    form = EmployeeForm(
        request.POST or None, unit=unit, administers=runs, initial={"starts_on": request.today}
    )
    if attempt(request, form, operations.add_employee, unit=unit, today=request.today):
        messages.success(request, _("Personen står på listen."))
        return redirect("unit_staff", unit.pk)
    lead = _("Nummeret avgjør hvem som kommer inn. Se etter i papirene, ikke etter hukommelsen.")
    title = _("Sett noen på listen")
    return _form(request, form, title, lead, unit.name, reverse("unit_staff", args=[unit.pk]))


@page(Action.SEE_EMPLOYMENT, **POST)
def employment(request, employment):
    """Where, as what and how long; what the reader can do; and before they leave, what is to be handed on."""
    leads = employment.unit_id in request.actor.led_unit_ids
    context = {
        "employment": employment,
        "today": request.today,
        "form": NoWordsForm(),
        "may_change": bool(policy.may(request.actor, Action.CHANGE_EMPLOYMENT, request.facts)),
        "is_self": employment.person_id == request.actor.person_id,
        "has_ended": employment.ends_on is not None and employment.ends_on < request.today,
        "may_reopen": bool(rules.may_reopen(employment.ends_on, today=request.today)),
        "others": queries.units_besides(request.actor, employment.unit_id),
        "leads": leads,
        "batons": queries.batons_held(employment) if leads else 0,
        "places": queries.places_shared(employment) if leads else 0,
    }
    return render(request, "administration/employment.html", context)


@page(Action.CHANGE_EMPLOYMENT, **CHANGES)
def edit_employment(request, employment):
    """Another position or role."""
    runs = bool(policy.may(request.actor, Action.KEEP_UNITS))
    initial = {"position": employment.position, "role": employment.role, "from_on": request.today}
    form = EmploymentForm(request.POST or None, unit=employment.unit, administers=runs, initial=initial)
    changed = attempt(request, form, operations.change_employment, employment=employment, today=request.today)
    if changed:
        messages.success(request, _("Endringen er lagret."))
        return redirect("employment", changed.pk)
    lead = _("En ny rolle gjelder fra dagen du velger. En ny stillingstittel gjelder med en gang.")
    return _about(request, employment, form, _("Endre stilling eller rolle"), lead)


@page(Action.CHANGE_EMPLOYMENT, **CHANGES)
def employment_move(request, employment):
    """To another unit."""
    units = queries.units_besides(request.actor, employment.unit_id)
    form = MoveForm(request.POST or None, units=units, initial={"from_on": request.today})
    moved = attempt(request, form, operations.move_employment, employment=employment, today=request.today)
    if moved:
        messages.success(request, _("Personen er flyttet."))
        return redirect("employment", moved.pk)
    lead = _("Stafettpinner og plasser i logger blir igjen i den gamle enheten. Lederen der gir dem videre.")
    return _about(request, employment, form, _("Flytt til en annen enhet"), lead)


@page(Action.CHANGE_EMPLOYMENT, **CHANGES)
def employment_end(request, employment):
    """The last day."""
    form = LastDayForm(request.POST or None, initial={"ends_on": employment.ends_on or request.today})
    if attempt(request, form, operations.end_employment, employment=employment, today=request.today):
        messages.success(request, _("Sluttdatoen er lagret. Tilgangen slutter av seg selv."))
        return redirect("unit_staff", employment.unit_id)
    leads = employment.unit_id in request.actor.led_unit_ids
    lead = _("Det personen har skrevet, blir stående. Skal tilgangen slutte med en gang, velger du i går.")
    extra = {"batons": queries.batons_held(employment) if leads else 0}
    return _about(request, employment, form, _("Slutter"), lead, **extra)


@page(Action.CHANGE_EMPLOYMENT, **POST, methods=("POST",))
def employment_reopening(request, employment):
    """Take back an end."""
    form = NoWordsForm(request.POST)
    if attempt(request, form, operations.reopen_employment, employment=employment, today=request.today):
        messages.success(request, _("Sluttdatoen er tatt bort."))
        return redirect("employment", employment.pk)
    return _about(request, employment, form, _("Ta bort sluttdatoen"), None)


@page(Action.CHANGE_EMPLOYMENT, **CHANGES)
def employee_number(request, employment):
    """A wrongly typed number (W-16)."""
    form = EmployeeNumberForm(request.POST or None)
    if attempt(request, form, operations.correct_employee_number, employment=employment):
        messages.success(request, _("Nummeret er rettet. Nå kan personen logge inn."))
        return redirect("employment", employment.pk)
    lead = _("Kommer ikke personen inn, er det oftest et siffer som er feil.")
    return _about(request, employment, form, _("Rett fødselsnummeret"), lead)


def _about(request, employment, form, title, lead, **extra):
    back = reverse("employment", args=[employment.pk])
    return _form(request, form, title, lead, employment.person.name, back, **extra)


def _form(request, form, title, lead, eyebrow, back, **extra):
    context = {
        "title": title, "eyebrow": eyebrow, "lead": lead, "form": form, "label": _("Lagre"), "back": back, **extra,
    }  # fmt: skip
    return render(request, "administration/staff_form.html", context, status=form.status)
