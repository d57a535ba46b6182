"""History from another municipality: the page that reads it, and the holder's two steps to take it in (ADR 0044)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.relay_log import queries as log_queries
from stafett.relay_log.views import presenting as log_presenting
from stafett.transfers import operations
from stafett.transfers.enums import CarriedKind
from stafett.transfers.forms import HistoryFileForm, TakeInForm
from stafett.transfers.queries import carried as histories
from stafett.transfers.rules.carrying import ONE_BY_ONE
from stafett.transfers.views import carried

LOG = {"of": log_queries.reachable_log, "facts": log_queries.facts_about}
WRITES = {"facts": log_queries.facts_about, "methods": ("GET", "POST")}


@page(Action.VIEW_LOG, **LOG)
def history(request, log):
    """What was done before the child came here: what goes on first, then what was tried, then everything as it was written."""
    rows = histories.carried_into(log)
    child = log.child.person
    concerns = [row.content for row in rows if row.kind == CarriedKind.CONCERN]
    context = {
        "log": log,
        "sources": list(dict.fromkeys(carried.source(row, child) for row in rows)),
        "groups": carried.learned(concerns),
        "parts": [(carried.told(row.kind, row.content), carried.source(row, child)) for row in rows],
        "sees_all": log.sight.only is None,
        "may_bring_in": log_presenting.may(request.actor, Action.BRING_IN_HISTORY, request.facts),
    }
    return render(request, "transfers/history.html", context)


@page(Action.BRING_IN_HISTORY, of=log_queries.reachable_log, **WRITES, limit="data_export")
def history_package(request, log):
    """Choose the file."""
    form = HistoryFileForm(request.POST or None, request.FILES or None)
    if opened := attempt(request, form, operations.open_package, log=log):
        return redirect("history_choice", opened.pk)
    return render(request, "transfers/history_package.html", {"log": log, "form": form}, status=form.status)


@page(Action.BRING_IN_HISTORY, of=histories.reachable_arrival, **WRITES)
def history_choice(request, package):
    """See that it is the same child, and choose what is taken in."""
    parts = histories.waiting_parts(package)
    form = TakeInForm(request.POST or None, offered=_offered(parts))
    if attempt(request, form, operations.take_in, log=package.log, package=package):
        messages.success(request, _("Historien er hentet inn. Alle i loggen kan lese den."))
        return redirect("carried_history", package.log_id)
    context = {
        "log": package.log, "package": package, "form": form, "is_put_away": package.content is None,
        "origin": carried.origin(package, package.log.child.person), "rows": _compared(package),
        "limits": _limits(package.log.standing),
    }  # fmt: skip
    return render(request, "transfers/history_choice.html", context, status=form.status)


def _offered(parts):
    """What can be ticked: each concern and each meeting by name, and the rest by what it is and how much."""
    one_by_one = [
        (each.choice, f"{each.kind.label}: {carried.told(each.kind, each.content).heading}")
        for each in parts
        if each.kind in ONE_BY_ONE
    ]
    counts = {
        kind: sum(part.kind == kind for part in parts) for kind in CarriedKind if kind not in ONE_BY_ONE
    }
    return one_by_one + [(str(kind), f"{kind.label} ({count})") for kind, count in counts.items() if count]


def _limits(standing):
    """What those who have said yes have asked to be held to, in their own words (L-06)."""
    newest = (standing.newest_of(each.guardian_id) for each in standing.consents)
    return sorted({given.limits for given in newest if given and given.limits})


def _compared(package):
    """The child here and in the package, side by side, for the holder's own eyes."""
    here, there = package.log.child.person, (package.content or {}).get("child", {})
    how = (
        _("Fødselsnummeret stemmer.")
        if package.matched_by_number
        else _("Bare fødselsdatoen er sammenlignet.")
    )
    born = f"{here.birth_date:%-d.%-m.%Y}" if here.birth_date else ""
    return [
        (_("Barnet i loggen"), f"{here.name}, {born}"),
        (_("Barnet i pakken"), f"{there.get('name', '')}, {carried.day(there.get('birth_date', ''))}"),
        (_("Sammenlignet"), how),
    ]
