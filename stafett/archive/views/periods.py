"""Deposits of whole periods for the municipality's depot."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.archive import operations
from stafett.archive.enums import OrderState
from stafett.archive.forms import PeriodForm
from stafett.archive.queries.deposits import period_deposits as deposits_of_periods

TAGS = {OrderState.ORDERED: "active", OrderState.MADE: "done", OrderState.FAULTY: "overdue"}


@page(Action.KEEP_ARCHIVE, methods=("GET", "POST"), read=False)
def period_deposits(request):
    """Order one, and see those that have been made."""
    form = PeriodForm(request.POST or None)
    if attempt(request, form, operations.order_period, today=request.today):
        messages.success(request, _("Avleveringen blir laget. Last siden på nytt om litt."))
        return redirect("period_deposits")
    rows = deposits_of_periods(request.actor)
    for row in rows:
        row.tag, row.megabytes = TAGS[row.state], max(1, round(row.size / 1_000_000))
    return render(request, "archive/periods.html", {"form": form, "rows": rows}, status=form.status)
