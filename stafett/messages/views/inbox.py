"""Pages of the inbox."""

from django.contrib import messages as flashes
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.messages import operations, queries
from stafett.messages.forms import PointersForm
from stafett.messages.views import presenting


@page(Action.READ_MESSAGES)
def inbox(request):
    """One's messages, newest first."""
    number = _page_number(request)
    found, more = queries.inbox(request.actor, page=number)
    shown = [presenting.row(message, today=request.today) for message in found]
    return render(request, "messages/inbox.html", {"rows": shown, "page": number, "more": more})


@page(Action.READ_MESSAGES, of=queries.own_message, methods=("POST",))
def message_read(request, message):
    """Mark a message as read, and go on to what it is about."""
    operations.mark_read(actor=request.actor, message=message)
    return HttpResponseRedirect(presenting.href(message) or presenting.INBOX)


@page(Action.READ_MESSAGES, methods=("POST",))
def all_read(request):
    """Mark all messages as read."""
    operations.mark_all_read(actor=request.actor)
    return redirect("inbox")


@page(Action.SEE_OWN_PAGE, methods=("GET", "POST"), read=False)
def pointers(request):
    """Choose whether e-mail and SMS say that a message has come."""
    own = queries.own_pointers(request.actor)
    form = PointersForm(request.POST or None, initial={"by_email": own.by_email, "by_sms": own.by_sms})
    if attempt(request, form, operations.change_preferences):
        flashes.success(request, _("Endringene er lagret."))
        return redirect("pointers")
    context = {"form": form, "own": own, "hints": presenting.hints(own)}
    return render(request, "messages/pointers.html", context, status=form.status)


def _page_number(request):
    asked = request.GET.get("side", "1")
    return max(int(asked), 1) if asked.isdecimal() and len(asked) < 5 else 1
