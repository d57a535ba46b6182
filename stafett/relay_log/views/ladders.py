"""Pages of the staircase: shape it, take its steps."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.relay_log import operations, queries
from stafett.relay_log.content import library
from stafett.relay_log.forms.measure import LadderForm
from stafett.relay_log.queries.parts import steps_of
from stafett.relay_log.views import presenting
from stafett.relay_log.views.concerns import WRITES as CONCERN_WRITES

LADDER = {"of": queries.reachable_ladder, "facts": queries.facts_about}
CHANGES = ("take", "skip", "merge", "undo")


@page(Action.WRITE_LOG, **CONCERN_WRITES)
def new_ladder(request, concern):
    """Shape a staircase together with the child."""
    form = LadderForm(request.POST or None, initial=_example(request))
    ladder = attempt(request, form, operations.shape_ladder, log=concern.log, concern=concern)
    if ladder:
        messages.success(request, _("Trappen er klar."))
        return redirect("ladder", ladder.pk)
    examples = [(key, name) for key, name, _steps in _examples()]
    context = {
        "log": concern.log,
        "concern": concern,
        "form": form,
        "examples": examples,
        "prompts": library.prompts("small_steps", "child_takes_part"),
    }
    return render(request, "relay_log/ladder_form.html", context, status=form.status)


@page(Action.VIEW_LOG, **LADDER)
def ladder(request, ladder):
    """The staircase, drawn, with the table beside it."""
    context = {
        "log": ladder.log,
        "ladder": ladder,
        "steps": steps_of(ladder),
        "may_write": presenting.may(request.actor, Action.WRITE_LOG, request.facts),
    }
    return render(request, "relay_log/ladder.html", context)


@page(Action.WRITE_LOG, of=queries.reachable_step, facts=queries.facts_about, methods=("POST",))
def step_change(request, step, change):
    """Take, skip, merge or undo a step."""
    if change not in CHANGES:
        raise Http404
    operations.change_step(actor=request.actor, log=step.log, step=step, change=change, today=request.today)
    if change == "take":
        messages.success(request, _("Et trinn er tatt. Godt gjort!"))
    return redirect("ladder", step.ladder_id)


def _examples():
    for item in library.templates():
        for concern in item["concern"]:
            if "ladder" in concern:
                yield item["key"], library.said(item["name"]), concern["ladder"]


def _example(request):
    """A worked example to start from, when one was chosen."""
    asked = request.GET.get("mal", "")
    for key, name, steps in _examples():
        if key == asked:
            return {"title": name, "steps": "\n".join(library.said(step) for step in steps)}
    return None
