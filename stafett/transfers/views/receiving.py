"""The receiver's pages: what is offered, yes or no, who in the unit takes it, and giving it back after a time as deputy."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.transfers import operations
from stafett.transfers.forms import NoForm, ReceiverForm
from stafett.transfers.queries import checklist, lists, reach
from stafett.transfers.views import presenting

OFFER = {"of": reach.reachable_transfer, "facts": reach.facts_about}
WAYS = (
    Action.ANSWER_TRANSFER, Action.WITHDRAW_TRANSFER, Action.NAME_RECEIVER, Action.TAKE_BACK_BATON, Action.CONFIRM_READING,
)  # fmt: skip


@page(Action.SEE_TRANSFERS)
def transfers(request):
    """Offers that wait for the reader, and those the reader has made."""
    offers = lists.open_offers(request.actor)
    context = {
        "to_me": [presenting.row(each, request.actor) for each in offers.to_me],
        "from_me": [presenting.row(each, request.actor) for each in offers.from_me],
        "may_check": bool(policy.may(request.actor, Action.CHECK_PACKAGE)),
    }
    return render(request, "transfers/transfers.html", context)


@page(Action.SEE_TRANSFER, **OFFER)
def transfer(request, transfer):
    """One offer: the child's name, where, which level, what stands open, and what the reader may do."""
    known = checklist.checklist_of(transfer.log, today=request.today)
    context = {
        "transfer": transfer,
        "row": presenting.row(transfer, request.actor),
        "checks": presenting.summary(known, today=request.today),
        "may": {each.value: bool(policy.may(request.actor, each, request.facts)) for each in WAYS},
    }
    return render(request, "transfers/transfer.html", context)


@page(Action.ANSWER_TRANSFER, **OFFER, methods=("POST",))
def acceptance(request, transfer):
    """Take the baton, and read what has been learned."""
    operations.accept_transfer(actor=request.actor, log=transfer.log, transfer=transfer, today=request.today)
    messages.success(request, _("Du har stafettpinnen nå."))
    return redirect("received_log", transfer.log_id)


@page(Action.ANSWER_TRANSFER, **OFFER, methods=("GET", "POST"))
def refusal(request, transfer):
    """Say no, with a reason."""
    form = NoForm(request.POST or None)
    if attempt(
        request, form, operations.decline_transfer, log=transfer.log, transfer=transfer, today=request.today
    ):
        messages.success(request, _("Svaret er sendt."))
        return redirect("transfers")
    return _form(request, transfer, form, _("Nei takk"), label=_("Si nei takk"))


@page(Action.NAME_RECEIVER, **OFFER, methods=("GET", "POST"))
def receiver(request, transfer):
    """Say who in the unit takes the log."""
    people = lists.colleagues(transfer.to_unit_id, day=request.today, besides=[])
    form = ReceiverForm(request.POST or None, people=people)
    if attempt(
        request, form, operations.name_receiver, log=transfer.log, transfer=transfer, today=request.today
    ):
        messages.success(request, _("Valgt. Loggen åpnes når stafettpinnen er tatt imot."))
        return redirect("transfer", transfer.pk)
    return _form(request, transfer, form, _("Hvem tar imot?"), label=_("Velg"))


@page(Action.TAKE_BACK_BATON, **OFFER, methods=("POST",))
def taking_back(request, transfer):
    """End a time as deputy."""
    operations.take_back(actor=request.actor, log=transfer.log, transfer=transfer, today=request.today)
    messages.success(request, _("Vikariatet er over."))
    is_holder = transfer.from_person_id == request.actor.person_id
    return redirect("log", transfer.log_id) if is_holder else redirect("transfers")


def _form(request, transfer, form, title, *, label):
    context = {
        "form": form, "title": title, "lead": None, "label": label, "eyebrow": transfer.log.child.person.name,
        "back": reverse("transfer", args=[transfer.pk]),
    }  # fmt: skip
    return render(request, "transfers/form.html", context, status=form.status)
