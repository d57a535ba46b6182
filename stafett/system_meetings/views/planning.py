"""Planning a meeting: its time, what it is about, and calling it off."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.log_meetings.rules.planning import usual_start
from stafett.system_meetings.forms.before import CancelForm, ChangeTimeForm, ChooseForm, TimeForm, TopicForm
from stafett.system_meetings.operations import planning as operations
from stafett.system_meetings.queries import proposals, reach
from stafett.system_meetings.rules.planning import USUAL_MINUTES
from stafett.system_meetings.views import presenting

BOTH = ("GET", "POST")
UNIT = {"of": reach.reachable_unit, "facts": reach.facts_about_unit, "methods": BOTH, "read": False}
MEETING = {"of": reach.reachable_meeting, "facts": reach.facts_about, "methods": BOTH, "read": False}


@page(Action.PLAN_SYSTEM_MEETING, **UNIT)
def new_system_meeting(request, unit):
    """Set a time for the unit's next meeting; what it is about may be chosen later."""
    starts_at = usual_start(request.today)
    initial = {"day": starts_at.date(), "at": starts_at.time(), "minutes": USUAL_MINUTES}
    form = TimeForm(request.POST or None, initial=initial)
    made = attempt(request, form, operations.plan_meeting, unit=unit)
    if made:
        messages.success(request, _("Møtet er planlagt. Velg tema, og inviter dem som skal være med."))
        return redirect("system_meeting", made.pk)
    lead = _("Sett av tid først. Da vet alle når forslag til tema må være inne: senest en uke før.")
    back = reverse("system_unit", args=[unit.pk])
    title = _("Nytt systemmøte")
    return presenting.form_page(request, form, title, _("Planlegg"), back, eyebrow=unit.name, lead=lead)


@page(Action.PLAN_SYSTEM_MEETING, **MEETING)
def change_system_meeting(request, meeting):
    """Move a meeting; those who have been told are told again."""
    stored = _stored(meeting)
    form = ChangeTimeForm(request.POST or None, initial=stored)
    if attempt(request, form, operations.change_meeting, meeting=meeting, today=request.today):
        messages.success(request, _("Møtet er endret."))
        return redirect("system_meeting", meeting.pk)
    return _page(request, form, meeting, _("Endre møtet"), _("Lagre"), theirs=stored)


@page(Action.PLAN_SYSTEM_MEETING, **MEETING)
def cancel_system_meeting(request, meeting):
    """Call a meeting off; its proposal waits for the next."""
    form = CancelForm(request.POST or None)
    if attempt(request, form, operations.cancel_meeting, meeting=meeting, today=request.today):
        messages.success(request, _("Møtet er avlyst."))
        return redirect("system_unit", meeting.unit_id)
    lead = presenting.when_in_words(meeting)
    return _page(request, form, meeting, _("Avlys møtet"), _("Avlys møtet"), lead=lead)


@page(Action.DECIDE_TOPIC, **MEETING)
def system_topic(request, meeting):
    """Say what the meeting is about: what was proposed, put right, or one's own."""
    stored = {
        name: getattr(meeting, name) for name in ("title", "challenge", "background", "sources", "version")
    }
    stored["topic"] = str(meeting.topic or "")
    form = TopicForm(request.POST or None, language=presenting.language(), initial=stored)
    if attempt(request, form, operations.set_topic, meeting=meeting):
        messages.success(request, _("Temaet er lagret."))
        return redirect("system_meeting", meeting.pk)
    lead = _("Du bestemmer hva som er mest aktuelt nå. Si hva utfordringen er, så alle kan forberede seg.")
    return _page(request, form, meeting, _("Tema og utfordring"), _("Lagre"), lead=lead, theirs=stored)


@page(Action.DECIDE_TOPIC, **MEETING)
def topic_choice(request, meeting):
    """Put one of the proposals that came in time on the meeting."""
    found = proposals.in_time_for(meeting)
    form = ChooseForm(request.POST or None, proposals=found)
    if attempt(request, form, operations.choose_proposal, meeting=meeting, today=request.today):
        messages.success(request, _("Temaet er valgt. Se over ordene, og inviter dem som skal være med."))
        return redirect("system_meeting", meeting.pk)
    context = {
        "show": presenting,
        "form": form,
        "meeting": meeting,
        "found": {str(each.pk): each.challenge for each in found},
    }
    return render(request, "system_meetings/choose.html", context, status=form.status)


@page(Action.DECIDE_TOPIC, **{**MEETING, "methods": ("POST",)})
def topic_release(request, meeting):
    """Let the proposal wait again: the meeting has no topic."""
    operations.drop_proposal(actor=request.actor, meeting=meeting)
    messages.success(request, _("Forslaget venter igjen, og møtet er uten tema."))
    return redirect("system_meeting", meeting.pk)


def _stored(meeting):
    starts_at = presenting.local_start(meeting)
    names = ("minutes", "place", "video_link", "version")
    return {name: getattr(meeting, name) for name in names} | {
        "day": starts_at.date(),
        "at": starts_at.time(),
    }


def _page(request, form, meeting, title, label, *, lead=None, theirs=None):
    back = reverse("system_meeting", args=[meeting.pk])
    eyebrow = presenting.title_of(meeting)
    return presenting.form_page(request, form, title, label, back, eyebrow=eyebrow, lead=lead, theirs=theirs)
