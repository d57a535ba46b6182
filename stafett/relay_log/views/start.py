"""From "is it time for a log?" to a log that waits for consent (S001-05..17, S003-25)."""

from django.shortcuts import redirect, render

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import queries as administration
from stafett.administration.queries.setup import may_begin
from stafett.register import people, staff
from stafett.relay_log import operations
from stafett.relay_log.content import library
from stafett.relay_log.forms.start import ChildSearch, StartForm


@page(Action.START_LOG, limit="search")
def choose_child(request):
    """Is it time for a log, and for whom?"""
    form = ChildSearch(request.GET or None)
    asked = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    context = {
        "form": form,
        "asked": asked,
        "found": _found(request.actor, asked),
        "ready": administration.children_ready_for(request.actor),
        "prompts": library.prompts("try_simple_measures_first", "when_to_start_a_log"),
        "begins": may_begin(),
        "helpers": _helpers(request) if not asked else [],  # to think with, before one has decided on a child
    }
    return render(request, "relay_log/choose_child.html", context)


@page(Action.START_LOG, of=administration.child_in_own_unit, methods=("GET", "POST"))
def start(request, child):
    """Why, agreed with whom, and the people around the child; then the log is there, waiting for consent."""
    leaders = staff.leaders_of([child.unit_id], day=request.today)
    form = StartForm(request.POST or None, leaders=leaders)
    log = attempt(
        request, form, operations.start_log, child=child, unit_id=child.unit_id, today=request.today
    )
    if log:
        return redirect("consent", log.pk)
    context = {
        "form": form,
        "child": child,
        "begins": may_begin(),
        "guardians": administration.guardians_of(child),
        "prompts": library.prompts("leader_agreement"),
    }
    return render(request, "relay_log/start.html", context, status=form.status)


def _helpers(request):
    return staff.resource_persons_of(request.actor.unit_ids, day=request.today)


def _found(actor, asked):
    led = actor.led_unit_ids
    return people.search_children(asked, unit_ids=actor.unit_ids, led_unit_ids=led) if asked else []
