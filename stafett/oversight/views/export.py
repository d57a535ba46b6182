"""Eksport / Arkiver: every way a log can be taken out, on one page for its holder, and the log as one document (S003-29)."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stafett.access.enums import Action, LogState
from stafett.access.guard import page
from stafett.archive.content.log_document import document_of
from stafett.archive.views.presenting import shown as shown_deposit
from stafett.kernel import pdf
from stafett.oversight.queries import export
from stafett.relay_log import queries as log_queries
from stafett.relay_log.views import presenting

LOG = {"of": log_queries.reachable_log, "facts": log_queries.facts_about}
FILE_NAME = "stafettlogg"


@page(Action.TAKE_OUT_LOG, **LOG)
def log_export(request, log):
    """The ways out of a log."""
    return _shown(request, log)


@page(Action.TAKE_OUT_LOG, **LOG, limit="data_export")
def log_paper(request, log):
    """The whole log as a PDF to print or save. One that is too long for a document is said to be, with the ways there are."""
    language = (get_language() or "nb")[:2]
    document = document_of(export.values_of(log), language=language, made_on=request.today)
    try:
        made = pdf.typeset(replace(document, footer=_("Stafettlogg, utskrift")))
    except pdf.TooLong:
        return _shown(request, log, status=422)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}.pdf"'
    return response


def _shown(request, log, status=200):
    found = export.exports_of(log)
    context = {
        "log": log,
        "concerns": found.concerns,
        "deposit": shown_deposit(found.deposit) if found.deposit else None,
        "is_closed": log.state == LogState.CLOSED,
        "is_too_long": status == 422,
        "may_answer_family": presenting.may(request.actor, Action.ANSWER_ACCESS_REQUEST, request.facts),
        "may_transfer": presenting.may(request.actor, Action.OFFER_TRANSFER, request.facts),
        "may_close": presenting.may(request.actor, Action.CLOSE_LOG, request.facts),
    }
    return render(request, "oversight/log_export.html", context, status=status)
