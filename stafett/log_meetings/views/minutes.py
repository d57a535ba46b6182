"""The end of a meeting and what stands after it: ending the writing, confirming, the minutes, and the sheet of paper."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.kernel.ids import parse_id
from stafett.log_meetings.enums import MeetingKind, MeetingState
from stafett.log_meetings.forms.mode import ConfirmForm
from stafett.log_meetings.operations import confirming as operations
from stafett.log_meetings.queries.agenda import agenda_for, is_starter
from stafett.log_meetings.queries.meetings import invitations_of
from stafett.log_meetings.queries.minutes import shown_parts
from stafett.log_meetings.queries.mode import sitting_of
from stafett.log_meetings.views import holding, presenting
from stafett.log_meetings.views.mode import MEETING, WRITES


@page(Action.WRITE_IN_MEETING, **MEETING, methods=("POST",))
def writing_end(request, meeting):
    """Say that what is agreed on is written, so that everybody can read and confirm it."""
    operations.end_writing(actor=request.actor, log=meeting.log, meeting=meeting, today=request.today)
    return redirect("meeting_mode", meeting.pk)


@page(Action.CONFIRM_MINUTES, **WRITES)
def confirmation(request, meeting):
    """Say yes or no to the minutes, for oneself."""
    form = ConfirmForm(request.POST or None, initial={"seen": operations.seen_of(meeting)})
    if attempt(request, form, operations.confirm_minutes, log=meeting.log, meeting=meeting):
        messages.success(request, _("Takk. Svaret ditt er lagret."))
        return redirect("meeting_mode", meeting.pk)
    return _confirm_page(request, meeting, form, name=request.actor.name)


@page(Action.WRITE_IN_MEETING, **WRITES)
def confirmation_at_table(request, meeting, person):
    """Note what somebody at the table says to the minutes (W-22)."""
    person_id = parse_id(str(person))
    who = next((each for each in invitations_of(meeting) if each.person_id == person_id), None)
    if who is None:
        raise Http404
    form = ConfirmForm(request.POST or None, initial={"seen": operations.seen_of(meeting)})
    given = {"log": meeting.log, "meeting": meeting, "person_id": person_id, "keeps_minutes": True}
    if attempt(request, form, operations.confirm_minutes, **given):
        messages.success(request, _("Svaret er lagret."))
        return redirect("meeting_mode", meeting.pk)
    return _confirm_page(request, meeting, form, name=who.person.name)


@page(Action.WRITE_IN_MEETING, **MEETING, methods=("POST",))
def minutes_closing(request, meeting):
    """Let the minutes stand with those who have confirmed."""
    operations.close_minutes(actor=request.actor, log=meeting.log, meeting=meeting)
    messages.success(request, _("Referatet er ferdig."))
    return redirect("minutes", meeting.pk)


@page(Action.VIEW_MEETING, **MEETING)
def minutes(request, meeting):
    """The minutes as they were confirmed: who was there, what was agreed, who has said yes."""
    sitting = sitting_of(meeting, today=request.today)
    context = {
        "log": meeting.log,
        "meeting": meeting,
        "is_done": meeting.state == MeetingState.DONE,
        "when": presenting.when_in_words(meeting),
        "parts": shown_parts(meeting) if meeting.state == MeetingState.DONE else [],
        "there": [each.person.name for each in sitting.there],
        "absent": [each.person.name for each in sitting.people if not each.was_there],
        "answers": holding.waiting_for(sitting),
    }
    return render(request, "log_meetings/minutes.html", context)


@page(Action.VIEW_MEETING, **MEETING)
def meeting_paper(request, meeting):
    """An empty sheet for a meeting without a net, or with somebody who does not want a screen (W-22)."""
    people = invitations_of(meeting)
    agenda = agenda_for(meeting.log, meeting.kind, people)
    context = {
        "log": meeting.log,
        "meeting": meeting,
        "is_first": meeting.kind == MeetingKind.FIRST,
        "starts_school": is_starter(meeting.log, today=request.today),
        "measures": [measure for group in agenda.groups for measure in group.measures],
        "people": [each.person.name for each in people],
        "when": presenting.when_in_words(meeting),
    }
    return render(request, "log_meetings/paper.html", context)


def _confirm_page(request, meeting, form, *, name):
    context = {
        "log": meeting.log,
        "meeting": meeting,
        "form": form,
        "parts": shown_parts(meeting),
        "name": name,
    }
    return render(request, "log_meetings/minutes_confirm.html", context, status=form.status)
