"""The page about one meeting: what is next, one's own answer and preparation, and the file for the calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.action_guide.content import library as guide
from stafett.kernel import clock
from stafett.log_meetings.rules.calendar import CalendarMeeting, calendar_file
from stafett.system_meetings.enums import MeetingState
from stafett.system_meetings.forms.people import AnswerForm, PreparationForm
from stafett.system_meetings.operations import preparing
from stafett.system_meetings.queries import after, minutes, reach
from stafett.system_meetings.views import presenting

MEETING = {"of": reach.reachable_meeting, "facts": reach.facts_about, "read": False}
WRITES = {**MEETING, "methods": ("GET", "POST")}


@page(Action.VIEW_SYSTEM_MEETING, **MEETING)
def system_meeting(request, meeting):
    """One meeting, as far as it has come."""
    return _meeting_page(request, meeting, AnswerForm(initial=_own_answer(meeting)))


@page(Action.ANSWER_SYSTEM_MEETING, **WRITES)
def system_answer(request, meeting):
    """Say whether one comes."""
    form = AnswerForm(request.POST or None, initial=_own_answer(meeting))
    if attempt(request, form, preparing.answer_invitation, meeting=meeting):
        messages.success(request, _("Takk for svaret."))
        return redirect("system_meeting", meeting.pk)
    return _meeting_page(request, meeting, form)


@page(Action.ANSWER_SYSTEM_MEETING, **WRITES)
def system_preparation(request, meeting):
    """Write a note to oneself, to have at hand in the meeting."""
    form = PreparationForm(request.POST or None, initial={"prepared": meeting.own_seat.prepared})
    if attempt(request, form, preparing.prepare, meeting=meeting):
        messages.success(request, _("Notatet er lagret. Bare du ser det."))
        return redirect("system_meeting", meeting.pk)
    topic = presenting.topic_of(meeting)
    back = reverse("system_meeting", args=[meeting.pk])
    eyebrow = presenting.title_of(meeting)
    return presenting.form_page(
        request,
        form,
        _("Forbered deg"),
        _("Lagre notatet"),
        back,
        eyebrow=eyebrow,
        lead=topic.ask if topic else None,
    )


@page(Action.VIEW_SYSTEM_MEETING, **MEETING)
def system_calendar(request, meeting):
    """The meeting as a file for the calendar; it says when and where, and where to read the rest."""
    shown = CalendarMeeting(
        id=meeting.pk,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        sequence=meeting.version - 1,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        title=_("Systemmøte"),
        url=request.build_absolute_uri(reverse("system_meeting", args=[meeting.pk])),
        place=meeting.place,
    )
    made = calendar_file(shown, made_at=clock.now())
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="systemmote.ics"'
    return answer


def _meeting_page(request, meeting, form):
    leads = presenting.may(request, Action.PLAN_SYSTEM_MEETING)
    is_held = meeting.state in (MeetingState.EVALUATING, MeetingState.DONE)
    context = {
        "show": presenting,
        "meeting": meeting,
        "form": form,
        "seats": presenting.seats(meeting, reader=request.actor, sees_words=leads),
        "by_hand": presenting.told_by_hand(meeting) if leads else [],
        "topic": presenting.topic_of(meeting),
        "guide_sheets": guide.sheets("nn" if presenting.language() == "nn" else "nb"),
        "leads": leads,
        "may_answer": form.is_bound or _may_answer(request, meeting),
        "keeps": presenting.may(request, Action.LOOK_BACK_ON_SYSTEM_MEETING),
        "evaluation": after.evaluation_of(meeting) if is_held else None,
        "measures": after.measures_of(meeting, today=request.today) if is_held else [],
        "ideas": minutes.kept_ideas(meeting) if meeting.state == MeetingState.DONE else [],
        "works_here": meeting.unit_id in request.actor.unit_ids,
    }
    return render(request, "system_meetings/meeting.html", context, status=form.status)


def _may_answer(request, meeting):
    """Whoever is invited and has been told; the leader comes."""
    is_told = meeting.state == MeetingState.PLANNED and meeting.informed_at is not None
    own = meeting.own_seat
    return is_told and own is not None and own.person_id != meeting.leader_id


def _own_answer(meeting):
    own = meeting.own_seat
    return {"answer": own.answer, "words": own.answer_words} if own else {}
