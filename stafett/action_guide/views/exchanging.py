"""A guide goes out as a file, and another municipality's comes in beside the draft, to choose from (S004-09, W-25)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.action_guide import operations
from stafett.action_guide.forms import BorrowForm, TakeForm
from stafett.action_guide.queries import work
from stafett.action_guide.rules import exchange
from stafett.action_guide.views import showing

EDITION = {"of": work.edition, "facts": work.facts_about, "read": False}


@page(Action.EXCHANGE_GUIDE, **EDITION)
def guide_file(request, edition):
    """An edition that has been published, as one file without persons."""
    if not work.is_readable(edition):
        raise Http404
    content = exchange.packed(work.exchanged(edition, municipality=request.actor.municipality_name))
    answer = HttpResponse(content, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="handlingsveileder-{edition.number}.json"'
    return answer


@page(Action.EXCHANGE_GUIDE, **EDITION, methods=("GET", "POST"))
def borrowing(request, edition):
    """Take in another municipality's file, to look at."""
    form = BorrowForm(request.POST or None, request.FILES or None)
    borrowed = attempt(request, form, operations.borrow, edition=edition)
    if borrowed:
        return redirect("guide_borrowed", borrowed.pk)
    lead = _("Ingenting kommer inn i utkastet før dere har sett hva som er ulikt, og valgt.")
    return showing.simple(
        request, edition, form, _("Lån fra en annen kommune"), _("Se hva som er ulikt"), lead=lead
    )


@page(Action.EXCHANGE_GUIDE, of=work.borrowed, facts=work.facts_about, read=False, methods=("GET", "POST"))
def borrowed_guide(request, borrowed):
    """What is different in the guide that came in, and what to take from it."""
    shown, same = showing.borrowed(work.compared_with(borrowed), showing.from_file(borrowed))
    form = TakeForm(request.POST or None, offered=[(each["place"], each["title"]) for each in shown])
    if attempt(request, form, operations.take, borrowed=borrowed):
        messages.success(request, _("Delene er tatt inn i utkastet. Endre dem så de passer hos dere."))
        return redirect("guide_edition", borrowed.edition_id)
    context = {"borrowed": borrowed, "form": form, "shown": shown, "same": same}
    return render(request, "action_guide/borrowed.html", context, status=form.status)
