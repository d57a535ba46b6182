"""How far the roll-out has come: for leaders to read, for the administrator to say (S004-04)."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.toolbox import operations
from stafett.toolbox.enums import PhaseKind
from stafett.toolbox.forms.news import PhaseForm
from stafett.toolbox.queries.phases import phases


@dataclass(frozen=True)
class Stop:
    """One phase on the line: its name, what it is about, and whether one has been there, is there, or comes there."""

    label: str
    about: str
    place: str


@page(Action.SEE_ROLL_OUT, read=False)
def roll_out(request):
    """The line of phases, where one is on it, and what is next."""
    said = phases()
    current = said[0] if said else None
    context = {
        "current": current,
        "former": said[1:],
        "kinds": dict(PhaseKind.choices),
        "stops": _stops(current),
        "may_set": bool(policy.may(request.actor, Action.SET_PHASE)),
    }
    return render(request, "toolbox/roll_out.html", context)


@page(Action.SET_PHASE, methods=("GET", "POST"), read=False)
def new_phase(request):
    """Say where one is."""
    said = phases()
    form = PhaseForm(request.POST or None, initial={"kind": said[0].kind} if said else {})
    if attempt(request, form, operations.set_phase):
        messages.success(request, _("Lagret. Ledere og administratorer ser det."))
        return redirect("roll_out")
    context = {
        "form": form, "title": _("Hvor er dere nå?"), "lead": None, "eyebrow": _("Innføringen"), "label": _("Lagre"),
        "back": reverse("roll_out"), "theirs": [],
    }  # fmt: skip
    return render(request, "toolbox/form.html", context, status=form.status)


def _stops(current):
    kinds = list(PhaseKind)
    at = kinds.index(PhaseKind(current.kind)) if current else -1
    about = {
        PhaseKind.PLANNING: _("Bli enige om hvorfor, hvem som er med, og når."),
        PhaseKind.WORK: _("Skriv handlingsveilederen, lær opp folk, prøv i det små."),
        PhaseKind.ESTABLISHMENT: _("Ta det i bruk i alle enheter, og rett det som ikke virker."),
        PhaseKind.RUNNING: _("Hold det levende: årshjul, nye ansatte, og det dere lærer underveis."),
    }
    return [
        Stop(kind.label, about[kind], "here" if place == at else "past" if place < at else "ahead")
        for place, kind in enumerate(kinds)
    ]
