"""Min side: language and contact."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations, queries
from stafett.messages import queries as message_queries
from stafett.overview.forms import OwnPageForm


@page(Action.SEE_OWN_PAGE, methods=("GET", "POST"), read=False)
def own_page(request):
    """See and change one's language and contact details."""
    person = queries.own_person(request.actor)
    initial = {"locale": request.actor.locale, "email": person.email, "phone": person.phone}
    initial["work_contact"] = person.work_contact
    form = OwnPageForm(request.POST or None, initial=initial)
    if attempt(request, form, operations.change_own_contact):
        translation.activate(form.cleaned_data["locale"])
        messages.success(request, _("Endringene er lagret."))
        return redirect("own_page")
    context = {
        "form": form,
        "posts": request.actor.posts,
        "pointers": message_queries.own_pointers(request.actor),
    }
    return render(request, "overview/own_page.html", context, status=form.status)
