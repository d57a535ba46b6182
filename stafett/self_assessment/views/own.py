"""Where the leader of a unit writes, sends and corrects the unit's reports."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.self_assessment import operations, rules
from stafett.self_assessment.forms import AnswersForm
from stafett.self_assessment.queries import assessments as queries
from stafett.self_assessment.queries.numbers import numbers_of
from stafett.self_assessment.views import presenting

WRITES = {"of": queries.reached, "facts": queries.facts_about, "read": False}
BEGINS = {"of": queries.led_unit, "facts": queries.facts_about_unit, "read": False}


@page(Action.LIST_OWN_ASSESSMENTS, read=False)
def self_assessments(request):
    """This school year's reports of each unit one leads, and those of former years."""
    lines = queries.own_lines(request.actor, today=request.today)
    context = {
        "lines": [(line, presenting.state_of(line, today=request.today)) for line in lines],
        "former": [
            (each, presenting.title_of(each)) for each in queries.former(request.actor, today=request.today)
        ],
        "several_units": len(request.actor.led_unit_ids) > 1,
    }
    return render(request, "self_assessment/own.html", context)


@page(Action.WRITE_ASSESSMENT, **BEGINS, methods=("POST",))
def assessment_start(request, unit, period):
    """Begin a report, or go on with the one that is begun."""
    named = rules.period_named(period)
    if named is None:
        raise Http404
    draft = operations.start_assessment(actor=request.actor, unit=unit, period=named, today=request.today)
    return redirect("assessment_answers", draft.pk)


@page(Action.WRITE_ASSESSMENT, **WRITES, methods=("GET", "POST"))
def assessment_answers(request, assessment):
    """Answer the questions; when somebody else was quicker, both texts are shown."""
    sheet = presenting.sheet_of(request, assessment)
    initial = {**assessment.answers, "version": assessment.version}
    form = AnswersForm(request.POST or None, sheet=sheet, initial=initial)
    if attempt(request, form, operations.save_answers, assessment=assessment):
        messages.success(request, _("Utkastet er lagret. Bare lederne i enheten ser det."))
        return redirect("assessment", assessment.pk)
    context = {
        "assessment": assessment, "title": presenting.title_of(assessment), "sheet": sheet, "form": form,
        "numbers": presenting.numbers_in_words(numbers_of(request.actor, assessment.unit_id, today=request.today)),
        "theirs": presenting.differing(form, form.conflict.answers) if form.conflict else [],
    }  # fmt: skip
    return render(request, "self_assessment/answers.html", context, status=form.status)


@page(Action.WRITE_ASSESSMENT, **WRITES, methods=("POST",))
def assessment_submission(request, assessment):
    """Send it."""
    operations.submit_assessment(actor=request.actor, assessment=assessment, today=request.today)
    messages.success(request, _("Egenvurderingen er sendt inn. Kvitteringen ligger i meldingene dine."))
    return redirect("assessment", assessment.pk)


@page(Action.WRITE_ASSESSMENT, **WRITES, methods=("POST",))
def assessment_correction(request, assessment):
    """Begin a new edition of what is sent."""
    draft = operations.correct_assessment(actor=request.actor, assessment=assessment)
    return redirect("assessment_answers", draft.pk)
