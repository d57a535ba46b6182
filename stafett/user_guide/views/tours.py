"""The two-minute tours: a page for each step, which can be left on any of them and taken again (W-03)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import translation

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.user_guide import operations, queries, rules
from stafett.user_guide.content import library
from stafett.user_guide.enums import Role
from stafett.user_guide.forms import TourEndForm
from stafett.user_guide.views import showing


@page(Action.TAKE_TOUR, read=False)
def own_tour(request):
    """To the first step of one's own tour."""
    return redirect("tour_step", rules.role_of(request.actor), 1)


@page(Action.TAKE_TOUR, read=False)
def tour_step(request, role, number):
    """One step: what there is to know, a picture, and the real page where one may open it."""
    steps = library.tour(role, request.actor.locale)
    if not 1 <= number <= len(steps):
        raise Http404
    step = steps[number - 1]
    context = {
        "step": step, "role": Role(role), "count": len(steps), "is_last": number == len(steps),
        "address": showing.page_for(request.actor, step.route), "form": TourEndForm(),
    }  # fmt: skip
    with translation.override(step.language):
        return render(request, "user_guide/tour_step.html", context)


@page(Action.TAKE_TOUR, methods=("POST",), read=False)
def tour_end(request, role):
    """The tour is over, seen or left; on to where one's day begins."""
    if not library.tour(role, request.actor.locale):
        raise Http404
    attempt(request, TourEndForm(request.POST), operations.end_tour, role=Role(role))
    return redirect("start")


def offer_tour(request) -> None:
    """Let the page after logging in have one line that offers the tour, until it has been seen or left (W-03).

    One question, and only in the first minutes of a login.
    """
    role = rules.role_of(request.actor)
    just_in = rules.is_just_in(request.login.started_at, now=request.now)
    if just_in and library.tour(role, request.actor.locale) and not queries.has_ended(request.actor, role):
        messages.info(request, role.value, extra_tags="tour")
