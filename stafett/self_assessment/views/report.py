"""One report as both leaders see it: answers, numbers, what is said about it, and as a PDF."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.kernel.pdf import typeset
from stafett.self_assessment import operations
from stafett.self_assessment.enums import AssessmentState
from stafett.self_assessment.forms import RemarkForm
from stafett.self_assessment.queries import assessments as queries
from stafett.self_assessment.queries.numbers import numbers_of
from stafett.self_assessment.views import paper, presenting

REPORT = {"of": queries.reached, "facts": queries.facts_about, "read": False}


@page(Action.READ_ASSESSMENT, **REPORT)
def assessment(request, assessment):
    """The report; for its writers also the draft with the way to sending it."""
    sheet, is_draft = presenting.sheet_of(request, assessment), assessment.state == AssessmentState.DRAFT
    is_own = bool(policy.may(request.actor, Action.WRITE_ASSESSMENT, request.facts))
    draft = None if is_draft or not is_own else queries.draft_of(assessment)
    readings = queries.readings_of(assessment)
    context = {
        "assessment": assessment,
        "title": presenting.title_of(assessment),
        "sheet": sheet,
        "answered": presenting.answered(sheet, assessment.answers),
        "numbers": _numbers(request, assessment),
        "is_draft": is_draft,
        "is_own": is_own,
        "missing": presenting.missing(sheet, assessment.answers),
        "draft": draft,
        "editions": queries.editions_of(assessment),
        "readings": readings,
        "remarks": [] if is_draft else queries.remarks_about(assessment),
        "may_talk": bool(policy.may(request.actor, Action.TALK_ABOUT_ASSESSMENT, request.facts)),
        "may_receive": _may_receive(request, readings),
    }
    return render(request, "self_assessment/report.html", context)


@page(Action.TALK_ABOUT_ASSESSMENT, **REPORT, methods=("GET", "POST"))
def assessment_remark(request, assessment):
    """Ask or answer."""
    form = RemarkForm(request.POST or None)
    if attempt(request, form, operations.add_remark, assessment=assessment, today=request.today):
        messages.success(request, _("Sendt. Den andre har fått beskjed om at du har skrevet."))
        return redirect("assessment", assessment.pk)
    context = {"assessment": assessment, "title": presenting.title_of(assessment), "form": form}
    return render(request, "self_assessment/remark.html", context, status=form.status)


@page(Action.RECEIVE_ASSESSMENT, **REPORT, methods=("POST",))
def assessment_read(request, assessment):
    """Say that it is read."""
    operations.mark_read(actor=request.actor, assessment=assessment)
    messages.success(request, _("Enhetslederen ser at du har lest den."))
    return redirect("assessment", assessment.pk)


@page(Action.READ_ASSESSMENT, **REPORT)
def assessment_pdf(request, assessment):
    """The report as a file to keep."""
    sheet = presenting.sheet_of(request, assessment)
    document = paper.document_of(
        assessment,
        sheet,
        numbers=_numbers(request, assessment),
        today=request.today,
        language=sheet_language(request),
    )
    response = HttpResponse(typeset(document), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="egenvurdering.pdf"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def sheet_language(request):
    """The language the form is shown in."""
    return presenting.language_of(request)


def _numbers(request, assessment):
    is_draft = assessment.state == AssessmentState.DRAFT
    now = numbers_of(request.actor, assessment.unit_id, today=request.today) if is_draft else None
    return presenting.numbers_in_words(now or assessment.numbers)


def _may_receive(request, readings):
    has_read = any(each.reader_id == request.actor.person_id for each in readings)
    return not has_read and bool(policy.may(request.actor, Action.RECEIVE_ASSESSMENT, request.facts))
