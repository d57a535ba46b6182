"""Who coordinates when several services help the same child, and what the family has a right to (L-40..44, W-24)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.register.directory import shown_unit
from stafett.relay_log import operations
from stafett.relay_log.content import library
from stafett.relay_log.forms.coordination import CoordinationForm
from stafett.relay_log.queries.coordination import coordination_of, places_for, told
from stafett.relay_log.rules import coordination as rules
from stafett.relay_log.views import presenting
from stafett.relay_log.views.log import LOG, WRITES

_FIELDS = ("why", "unit_id", "is_decided_above", "child_view", "child_coordinator_id", "plan", "version")
RIGHTS = ("duty_to_cooperate", "right_to_coordinator", "right_to_plan")


@page(Action.VIEW_LOG, **LOG)
def coordination(request, log):
    """Who coordinates, for everyone in the log, with what the family may ask for."""
    said = coordination_of(log)
    holder = next(
        (each for each in places_for(log, today=request.today) if each.relation == "baton_holder"), None
    )
    may = {
        action.value: presenting.may(request.actor, action, request.facts)
        for action in (Action.WRITE_LOG, Action.OFFER_TRANSFER, Action.TAKE_OUT_LOG, Action.CLOSE_LOG)
    }
    context = {
        "log": log,
        "said": said,
        "rows": told(said, shown_unit(log.child, said.unit, request.actor) if said.unit else ""),
        "is_due": rules.is_due(log.level),
        "asks_for_plan": rules.asks_for_plan(log.level, plan=said.plan),
        "ends_in_plan": rules.ends_in_plan(said.plan),
        "is_holder_too": bool(holder) and holder.person_id == said.child_coordinator_id,
        "may": may,
        "prompts": library.prompts(*RIGHTS),
    }
    return render(request, "relay_log/coordination.html", context)


@page(Action.WRITE_LOG, **WRITES)
def edit_coordination(request, log):
    """Write who coordinates; when somebody else was quicker, both texts are shown."""
    initial = _from(coordination_of(log))
    form = CoordinationForm(
        request.POST or None, places=places_for(log, today=request.today), initial=initial
    )
    if attempt(request, form, operations.say_coordination, log=log, today=request.today):
        messages.success(request, _("Samordningen er lagret."))
        return redirect("coordination", log.pk)
    context = {
        "log": log,
        "form": form,
        "theirs": presenting.differences(form, form.conflict and _from(form.conflict)),
        "prompts": library.prompts(*RIGHTS),
    }
    return render(request, "relay_log/coordination_form.html", context, status=form.status)


def _from(said):
    return {name: str(value) if name.endswith("_id") and value else value
            for name in _FIELDS for value in [getattr(said, name)]}  # fmt: skip
