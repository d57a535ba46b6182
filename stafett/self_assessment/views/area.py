"""What the leader of an area sees: the inbox of a period, and how the units have answered over the years."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.self_assessment import rules
from stafett.self_assessment.content import library
from stafett.self_assessment.queries import area as queries
from stafett.self_assessment.views import presenting

SHEETS = {"egenvurdering": "report", "aaret": "year"}


@page(Action.LIST_AREA_ASSESSMENTS, read=False)
def area_assessments(request):
    """What the units have sent for one period."""
    periods = presenting.periods_to_choose(request.today)
    asked = rules.period_named(request.GET.get("periode", ""))
    period = asked if asked in periods else presenting.nearest(periods, request.today)
    lines = queries.inbox(request.actor, period, today=request.today)
    context = {
        "period": period,
        "due_on": rules.due_on(period),
        "title": presenting.period_title(period),
        "choices": presenting.period_links(periods, period),
        "lines": [(line, presenting.received(line, today=request.today)) for line in lines],
        "sent": sum(line.sent is not None for line in lines),
    }
    return render(request, "self_assessment/inbox.html", context)


@page(Action.LIST_AREA_ASSESSMENTS, read=False)
def assessment_comparison(request):
    """One question at a time: each unit's answers, period by period, as a table with a small picture."""
    asked = request.GET.get("skjema", "")
    name = asked if asked in SHEETS else "egenvurdering"
    language, model = presenting.language_of(request), request.actor.model_alias
    sheet = library.latest_of(SHEETS[name], language=language, model=model)
    question = next(
        (each for each in sheet.scales if each.key == request.GET.get("sporsmal")), sheet.scales[0]
    )
    periods, rows = queries.comparison(request.actor, SHEETS[name], question.key)
    context = {
        "question": question,
        "questions": [(each, _address(name, each)) for each in sheet.scales],
        "sheets": [
            {
                "label": _("Egenvurdering"),
                "href": _address("egenvurdering"),
                "current": name == "egenvurdering",
            },
            {"label": _("Evaluering av året"), "href": _address("aaret"), "current": name == "aaret"},
        ],
        "periods": [presenting.short_title(period) for period in periods],
        "rows": [(row, presenting.picture_of(row.answers)) for row in rows],
    }
    return render(request, "self_assessment/comparison.html", context)


def _address(name, question=None):
    address = f"{reverse('assessment_comparison')}?skjema={name}"
    return f"{address}&sporsmal={question.key}" if question else address
