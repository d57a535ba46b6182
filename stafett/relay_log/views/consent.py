"""Consent as the baton holder sees it: who has said what, asking, recording, the form to print."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access.enums import Action, LogState
from stafett.access.guard import attempt, page
from stafett.consent import forms
from stafett.consent import operations as consent_operations
from stafett.consent import queries as consent_queries
from stafett.consent import rules as consent_rules
from stafett.consent.content import library as texts
from stafett.kernel.ids import parse_id
from stafett.register import staff
from stafett.relay_log import operations, queries
from stafett.relay_log.content import library
from stafett.relay_log.views.picking import Picked, refilled

LOG = {"of": queries.reachable_log, "facts": queries.facts_about}
WRITES = {**LOG, "methods": ("GET", "POST")}


@page(Action.MANAGE_CONSENT, **WRITES)
def consent(request, log):
    """Who has said yes, what they have been asked, and a form for the next paper consent."""
    givers = consent_queries.givers_of(log, today=request.today)
    picked = Picked.for_log(request, log)
    options = {"givers": givers, "units": picked.units, "initial": _defaults(request, log, givers)}
    form = refilled(forms.PaperForm, request, **options) or forms.PaperForm(
        request.POST or None, request.FILES or None, **options
    )
    if not picked.is_searching and attempt(
        request, form, consent_operations.record_paper_consent, log=log, today=request.today
    ):
        return after(request, log)
    context = {
        "log": log, "form": form, "givers": givers, "picked": picked,
        "given": consent_queries.consents_of(log),
        "unit_names": {str(unit.pk): unit.name for unit in staff.units_besides(log.unit_id)},
        "languages": texts.languages(),
        "prompts": library.prompts("consent_explained"),
    }  # fmt: skip
    return render(request, "consent/of_log.html", context, status=form.status)


@page(Action.MANAGE_CONSENT, **WRITES)
def consent_request(request, log):
    """Ask for consent on the phone: whom, which services, until when. Prefilled with what was agreed last (W-18)."""
    givers = consent_queries.givers_of(log, today=request.today)
    picked = Picked.for_log(request, log)
    options = {"givers": givers, "units": picked.units, "initial": _same_again(request, log, givers)}
    form = refilled(forms.RequestForm, request, **options) or forms.RequestForm(
        request.POST or None, **options
    )
    if not picked.is_searching and attempt(
        request, form, consent_operations.request_consent, log=log, today=request.today
    ):
        messages.success(request, _("Forespørselen er sendt. Du får beskjed når de svarer."))
        return redirect("consent", log.pk)
    context = {"log": log, "form": form, "givers": givers, "picked": picked}
    return render(request, "consent/request.html", context, status=form.status)


@page(Action.MANAGE_CONSENT, **WRITES)
def oral_consent(request, log):
    """Record that somebody said yes aloud, and who heard it (L-05)."""
    givers = consent_queries.givers_of(log, today=request.today)
    picked = Picked.for_log(request, log)
    posts = staff.working_in(log.unit_id, day=request.today, leave_out=[request.actor.person_id])
    options = {
        "givers": givers, "units": picked.units, "witnesses": posts, "initial": _defaults(request, log, givers),
    }  # fmt: skip
    form = refilled(forms.OralForm, request, **options) or forms.OralForm(request.POST or None, **options)
    if not picked.is_searching and attempt(
        request, form, consent_operations.record_oral_consent, log=log, today=request.today
    ):
        return after(request, log)
    context = {"log": log, "form": form, "picked": picked, "languages": texts.languages()}
    return render(request, "consent/oral.html", context, status=form.status)


@page(Action.MANAGE_CONSENT, **WRITES)
def recorded_withdrawal(request, log):
    """Record that somebody has taken their consent back; it holds from now (L-08)."""
    givers = [each for each in consent_queries.givers_of(log, today=request.today) if each.newest]
    form = forms.WithdrawalRecordForm(
        request.POST or None, givers=givers, initial={"signed_on": request.today, "form": "oral"}
    )
    if attempt(request, form, consent_operations.register_withdrawal, log=log, today=request.today):
        messages.success(request, _("Samtykket er trukket. Det gjelder fra nå."))
        return redirect("consent", log.pk)
    return render(request, "consent/recorded_withdrawal.html", {"log": log, "form": form}, status=form.status)


@page(Action.MANAGE_CONSENT, **LOG)
def consent_document(request, log, consent):
    """The signed form, as a file to save: never shown inline."""
    document = consent_queries.document_of(parse_id(str(consent)))
    if document is None or document.log_id != log.pk:
        raise Http404
    response = HttpResponse(consent_queries.content_of(document), content_type=document.content_type)
    ending = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}[document.content_type]
    response["Content-Disposition"] = f'attachment; filename="samtykke.{ending}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@page(Action.MANAGE_CONSENT, **LOG)
def consent_text(request, log, consent):
    """The text somebody said yes to, as it was that day (L-03)."""
    pk = parse_id(str(consent))
    word = next((each for each in consent_queries.consents_of(log) if each.pk == pk), None)
    if word is None:
        raise Http404
    context = {"consent": word, "text": consent_queries.kept_text(word), "back": "consent", "back_id": log.pk}
    context["language"] = texts.language(word.locale)
    return render(request, "consent/text.html", context)


@page(Action.MANAGE_CONSENT, **LOG)
def consent_form(request, log):
    """The form to print and sign, in the language the family reads (S003-18, S003-19)."""
    language = texts.language(request.GET.get("lang", translation.get_language()))
    asked = set(request.GET.getlist("enhet"))
    chosen = [unit for unit in staff.units_besides(log.unit_id) if str(unit.pk) in asked]
    until = consent_rules.default_end(request.today, months=log.municipality.consent_months)
    text = texts.filled(texts.content(language.code), text_blanks(log, language, chosen, until))
    givers = consent_queries.givers_of(log, today=request.today)
    context = {"log": log, "text": text, "givers": givers, "language": language}
    return render(request, "consent/paper_form.html", context)


def text_blanks(log, language, units, until):
    """What the blanks of the text are filled with for a log and these services."""
    return texts.blanks(
        language.code,
        child=log.child.person.name,
        unit=log.unit.name,
        municipality=log.municipality.name,
        services=[unit.name for unit in units],
        until=until,
    )


def after(request, log):
    """Open the log when consent now covers it, and go on."""
    if open_if_covered(request, log):
        messages.success(request, _("Samtykket er på plass. Loggen er åpnet."))
        return redirect("log", log.pk)
    messages.success(request, _("Samtykket er registrert."))
    return redirect("consent", log.pk)


def open_if_covered(request, log) -> bool:
    """Take a log that waits into use once consent covers it; whether that happened now."""
    log.standing = consent_queries.standing_of(log, today=request.today)
    waits = log.state == LogState.AWAITING_CONSENT and log.standing.is_valid
    if waits:
        operations.open_log(actor=request.actor, log=log)
    return waits


def _defaults(request, log, givers):
    missing = [giver for giver in givers if giver.newest is None]
    return {
        "guardian_id": str((missing or givers)[0].person_id) if givers else "",
        "signed_on": request.today,
        "valid_until": consent_rules.default_end(request.today, months=log.municipality.consent_months),
        "locale": translation.get_language(),
    }


def _same_again(request, log, givers):
    """The terms of what was agreed last, and everybody whose yes is missing or ends (W-18)."""
    words = [giver.newest for giver in givers if giver.newest and not giver.newest.is_no]
    named = {str(unit) for word in words for unit in word.covered_unit_ids}
    needed = [giver for giver in givers if giver.is_needed and giver.may_answer]
    return {
        "person_ids": [str(giver.person_id) for giver in needed],
        "covered_unit_ids": sorted(named | set(request.GET.getlist("enhet"))),
        "valid_until": consent_rules.default_end(request.today, months=log.municipality.consent_months),
        "locale": forms.OWN,
    }
