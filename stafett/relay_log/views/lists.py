"""Mine stafettlogger, Mine aktørlogger, and the family's page."""

from django.shortcuts import redirect, render

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.administration import queries as administration
from stafett.relay_log import queries
from stafett.relay_log.views import presenting


@page(Action.LIST_OWN_LOGS)
def my_logs(request):
    """Logs whose baton I hold, and for leaders the guardians that wait for them."""
    number = _page_number(request)
    rows, more = queries.my_logs(request.actor, today=request.today, page=number)
    waiting = administration.relations_to_confirm(request.actor) if request.actor.led_unit_ids else []
    return render(
        request,
        "relay_log/my_logs.html",
        {"rows": _shown(request, rows), "page": number, "more": more, "waiting": waiting},
    )


@page(Action.LIST_PARTICIPATING_LOGS)
def participating_logs(request):
    """Logs I take part in without holding the baton."""
    number = _page_number(request)
    rows, more = queries.participating_logs(request.actor, today=request.today, page=number)
    context = {"rows": _shown(request, rows), "page": number, "more": more}
    return render(request, "relay_log/participating_logs.html", context)


@page(Action.LIST_FAMILY_LOGS)
def family_logs(request):
    """A guardian with one log goes straight to it; with several, or none, to the list."""
    rows = queries.family_logs(request.actor, today=request.today)
    if len(rows) == 1:
        return redirect("log", rows[0].log.pk)
    return render(request, "relay_log/family_logs.html", {"rows": _shown(request, rows)})


def _shown(request, rows):
    return presenting.list_rows(rows, today=request.today, reader=request.actor)


def _page_number(request):
    asked = request.GET.get("side", "1")
    return max(int(asked), 1) if asked.isdecimal() and len(asked) < 5 else 1
