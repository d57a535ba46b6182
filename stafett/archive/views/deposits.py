"""What has been handed in to the archive and how it goes: for the archivist, and for leaders about their own units."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.archive import operations, rules
from stafett.archive.enums import DepositState
from stafett.archive.forms import AnewForm
from stafett.archive.queries.deposits import deposits_shown, reachable_deposit
from stafett.archive.queries.to_hand_in import unpacked_logs
from stafett.archive.views import presenting
from stafett.kernel import clock


@page(Action.SEE_DEPOSITS, read=False)
def deposits(request):
    """The list, newest first; `tilstand` narrows it."""
    state, number = request.GET.get("tilstand", ""), _page(request)
    found = deposits_shown(request.actor, state=state, page=number)
    is_archivist = bool(policy.may(request.actor, Action.KEEP_ARCHIVE))
    long_ago = clock.now() - rules.LONG_WAIT
    context = {
        "rows": [presenting.shown(row) for row in found.rows],
        "states": [(kind, found.counts[kind]) for kind in DepositState],
        "state": state if state in DepositState.values else "",
        "total": sum(found.counts.values()),
        "page": number,
        "has_more": found.has_more,
        "is_archivist": is_archivist,
        "unpacked": unpacked_logs(closed_before=long_ago) if is_archivist else 0,
    }
    return render(request, "archive/deposits.html", context)


@page(Action.SEE_DEPOSITS, of=reachable_deposit)
def deposit(request, deposit):
    """One of them: its files with checksums, and the receipt."""
    return _shown(request, deposit, AnewForm())


@page(Action.KEEP_ARCHIVE, of=reachable_deposit, methods=("POST",))
def deposit_sending(request, deposit):
    """Send anew what the archive said no to, or has not acknowledged for a day."""
    form = AnewForm(request.POST)
    if attempt(request, form, operations.send_anew, deposit=deposit):
        messages.success(request, _("Pakken er på vei til arkivet igjen."))
        return redirect("deposit", deposit.pk)
    return _shown(request, deposit, form)


def _shown(request, deposit, form):
    context = {
        "deposit": presenting.shown(deposit),
        "receipt": presenting.receipt(deposit),
        "form": form,
        "may_send": bool(rules.may_send_anew(deposit.state, sent_at=deposit.sent_at, now=clock.now()))
        and bool(policy.may(request.actor, Action.KEEP_ARCHIVE)),
    }
    return render(request, "archive/deposit.html", context, status=form.status)


def _page(request):
    text = request.GET.get("side", "")
    return (
        min(int(text), 10_000)
        if text.isascii() and text.isdecimal() and 0 < len(text) < 6 and int(text)
        else 1
    )
