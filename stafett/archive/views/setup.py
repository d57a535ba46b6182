"""How the municipality's archive is set up (S002-35)."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.archive import operations
from stafett.archive.forms import SetupForm
from stafett.archive.queries.setup import setup_of


@page(Action.KEEP_ARCHIVE, methods=("GET", "POST"), read=False)
def archive_setup(request):
    """See and change it."""
    setup = setup_of(request.actor.municipality_id)
    form = SetupForm(request.POST or None, initial=model_to_dict(setup))
    if attempt(request, form, operations.change_setup):
        messages.success(request, _("Lagret. Det gjelder fra neste pakke."))
        return redirect("deposits")
    return render(request, "archive/setup.html", {"form": form, "setup": setup}, status=form.status)
