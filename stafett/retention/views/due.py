"""What is due: logs whose time is over, those that may go to propose, and those that something stops."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.retention import operations
from stafett.retention.forms import ProposeForm
from stafett.retention.queries.due import due_logs
from stafett.retention.views import presenting


@page(Action.SEE_RETENTION, read=False)
def retention(request):
    """The front page of retention: what may go, and what is stopped."""
    return _shown(request, *_due(request))


@page(Action.PROPOSE_DISPOSAL, methods=("POST",))
def disposal_proposal(request):
    """Propose the chosen logs to whoever may approve."""
    rows, has_more, form = _due(request, request.POST)
    if attempt(request, form, operations.propose, today=request.today):
        messages.success(request, _("Listen er sendt til dem som kan godkjenne den."))
        return redirect("disposals")
    return _shown(request, rows, has_more, form)


def _due(request, sent=None):
    found, has_more = due_logs(request.actor, today=request.today)
    rows = [presenting.due(each) for each in found]
    form = ProposeForm(sent, logs=[(str(row.log_id), row.label) for row in rows if not row.stopped])
    return rows, has_more, form


def _shown(request, rows, has_more, form):
    context = {
        "rows": rows,
        "form": form,
        "has_more": has_more,
        "may_go": sum(1 for row in rows if not row.stopped),
        "may_propose": bool(policy.may(request.actor, Action.PROPOSE_DISPOSAL)),
        "tabs": presenting.tabs("retention", request.actor),
    }
    return render(request, "retention/due.html", context, status=form.status)
