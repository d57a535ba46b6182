"""The municipality's own settings: all of them with history, and each part on a page of its own."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations, rules
from stafett.administration.enums import SettingsPart
from stafett.administration.forms.setup import PARTS
from stafett.administration.queries import setup as queries
from stafett.administration.views import settings_shown
from stafett.administration.views.units import page_number

WRITE = {"methods": ("GET", "POST"), "read": False}


@page(Action.SET_UP_MUNICIPALITY, read=False)
def municipality_settings(request):
    """Every setting, what it decides, and who has changed what."""
    municipality, number = queries.municipality_of(request.actor), page_number(request)
    changes, has_more = queries.changes(page=number)
    context = {
        "municipality": municipality,
        "parts": [settings_shown.part(each, queries.values_of(municipality, each)) for each in SettingsPart],
        "changes": [settings_shown.change(each) for each in changes],
        "said": queries.go_live(),
        "page": number,
        "has_more": has_more,
        "locked": rules.BEFORE_FIRST_LOG if queries.has_logs() else (),
    }
    return render(request, "administration/settings.html", context)


@page(Action.SET_UP_MUNICIPALITY, **WRITE)
def edit_names(request):
    """What the municipality and the model are called."""
    return _edit(request, SettingsPart.NAMES)


@page(Action.SET_UP_MUNICIPALITY, **WRITE)
def edit_contacts(request):
    """Whom people ask."""
    return _edit(request, SettingsPart.CONTACTS)


@page(Action.SET_UP_MUNICIPALITY, **WRITE)
def edit_consent_rules(request):
    """Who consents and who reads."""
    return _edit(request, SettingsPart.CONSENT)


@page(Action.SET_UP_MUNICIPALITY, **WRITE)
def edit_working_rules(request):
    """How long a consent lasts, and one measure at a time."""
    return _edit(request, SettingsPart.WORK)


def _edit(request, part):
    """One part. While the municipality is being set up one goes on to the next step, later back to the settings."""
    municipality = queries.municipality_of(request.actor)
    onward = "municipality_settings" if queries.go_live().ready_at else "readiness"
    form = PARTS[part](request.POST or None, initial=queries.values_of(municipality, part))
    if attempt(request, form, operations.change_settings, municipality=municipality, part=part):
        messages.success(request, _("Lagret: %(part)s.") % {"part": part.label})
        return redirect(onward)
    context = {
        "title": part.label, "eyebrow": _("Kommunens innstillinger"), "lead": settings_shown.about(part),
        "form": form, "label": _("Lagre"), "back": reverse(onward),
    }  # fmt: skip
    return render(request, "administration/form.html", context, status=form.status)
