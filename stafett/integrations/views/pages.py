"""The administrator's pages: which systems are let in, a new one, new keys, and shutting one out."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.integrations import operations
from stafett.integrations.enums import KeyKind, Scope
from stafett.integrations.forms import NoWordsForm, SystemForm
from stafett.integrations.queries import systems as found
from stafett.integrations.rules import keys


@page(Action.MANAGE_INTEGRATIONS, read=False)
def systems(request):
    """The list: what each may do, and when it was last here."""
    rows = found.systems()
    context = {
        "connected": [(row, _scopes(row), _ends(row, request.now)) for row in rows if not row.ended_at],
        "former": [row for row in rows if row.ended_at],
    }
    return render(request, "integrations/systems.html", context)


@page(Action.MANAGE_INTEGRATIONS, methods=("GET", "POST"), read=False, step_up=True)
def new_system(request):
    """Let a system in; its key is shown in the answer, and never again."""
    providers = found.login_providers(request.actor.municipality_id)
    form = SystemForm(request.POST or None, providers=providers)
    made = attempt(request, form, operations.connect)
    if made:
        return _keys_of(request, made)
    context = {"form": form, "providers": providers}
    return render(request, "integrations/new_system.html", context, status=form.status)


@page(Action.MANAGE_INTEGRATIONS, of=found.system, read=False)
def system(request, system):
    """One of them."""
    return _shown(request, system, NoWordsForm())


@page(Action.MANAGE_INTEGRATIONS, of=found.system, methods=("POST",), step_up=True)
def system_key(request, system):
    """New keys; the former ones work a week more."""
    form = NoWordsForm(request.POST)
    made = attempt(request, form, operations.make_key, system=system)
    return _keys_of(request, made) if made else _shown(request, system, form)


@page(Action.MANAGE_INTEGRATIONS, of=found.system, methods=("POST",))
def system_disconnection(request, system):
    """Shut it out."""
    form = NoWordsForm(request.POST)
    if attempt(request, form, operations.disconnect, system=system):
        messages.success(request, _("Systemet er koblet fra. Nøklene åpner ingenting lenger."))
        return redirect("systems")
    return _shown(request, system, form)


def _keys_of(request, made):
    """The keys, once. A form that was carried out before has none to show."""
    shown = getattr(made, "shown_keys", None)
    if shown is None:
        messages.info(request, _("Nøkkelen er vist. Er den borte, lager du en ny her."))
        return redirect("system", made.pk)
    context = {
        "system": made,
        "bearer": shown.get(KeyKind.BEARER),
        "secret": shown.get(KeyKind.SECRET),
        "scim_address": request.build_absolute_uri("/scim/v2"),
        "token_address": request.build_absolute_uri("/api/v1/token"),
        "days": keys.LIVES.days,
    }
    return render(request, "integrations/keys.html", context)


def _shown(request, system, form):
    context = {
        "system": system,
        "scopes": _scopes(system),
        "form": form,
        "keys": [key for key in system.keys_held if keys.holds(key.ends_at, now=request.now)],
        "scim_address": request.build_absolute_uri("/scim/v2") if Scope.SCIM in system.scopes else None,
        "overlap_days": keys.OVERLAP.days,
    }
    return render(request, "integrations/system.html", context, status=form.status)


def _ends(row, now):
    """When a system's key is over, when that is soon; keys come newest first."""
    return keys.soon_over({key.kind: key.ends_at for key in reversed(row.keys_held)}, now=now)


def _scopes(row):
    return [scope.label for scope in Scope if scope.value in row.scopes]
