"""Pages that let somebody in from outside the municipality, and decide until when (W-05)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.kernel.ids import parse_id
from stafett.relay_log import operations
from stafett.relay_log.content import library
from stafett.relay_log.forms.outside import LastDayForm, OrganisationForm, OutsiderForm
from stafett.relay_log.queries.places import organisations_for, place_from_outside
from stafett.relay_log.views.log import WRITES, simple


@page(Action.INVITE_EXTERNAL, **WRITES)
def let_in(request, log):
    """Let a person from a covered organisation in, for a purpose and until a day."""
    covered, others = organisations_for(log, today=request.today)
    form = OutsiderForm(request.POST or None, organisations=covered)
    if attempt(request, form, operations.let_in_from_outside, log=log, today=request.today):
        messages.success(request, _("Aktøren er lagt til."))
        return redirect("participants", log.pk)
    context = {
        "log": log,
        "form": form,
        "covered": covered,
        "others": others,
        "prompts": library.prompts("level_two"),
    }
    return render(request, "relay_log/outside.html", context, status=form.status)


@page(Action.INVITE_EXTERNAL, **WRITES)
def new_organisation(request, log):
    """Enter an organisation, so that the next consent can name it."""
    form = OrganisationForm(request.POST or None)
    if attempt(request, form, operations.add_organisation, log=log):
        messages.success(request, _("Virksomheten er lagt inn, og kan velges i samtykket."))
        return redirect("let_in_from_outside", log.pk)
    lead = _("Familien samtykker til virksomheten først. Deretter kan du slippe inn en person derfra.")
    return simple(request, form, log, _("Ny virksomhet"), _("Lagre virksomheten"), lead=lead)


@page(Action.INVITE_EXTERNAL, **WRITES)
def last_day(request, log, grant):
    """Move the last day of a place from outside."""
    place = place_from_outside(log, parse_id(str(grant)))
    if place is None:
        raise Http404
    form = LastDayForm(request.POST or None, initial={"ends_on": place.ends_on})
    if attempt(request, form, operations.extend_place, log=log, grant_id=place.pk, today=request.today):
        messages.success(request, _("Den siste dagen er endret."))
        return redirect("participants", log.pk)
    lead = f"{place.person.name}, {place.unit.name}. {place.purpose}"
    return simple(request, form, log, _("Endre siste dag"), _("Lagre"), lead=lead)
