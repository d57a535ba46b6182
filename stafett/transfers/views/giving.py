"""The baton holder's pages: what is open before the baton goes on, to whom it is offered, and taking an offer back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.log_meetings.queries.agenda import is_starter
from stafett.relay_log import queries as log_queries
from stafett.transfers import operations
from stafett.transfers.enums import TransferState
from stafett.transfers.forms import AskForm, ColleagueForm, DeputyForm, UnitForm
from stafett.transfers.queries import checklist, lists, reach
from stafett.transfers.views import presenting

LOG = {"of": log_queries.reachable_log, "facts": log_queries.facts_about}
WRITES = {**LOG, "methods": ("GET", "POST")}


@page(Action.OFFER_TRANSFER, **LOG)
def ways(request, log):
    """The checklist, the ways the baton can go, an offer that waits, and those that were made before."""
    offers = lists.offers_of(log, today=request.today)
    context = {
        "log": log,
        "checks": presenting.checks(
            checklist.checklist_of(log, today=request.today), log, today=request.today
        ),
        "waiting": next((each for each in offers if each.state_today == TransferState.OFFERED), None),
        "former": [each for each in offers if each.state_today != TransferState.OFFERED],
        "starts_school": is_starter(log, today=request.today),
        "start": lists.school_of(log),
    }
    return render(request, "transfers/ways.html", context)


@page(Action.OFFER_TRANSFER, **WRITES)
def to_colleague(request, log):
    """Offer the baton to a colleague in the unit."""
    form = ColleagueForm(request.POST or None, people=_colleagues(request, log))
    if attempt(request, form, operations.offer_to_colleague, log=log, today=request.today):
        return _offered(request, log)
    lead = _(
        "Kollegaen ser hvem det gjelder og hva som står åpent, men ikke hva som står i loggen, før pinnen er tatt imot."
    )
    return _form(request, log, form, _("Til en kollega"), lead=lead)


@page(Action.OFFER_TRANSFER, **WRITES)
def to_deputy(request, log):
    """Offer the baton to a colleague for a time."""
    form = DeputyForm(request.POST or None, people=_colleagues(request, log))
    if attempt(request, form, operations.offer_to_deputy, log=log, today=request.today):
        return _offered(request, log)
    return _form(request, log, form, _("Til en vikar for en tid"))


@page(Action.OFFER_TRANSFER, **WRITES)
def to_unit(request, log):
    """Offer the log to another unit that consent covers."""
    covered, _others = lists.units_to(log, today=request.today)
    start = lists.school_of(log)
    initial = {"unit_id": str(start.school_id)} if start else {}
    form = UnitForm(request.POST or None, units=covered, initial=initial)
    if attempt(request, form, operations.offer_to_unit, log=log, today=request.today):
        return _offered(request, log)
    context = {"log": log, "form": form, "units": covered, "start": start}
    return render(request, "transfers/to_unit.html", context, status=form.status)


@page(Action.OFFER_TRANSFER, **WRITES)
def consent(request, log):
    """Ask the family for consent to one more unit."""
    _covered, others = lists.units_to(log, today=request.today)
    start = lists.school_of(log)
    initial = {"unit_id": str(start.school_id)} if start else {}
    form = AskForm(request.POST or None, units=others, initial=initial)
    if attempt(request, form, operations.ask_consent, log=log, today=request.today):
        messages.success(request, _("Forespørselen er sendt. Du får beskjed når de svarer."))
        return redirect("transfer_log", log.pk)
    lead = _(
        "De som skal samtykke, får spørsmålet på Min side. Det de har sagt ja til før, står også i spørsmålet."
    )
    return _form(request, log, form, _("Be om samtykke til overføring"), lead=lead, label=_("Be om samtykke"))


@page(Action.WITHDRAW_TRANSFER, of=reach.reachable_transfer, facts=reach.facts_about, methods=("POST",))
def withdrawal(request, transfer):
    """Take an offer back."""
    operations.withdraw_transfer(
        actor=request.actor, log=transfer.log, transfer=transfer, today=request.today
    )
    messages.success(request, _("Tilbudet er trukket tilbake. Du har stafettpinnen."))
    return redirect("transfer_log", transfer.log_id)


def _colleagues(request, log):
    return lists.colleagues(log.unit_id, day=request.today, besides=[request.actor.person_id])


def _offered(request, log):
    messages.success(request, _("Stafettpinnen er tilbudt. Du har den til den er tatt imot."))
    return redirect("transfer_log", log.pk)


def _form(request, log, form, title, *, lead=None, label=None):
    context = {
        "log": log, "form": form, "title": title, "lead": lead, "label": label or _("Tilby stafettpinnen"),
        "eyebrow": log.child.person.name, "back": reverse("transfer_log", args=[log.pk]),
    }  # fmt: skip
    return render(request, "transfers/form.html", context, status=form.status)
