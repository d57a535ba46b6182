"""Min side: where one is logged in, and ending that."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.identity import operations, queries, setting_out
from stafett.identity.enums import Way


@page(Action.SEE_OWN_PAGE, read=False)
def own_sessions(request):
    """The person's live logins, this one marked."""
    found = queries.open_sessions(request.actor, now=request.now)
    labels = {provider.key: provider.label for provider in setting_out.all_providers()}
    rows = [
        {
            "session": each,
            "is_this": each.pk == request.login.pk,
            "label": labels.get(each.method, each.method),
        }
        for each in found
    ]
    return render(request, "overview/own_sessions.html", {"rows": rows})


@page(Action.SEE_OWN_PAGE, of=queries.open_session, methods=("POST",), read=False)
def end_own_session(request, session):
    """Log out on another device."""
    operations.log_out(session, way=Way.FROM_LIST, now=request.now)
    messages.success(request, _("Innloggingen er avsluttet."))
    return redirect("own_sessions")


@page(Action.SEE_OWN_PAGE, methods=("POST",), read=False)
def end_other_sessions(request):
    """Log out everywhere but here."""
    found = [
        each for each in queries.open_sessions(request.actor, now=request.now) if each.pk != request.login.pk
    ]
    ended = operations.log_out_many(found, way=Way.FROM_LIST, now=request.now)
    messages.success(
        request,
        ngettext(
            "%(count)s annen innlogging er avsluttet.", "%(count)s andre innlogginger er avsluttet.", ended
        )
        % {"count": ended},
    )
    return redirect("own_sessions")
