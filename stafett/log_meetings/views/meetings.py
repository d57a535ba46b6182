"""The meetings of a log, the page about one of them, answers, and the file for the calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action, Relation
from stafett.access.guard import attempt, page
from stafett.kernel import clock
from stafett.log_meetings import operations
from stafett.log_meetings.enums import MeetingKind, MeetingState
from stafett.log_meetings.forms.planning import AnswerForm, RecordedAnswerForm
from stafett.log_meetings.queries import agenda as agendas
from stafett.log_meetings.queries import facts_about, people, reachable_meeting
from stafett.log_meetings.queries import meetings as queries
from stafett.log_meetings.queries.pulse import HELD
from stafett.log_meetings.queries.wish import current_wish
from stafett.log_meetings.rules.calendar import CalendarMeeting, calendar_file
from stafett.log_meetings.views import presenting
from stafett.relay_log import queries as log_queries
from stafett.relay_log.views.presenting import may

LOG = {"of": log_queries.reachable_log, "facts": log_queries.facts_about}
MEETING = {"of": reachable_meeting, "facts": facts_about}


@page(Action.VIEW_MEETING, **LOG)
def meetings(request, log):
    """Every meeting of a log: those to come, those that were, those called off."""
    found = queries.meetings_of(log)
    context = {
        "log": log,
        "coming": [presenting.row(each) for each in found.coming],
        "earlier": [presenting.row(each) for each in found.earlier],
        "cancelled": [presenting.row(each) for each in found.cancelled],
        "may_plan": may(request.actor, Action.PLAN_MEETING, request.facts),
    }
    return render(request, "log_meetings/meetings.html", context)


@page(Action.VIEW_MEETING, **MEETING)
def meeting(request, meeting):
    """One meeting: when and where, who comes, what it is about, and one's own answer."""
    return _meeting_page(request, meeting, AnswerForm(initial=_own_answer(meeting)))


@page(Action.ANSWER_INVITATION, **MEETING, methods=("GET", "POST"))
def invitation_answer(request, meeting):
    """Say whether one comes: the buttons stand on the page about the meeting."""
    form = AnswerForm(request.POST or None, initial=_own_answer(meeting))
    given = {"log": meeting.log, "meeting": meeting, "today": request.today}
    if attempt(request, form, operations.answer_invitation, **given):
        messages.success(request, _("Takk for svaret."))
        return redirect("meeting", meeting.pk)
    return _meeting_page(request, meeting, form)


@page(Action.PLAN_MEETING, **MEETING, methods=("GET", "POST"))
def invitations(request, meeting):
    """Put down what people have answered by phone, at the gate or on paper."""
    rows = queries.invitations_of(meeting)
    form = RecordedAnswerForm(request.POST or None, invitations=rows)
    if attempt(request, form, operations.record_answer, log=meeting.log, meeting=meeting):
        messages.success(request, _("Svaret er ført inn."))
        return redirect("meeting", meeting.pk)
    context = {
        "log": meeting.log,
        "meeting": meeting,
        "form": form,
        "when": presenting.when_in_words(meeting),
    }
    return render(request, "log_meetings/invitations.html", context, status=form.status)


@page(Action.VIEW_MEETING, **MEETING)
def meeting_calendar(request, meeting):
    """The meeting as a file for the calendar; it says when, and where to read the rest."""
    shown = CalendarMeeting(
        id=meeting.pk,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        sequence=meeting.version - 1,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        title=_("Møte"),
        url=request.build_absolute_uri(presenting.href_of(meeting)),
        place=presenting.calendar_place(meeting, queries.invitations_of(meeting)),
    )
    answer = HttpResponse(
        calendar_file(shown, made_at=clock.now()), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="mote.ics"'
    return answer


def _meeting_page(request, meeting, form):
    invited = queries.invitations_of(meeting)
    is_planned = meeting.state == MeetingState.PLANNED
    is_ahead = is_planned and not presenting.is_over(meeting)
    plans = may(request.actor, Action.PLAN_MEETING, request.facts)
    context = {
        "log": meeting.log,
        "meeting": meeting,
        "form": form,
        "show": presenting,
        "when": presenting.when_in_words(meeting),
        "state_tag": presenting.state_tag(meeting),
        "invited": presenting.invited(invited, meeting, reader=request.actor, sees_words=plans),
        "agenda": agendas.agenda_for(meeting.log, meeting.kind, invited),
        "is_first": meeting.kind == MeetingKind.FIRST,
        "starts_school": agendas.is_starter(meeting.log, today=request.today),
        "may_plan": plans and is_planned,
        "is_to_come": plans or meeting.own_invitation is not None,
        "may_cancel": is_planned and may(request.actor, Action.CANCEL_MEETING, request.facts),
        "may_answer": is_ahead and (form.is_bound or _may_answer(request, meeting)),
        "wish": current_wish(meeting.log),
        "may_say_how_it_was": meeting.state in HELD
        and may(request.actor, Action.ANSWER_PULSE, request.facts),
        "told_by_hand": _told_by_hand(request, meeting, invited) if plans and is_planned else [],
        "is_weighty": plans and people.is_heard_with_weight(meeting.log, today=request.today),
    }
    return render(request, "log_meetings/meeting.html", context, status=form.status)


def _may_answer(request, meeting):
    """The holder comes; everybody else who is invited answers."""
    return meeting.log.relation != Relation.BATON_HOLDER and may(
        request.actor, Action.ANSWER_INVITATION, request.facts
    )


def _told_by_hand(request, meeting, invited):
    """Names of those invited who have no inbox here: they are told, and answer, by phone or on paper."""
    asked = {each.person_id for each in invited}
    candidates = people.candidates(meeting.log, today=request.today)
    return [each.name for each in candidates if each.person_id in asked and not each.is_digital]


def _own_answer(meeting):
    own = meeting.own_invitation
    return {"answer": own.answer, "words": own.words} if own else {}
