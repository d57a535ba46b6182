"""One's own page of system meetings, a unit's page for its leader, the topic bank, and what a unit has learned."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.insight import queries as insight
from stafett.kernel.clock import local
from stafett.kernel.pdf import typeset
from stafett.system_meetings.content import topics
from stafett.system_meetings.content.minutes_document import learned_document
from stafett.system_meetings.enums import Result
from stafett.system_meetings.queries import after, planned, proposals, reach
from stafett.system_meetings.views import presenting
from stafett.toolbox.views.place import as_file

UNIT = {"of": reach.reachable_unit, "facts": reach.facts_about_unit}


@page(Action.SEE_SYSTEM_MEETINGS, read=False)
def system_meetings(request):
    """The meetings one is part of, one's own proposals, and the way to the unit one leads."""
    found = planned.own_meetings(request.actor)
    context = {
        "show": presenting,
        "coming": [presenting.row(each) for each in found.coming],
        "done": [presenting.row(each) for each in found.done],
        "proposals": proposals.own_proposals(request.actor),
        "units": reach.units_of_actor(request.actor),
        "led": request.actor.led_unit_ids,
    }
    return render(request, "system_meetings/own.html", context)


@page(Action.DECIDE_TOPIC, **UNIT, read=False)
def system_unit(request, unit):
    """What waits for the unit's leader: proposals with the meeting each reaches, meetings, numbers, measures to look at."""
    meetings = planned.meetings_of_unit(unit.pk)
    ahead = [each for each in meetings.coming if planned.is_ahead(each)]
    context = {
        "show": presenting,
        "unit": unit,
        "coming": [presenting.row(each) for each in meetings.coming],
        "done": [presenting.row(each) for each in meetings.done],
        "found": proposals.proposals_to(unit.pk, planned=ahead),
        "numbers": insight.topics_by_numbers(request.actor, unit.pk, today=request.today),
        "due": after.measures_to_look_at([unit.pk], today=request.today),
    }
    return render(request, "system_meetings/unit.html", context)


@page(Action.PROPOSE_TOPIC, read=False)
def topic_bank(request):
    """The 31 topics in their groups, each with a question to begin with and the guide's sheets."""
    return render(request, "system_meetings/topics.html", {"groups": topics.bank(presenting.language())})


@page(Action.SEE_SYSTEM_LEARNING, **UNIT, read=False)
def system_learning(request, unit):
    """What the unit has tried in its meetings and how it went; made to be printed."""
    learned = after.learned_in(unit.pk)
    context = {"show": presenting, "unit": unit, "learned": learned, "summary": _summary(learned)}
    return render(request, "system_meetings/learning.html", context)


@page(Action.SEE_SYSTEM_LEARNING, **UNIT, read=False)
def system_learning_pdf(request, unit):
    """The same as a document."""
    learned = after.learned_in(unit.pk)
    document = learned_document(
        unit=unit.name,
        summary=_summary(learned),
        rows=[line for meeting in learned.meetings for line in _lines(meeting)],
        language=presenting.language(),
        made_on=request.today,
    )
    response = HttpResponse(typeset(document), content_type="application/pdf")
    return as_file(response, title=" ".join([_("Prøvd og lært"), unit.name]), ending="pdf")


def _summary(learned):
    said = [
        ngettext("%(num)s møte er holdt.", "%(num)s møter er holdt.", len(learned.meetings))
        % {"num": len(learned.meetings)}
    ]
    labels = {Result.WORKS: _("Virker"), Result.ADJUST: _("Justeres"), Result.STOP: _("Stoppet")}
    said += [f"{labels[result]}: {count}." for result, count in learned.counts if count]
    if learned.trying:
        said.append(_("Prøves ut nå: %(count)s.") % {"count": learned.trying})
    return " ".join(said)


def _lines(meeting):
    """A row for each measure; one for the meeting itself when none was decided, since it was held all the same."""
    day = f"{local(meeting.starts_at):%-d.%-m.%Y}"
    if not meeting.tried:
        yield day, meeting.title, "–", "–"
    for measure in meeting.tried:
        outcome = measure.how_it_went[0] if measure.how_it_went else None
        went = f"{outcome.get_result_display()}. {outcome.words}" if outcome else measure.get_state_display()
        yield day, meeting.title, measure.text, went
