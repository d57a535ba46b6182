"""The page "Samtykke" of a guardian or a youth: what I have said yes to, and taking it back in two taps."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.consent import operations, queries
from stafett.consent.content import library
from stafett.consent.forms import WithdrawalForm

WORD = {"of": queries.reachable_word, "facts": queries.facts_of_word}


@page(Action.SEE_OWN_CONSENTS)
def my_consents(request):
    """What I have said yes to, to whom and until when, and what waits for my answer."""
    mine = queries.my_consents(request.actor, today=request.today)
    return render(request, "consent/my_consents.html", {"mine": mine})


@page(Action.CHANGE_OWN_CONSENT, **WORD)
def own_text(request, log):
    """The text I said yes to, as it was that day."""
    context = {
        "consent": log.word,
        "text": queries.kept_text(log.word),
        "back": "my_consents",
        "back_id": None,
    }
    context["language"] = library.language(log.word.locale)
    return render(request, "consent/text.html", context)


@page(Action.CHANGE_OWN_CONSENT, **WORD, methods=("GET", "POST"))
def withdrawal(request, log):
    """Take my consent back: what will happen, and the button."""
    form = WithdrawalForm(request.POST or None)
    if attempt(request, form, operations.withdraw_consent, log=log, today=request.today):
        messages.success(request, _("Samtykket er trukket. Det gjelder fra nå."))
        return redirect("my_consents")
    return render(request, "consent/withdrawal.html", {"log": log, "form": form}, status=form.status)
