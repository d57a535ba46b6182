"""The numbers of the municipalities that share theirs, and the municipality's own yes and no to that."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.access.policy import may
from stafett.insight import operations, queries
from stafett.insight.forms import ShareForm, StopForm
from stafett.insight.views import pictures, tables, together
from stafett.insight.views.answering import as_file


@page(Action.SEE_NATIONAL_NUMBERS)
def national(request):
    """The municipality's own numbers beside everybody's, and one row of them municipality by municipality."""
    table, _dot, key = request.GET.get("tall", "").partition(".")
    numbers = queries.national_numbers(request.actor, today=request.today, compared=(table, key))
    days = tuple((each.day, each.together) for each in numbers.over_time)
    context = {
        "numbers": numbers,
        "tables": together.of_nation(numbers, today=request.today),
        "curve": pictures.curve(days, name=partial(tables.said, today=request.today)),
        "beside": together.compared(numbers),
        "choices": together.choices(numbers),
        "may_share": may(request.actor, Action.SHARE_NUMBERS),
    }
    return render(request, "insight/national.html", context)


@page(Action.SEE_NATIONAL_NUMBERS)
def national_table(request):
    """The same as a file for a spreadsheet, with every municipality's row."""
    numbers = queries.national_numbers(request.actor, today=request.today)
    everybodys = queries.everybodys_numbers(request.actor, today=request.today)
    return as_file(together.as_csv(numbers, everybodys), numbers.counted_on, "tall-sammen-med-andre-kommuner")


@page(Action.SHARE_NUMBERS, methods=("GET", "POST"))
def sharing(request):
    """Everything that is shared, or would be, and a yes to exactly that."""
    form = ShareForm(request.POST or None)
    if attempt(request, form, operations.share_numbers, today=request.today):
        messages.success(request, _("Kommunen deler nå tallene sine med de andre som gjør det samme."))
        return redirect("number_sharing")
    return _sharing_page(request, form, form.status)


@page(Action.SHARE_NUMBERS, methods=("POST",))
def sharing_end(request):
    """Take the numbers back, at once."""
    form = StopForm(request.POST)
    if attempt(request, form, operations.stop_sharing):
        messages.success(request, _("Tallene er trukket tilbake. Ingen andre kommuner ser dem lenger."))
        return redirect("number_sharing")
    return _sharing_page(request, form, form.status)


def _sharing_page(request, form, status):
    own = request.actor.municipality_id
    shared = queries.sharing_of(own)
    numbers = queries.shared_by(own) if shared else queries.to_share(today=request.today)
    context = {
        "form": form,
        "shared": shared,
        "tables": together.of_shared(numbers, today=request.today),
        "seen": queries.fingerprint(numbers),
        "submission": ShareForm()["submission"],
    }
    return render(request, "insight/sharing.html", context, status=status)
