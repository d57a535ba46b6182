"""What a new holder reads first: what goes on every day, then what has been tried, what is open, and what consent covers."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.relay_log import queries as log_queries
from stafett.transfers import operations
from stafett.transfers.queries import carried, checklist, lists, reach
from stafett.transfers.views import presenting


@page(Action.VIEW_LOG, of=log_queries.reachable_log, facts=log_queries.facts_about)
def received(request, log):
    """The reading view of a log that has been taken over (S001-45, S001-46)."""
    measures = lists.measures_to_read(log)
    taken = lists.newest_taken(log, request.actor.person_id)
    context = {
        "log": log,
        "taken": taken,
        "groups": presenting.learned(measures, today=request.today),
        "open": presenting.open_dates(measures, today=request.today),
        "checks": presenting.summary(checklist.checklist_of(log, today=request.today), today=request.today),
        "has_carried": carried.has_carried(log),
        "may_confirm": bool(taken and taken.read_at is None and log.relation == "baton_holder"),
    }
    return render(request, "transfers/received.html", context)


@page(Action.CONFIRM_READING, of=reach.reachable_transfer, facts=reach.facts_about, methods=("POST",))
def confirmed(request, transfer):
    """Say that it has been read."""
    operations.confirm_reading(actor=request.actor, log=transfer.log, transfer=transfer)
    messages.success(request, _("Takk. Nå kan du planlegge det første møtet."))
    return redirect("log", transfer.log_id)
