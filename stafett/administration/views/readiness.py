"""From an empty municipality to the first log: the steps in order, and the assessment of the risks as a document."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.administration import operations, rules
from stafett.administration.content import assessment
from stafett.administration.forms.family import NoWordsForm
from stafett.administration.forms.setup import AssessmentForm
from stafett.administration.queries import setup as queries
from stafett.administration.views import settings_shown
from stafett.kernel.pdf import typeset


@page(Action.SET_UP_MUNICIPALITY, methods=("GET", "POST"), read=False)
def readiness(request):
    """What is safe, what is not, and the next step; and the button when everything is."""
    municipality = queries.municipality_of(request.actor)
    form = NoWordsForm(request.POST or None)
    ready = attempt(request, form, operations.say_ready, municipality=municipality, today=request.today)
    if ready:
        messages.success(request, _("Kommunen er klar. Lykke til!"))
        return redirect("readiness")
    checks = rules.checks_of(queries.standing_of(municipality, today=request.today))
    steps = rules.steps_of(checks)
    context = {
        "form": form,
        "municipality": municipality,
        "steps": settings_shown.steps(steps, rules.next_step(steps), office=queries.own_office()),
        "left": sum(each.stops for each in checks),
        "said": queries.go_live(),
    }
    return render(request, "administration/readiness.html", context, status=form.status)


@page(Action.SEE_ASSESSMENT, read=False)
def risk_assessment(request):
    """The assessment, filled in for Stafett, to read and to take out."""
    return _assessed(request, AssessmentForm(initial={"assessed_on": queries.go_live().assessed_on}))


@page(Action.SET_UP_MUNICIPALITY, methods=("POST",), read=False)
def risk_assessment_approval(request):
    """Note that the municipality's own is approved."""
    form = AssessmentForm(request.POST)
    if attempt(request, form, operations.note_assessment, today=request.today):
        messages.success(request, _("Vurderingen er notert."))
        return redirect("readiness")
    return _assessed(request, form)


@page(Action.SEE_ASSESSMENT, read=False)
def risk_assessment_pdf(request):
    """As a PDF, to read and to archive."""
    document = assessment.document(_told(request), made_on=request.today)
    response = HttpResponse(typeset(document), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="personvernvurdering.pdf"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@page(Action.SEE_ASSESSMENT, read=False)
def risk_assessment_text(request):
    """As text, to go on writing in."""
    text = assessment.markdown(_told(request), made_on=request.today)
    response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="personvernvurdering.md"'
    return response


def _assessed(request, form):
    context = {
        "form": form,
        "said": queries.go_live(),
        "notes": bool(policy.may(request.actor, Action.SET_UP_MUNICIPALITY)),
        "told": _told(request),
    }
    return render(request, "administration/risk_assessment.html", context, status=form.status)


def _told(request):
    """The assessment in the reader's language, with what this municipality has chosen."""
    municipality = queries.municipality_of(request.actor)
    chosen = [(str(label), str(value)) for label, _about, value in settings_shown.every(municipality)]
    return assessment.told(translation.get_language(), municipality=municipality.name, chosen=chosen)
