"""A log to another municipality: whom it goes to, the package as a file, the receipt; and a look at one that has come."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.relay_log import queries as log_queries
from stafett.relay_log.views import presenting as log_presenting
from stafett.transfers import operations
from stafett.transfers.forms import MunicipalityForm, PackageForm, ReceiptForm
from stafett.transfers.queries import lists, reach
from stafett.transfers.views import presenting

LANGUAGES = ("nb", "nn")


@page(
    Action.OFFER_TRANSFER,
    of=log_queries.reachable_log,
    facts=log_queries.facts_about,
    methods=("GET", "POST"),
)
def to_municipality(request, log):
    """Choose the municipality, among the organisations that the family has said yes to."""
    units = lists.organisations_to(log, today=request.today)
    form = MunicipalityForm(request.POST or None, units=units)
    if attempt(request, form, operations.offer_to_municipality, log=log, today=request.today):
        return redirect("transfer_log", log.pk)
    return render(
        request,
        "transfers/to_municipality.html",
        {
            "log": log,
            "form": form,
            "units": units,
            "may_enter": log_presenting.may(request.actor, Action.INVITE_EXTERNAL, request.facts),
        },
        status=form.status,
    )


@page(
    Action.WITHDRAW_TRANSFER, of=reach.reachable_transfer, facts=reach.facts_about, methods=("POST",), step_up=True,
    limit="data_export",
)  # fmt: skip
def package(request, transfer):
    """The package as a file to save."""
    language = (get_language() or "nb")[:2]
    made = operations.take_out_package(
        actor=request.actor, log=transfer.log, transfer=transfer, today=request.today,
        language=language if language in LANGUAGES else "nb",
    )  # fmt: skip
    response = HttpResponse(made.package, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="stafettlogg-pakke.zip"'
    return response


@page(Action.WITHDRAW_TRANSFER, of=reach.reachable_transfer, facts=reach.facts_about, methods=("GET", "POST"))
def receipt(request, transfer):
    """Write in the receipt; the log is there, and may be closed here."""
    form = ReceiptForm(request.POST or None)
    if attempt(
        request, form, operations.confirm_receipt, log=transfer.log, transfer=transfer, today=request.today
    ):
        messages.success(request, _("Loggen er kommet fram. Nå kan du avslutte den her."))
        return redirect("closure", transfer.log_id)
    context = {
        "form": form, "title": _("Kvittering"), "lead": _("Den nye kommunen ser koden når de åpner pakken."),
        "label": _("Lagre kvitteringen"), "eyebrow": transfer.log.child.person.name,
        "back": reverse("transfer_log", args=[transfer.log_id]),
    }  # fmt: skip
    return render(request, "transfers/form.html", context, status=form.status)


@page(Action.CHECK_PACKAGE, methods=("GET", "POST"), read=False, limit="data_export")
def check(request):
    """Look at a package from another municipality: whom it is about, what it holds, and the receipt. Nothing is kept."""
    form = PackageForm(request.POST or None, request.FILES or None)
    found = form.cleaned_data["file"] if request.method == "POST" and form.is_valid() else None
    if found:
        operations.check_package(actor=request.actor, sha256=found.sha256)
    context = {"form": form, "package": found, "shown": _shown(found) if found else None}
    status = 422 if request.method == "POST" and not found else 200
    return render(request, "transfers/package_check.html", context, status=status)


def _shown(found):
    """What the package holds, and how much its sender left out when they say so."""
    left_out = found.cover.get("left_out")
    if type(left_out) is not int or left_out < 1:  # somebody else's file may say anything
        return presenting.package(found)
    return [*presenting.package(found), (_("Ikke med, fordi foresatte ikke ser det"), str(left_out))]
