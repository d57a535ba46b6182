"""Consent as pages of the log: who has said yes, recording a paper consent, the printable form."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access.enums import Action, LogState
from stafett.access.guard import attempt, page
from stafett.consent import operations as consent_operations
from stafett.consent import queries as consent_queries
from stafett.consent import rules as consent_rules
from stafett.kernel.ids import parse_id
from stafett.kernel.spoken_dates import day_and_month
from stafett.register import staff
from stafett.register.enums import RelationState
from stafett.relay_log import operations, queries
from stafett.relay_log.content import library
from stafett.relay_log.forms.start import ConsentForm

LOG = {"of": queries.reachable_log, "facts": queries.facts_about}


@page(Action.MANAGE_CONSENT, **LOG, methods=("GET", "POST"))
def consent(request, log):
    """Who has said yes, and a form for the next paper consent."""
    guardians = _responsible(log)
    form = ConsentForm(
        request.POST or None, request.FILES or None, guardians=guardians, units=staff.units_besides(log.unit_id),
        initial=_defaults(request, log, guardians),
    )  # fmt: skip
    if attempt(request, form, consent_operations.record_paper_consent, log=log, today=request.today):
        return _after(request, log)
    context = {
        "log": log,
        "form": form,
        "guardians": guardians,
        "unclear": [relation for relation in guardians if relation.state == RelationState.UNCLEAR],
        "given": consent_queries.consents_of(log),
        "units": staff.units_besides(log.unit_id),
        "prompts": library.prompts("consent_explained"),
    }
    return render(request, "relay_log/consent.html", context, status=form.status)


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
def consent_form(request, log):
    """The form to print and sign, in the language the family reads (S003-18, S003-19)."""
    lang = request.GET.get("lang", translation.get_language())
    lang = lang if lang in ("nb", "nn", "en") else "nb"
    asked = set(request.GET.getlist("enhet"))
    chosen = [unit for unit in staff.units_besides(log.unit_id) if str(unit.pk) in asked]
    until = consent_rules.default_end(request.today, months=log.municipality.consent_months)
    with translation.override(lang):
        text = library.consent_text(
            child=log.child.person.name,
            unit=log.unit.name,
            municipality=log.municipality.name,
            services=_joined([log.unit.name, *(unit.name for unit in chosen)]),
            until=day_and_month(until, today=request.today, lang=lang),
        )
        context = {"log": log, "text": text, "guardians": _responsible(log), "form_lang": lang}
        return HttpResponse(render(request, "relay_log/consent_form.html", context).content)


def _after(request, log):
    """Open the log when the consent now covers it."""
    log.standing = consent_queries.standing_of(log, today=request.today)
    if log.state == LogState.AWAITING_CONSENT and log.standing.is_valid:
        operations.open_log(actor=request.actor, log=log)
        messages.success(request, _("Samtykket er på plass. Loggen er åpnet."))
        return redirect("log", log.pk)
    messages.success(request, _("Samtykket er registrert."))
    return redirect("consent", log.pk)


def _defaults(request, log, guardians):
    missing = [g for g in guardians if log.standing.newest_of(g.guardian_id) is None]
    return {
        "guardian_id": str((missing or guardians)[0].guardian_id) if guardians else "",
        "signed_on": request.today,
        "valid_until": consent_rules.default_end(request.today, months=log.municipality.consent_months),
        "locale": translation.get_language(),
    }


def _responsible(log):
    return [relation for relation in log.standing.relations if relation.has_parental_responsibility]


def _joined(names):
    """Names as one reads them aloud: "A, B og C"."""
    return (
        names[0]
        if len(names) == 1
        else _("%(first)s og %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
    )
