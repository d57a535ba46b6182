"""Lists of logs to dispose of: one proposes, another answers, and the certificate."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.kernel.clock import today_in_norway
from stafett.kernel.pdf import typeset
from stafett.retention import operations
from stafett.retention.enums import DisposalState
from stafett.retention.forms import ApproveForm, DeclineForm, WithdrawForm
from stafett.retention.queries import disposals as queries
from stafett.retention.views import paper, presenting

LIST = {"of": queries.reachable_disposal, "facts": queries.facts_about, "read": False}
ANSWER = {**LIST, "methods": ("POST",), "step_up": True}


@page(Action.SEE_RETENTION, read=False)
def disposals(request):
    """The lists, newest first."""
    number = presenting.page_of(request)
    rows, has_more = queries.disposals_shown(request.actor, page=number)
    context = {
        "rows": [presenting.disposal(row) for row in rows],
        "page": number,
        "has_more": has_more,
        "tabs": presenting.tabs("disposals", request.actor),
    }
    return render(request, "retention/disposals.html", context)


@page(Action.SEE_RETENTION, **LIST)
def disposal(request, disposal):
    """One of them: the logs on it, and the answer or the way to give one."""
    return _shown(request, disposal)


@page(Action.DECIDE_DISPOSAL, **ANSWER)
def disposal_approval(request, disposal):
    """Approve it: the logs are deleted at once."""
    form = ApproveForm(request.POST)
    if attempt(request, form, operations.approve, disposal=disposal, today=request.today):
        messages.success(request, _("Loggene er slettet, og slettebeviset er laget."))
        return redirect("disposal", disposal.pk)
    return _shown(request, disposal, approve=form)


@page(Action.DECIDE_DISPOSAL, **ANSWER)
def disposal_refusal(request, disposal):
    """Say no to it, with a reason."""
    form = DeclineForm(request.POST)
    if attempt(request, form, operations.decline, disposal=disposal, today=request.today):
        messages.success(request, _("Listen er ikke godkjent. Ingenting er slettet."))
        return redirect("disposals")
    return _shown(request, disposal, decline=form)


@page(Action.WITHDRAW_DISPOSAL, **LIST, methods=("POST",))
def disposal_withdrawal(request, disposal):
    """Take one's own list back."""
    form = WithdrawForm(request.POST)
    if attempt(request, form, operations.withdraw, disposal=disposal):
        messages.success(request, _("Listen er trukket tilbake. Ingenting er slettet."))
        return redirect("disposals")
    return _shown(request, disposal, withdraw=form)


@page(Action.SEE_RETENTION, **LIST)
def disposal_certificate(request, disposal):
    """The certificate as PDF."""
    if disposal.proof is None:
        raise Http404
    made_on = today_in_norway(disposal.proof.made_at)
    document = paper.certificate(
        disposal, place=request.actor.municipality_name, language=translation.get_language(), made_on=made_on
    )
    response = HttpResponse(typeset(document), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="slettebevis-{disposal.proof.number}.pdf"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _shown(request, disposal, **forms):
    status = next((form.status for form in forms.values()), 200)
    waits = disposal.state == DisposalState.PROPOSED
    may = {action: waits and policy.may(request.actor, action, request.facts) for action in
           (Action.DECIDE_DISPOSAL, Action.WITHDRAW_DISPOSAL)}  # fmt: skip
    context = {
        "disposal": presenting.disposal(disposal),
        "lines": [presenting.line(each) for each in disposal.lines],
        "proof": paper.parts(disposal.proof) if disposal.proof else None,
        "may_decide": bool(may[Action.DECIDE_DISPOSAL]),
        "may_withdraw": bool(may[Action.WITHDRAW_DISPOSAL]),
        "approve": forms.get("approve") or ApproveForm(auto_id="approve_%s"),
        "decline": forms.get("decline") or DeclineForm(auto_id="decline_%s"),
        "withdraw": forms.get("withdraw") or WithdrawForm(auto_id="withdraw_%s"),
        "answered": next(iter(forms.values()), None),
    }
    return render(request, "retention/disposal.html", context, status=status)
