"""How a meeting was: three faces from the family, and what the holder makes of them."""

from types import SimpleNamespace

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.log_meetings import queries
from stafett.log_meetings.enums import Face, PulseQuestion
from stafett.log_meetings.forms.pulse import PulseForm
from stafett.log_meetings.operations.pulse import answer_pulse
from stafett.log_meetings.queries.pulse import HELD, felt_in, has_answered, way_it_goes
from stafett.log_meetings.rules.pulse import mean, rounded_face
from stafett.relay_log import queries as log_queries


@page(Action.ANSWER_PULSE, of=queries.reachable_meeting, facts=queries.facts_about, methods=("GET", "POST"))
def meeting_pulse(request, meeting):
    """Three questions, three faces, for guardians and the youth."""
    own_id = request.actor.person_id
    form = PulseForm(request.POST or None)
    if attempt(request, form, answer_pulse, log=meeting.log, meeting=meeting, person_id=own_id):
        messages.success(request, _("Takk! Svaret er lagret."))
        return redirect("log", meeting.log_id)
    context = {
        "log": meeting.log,
        "meeting": meeting,
        "form": form,
        "is_held": meeting.state in HELD,
        "is_answered": has_answered(meeting, own_id),
    }
    return render(request, "log_meetings/pulse.html", context, status=form.status)


@page(Action.SEE_PULSE, of=log_queries.reachable_log, facts=log_queries.facts_about)
def pulses(request, log):
    """How the meetings of a log have felt, newest first, for whoever leads them."""
    felt = felt_in(log)
    context = {"log": log, "meetings": [_shown(each) for each in felt], "trend": _TREND[way_it_goes(felt)]()}
    return render(request, "log_meetings/pulses.html", context)


def _shown(felt):
    sides = ((_("Barnet"), felt.child), (_("Foresatte"), felt.guardians))
    return SimpleNamespace(
        starts_at=felt.starts_at,
        rows=[
            SimpleNamespace(
                question=question.label, answers=[(name, _face(side[question])) for name, side in sides]
            )
            for question in PulseQuestion
        ],
    )


def _face(faces):
    """The face of one side of the table, or None where nobody has answered."""
    return Face(rounded_face(mean(faces))) if faces else None


_TREND = {
    1: lambda: _("Det siste møtet kjentes bedre enn de før."),
    0: lambda: "",
    -1: lambda: _("Det siste møtet kjentes ikke like godt som de før. Spør gjerne hva som kan bli bedre."),
}
