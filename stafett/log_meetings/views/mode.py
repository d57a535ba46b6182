"""Meeting mode: opening the meeting, writing step by step, and following what is written on one's own screen."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.audit import trail
from stafett.live import answers
from stafett.log_meetings.enums import MeetingState
from stafett.log_meetings.forms.mode import OpeningForm, StepForm, WriterForm
from stafett.log_meetings.forms.planning import CancelForm
from stafett.log_meetings.operations import mode as operations
from stafett.log_meetings.operations.writing import save_words
from stafett.log_meetings.queries import facts_about, reachable_meeting
from stafett.log_meetings.queries.meetings import invitations_of
from stafett.log_meetings.queries.mode import concerns_to_begin_from, sitting_of
from stafett.log_meetings.views import holding
from stafett.relay_log.content import library
from stafett.relay_log.enums import EvaluationOption
from stafett.relay_log.views.log import simple

MEETING = {"of": reachable_meeting, "facts": facts_about}
WRITES = {**MEETING, "methods": ("GET", "POST")}
SITTING = timedelta(minutes=15)


def once_a_sitting(actor, meeting) -> bool:
    """Whether it is to be recorded that a part was fetched: once for each reader and sitting, not once a second (L-60)."""
    return not trail.has_read(actor, meeting, since=holding.now() - SITTING)


@page(Action.WRITE_IN_MEETING, **WRITES)
def meeting_opening(request, meeting):
    """Begin the meeting: who is here, who writes, what it begins from."""
    people = invitations_of(meeting)
    form = OpeningForm(
        request.POST or None, people=people, concerns=concerns_to_begin_from(meeting.log, meeting.kind),
        kind=meeting.kind, initial=holding.before_opening(meeting, people),
    )  # fmt: skip
    given = {"log": meeting.log, "meeting": meeting, "today": request.today}
    if attempt(request, form, operations.open_meeting, **given):
        return redirect("meeting_step", meeting.pk)
    context = {"log": meeting.log, "meeting": meeting, "form": form}
    return render(request, "log_meetings/mode_opening.html", context, status=form.status)


@page(Action.WRITE_IN_MEETING, **WRITES)
def meeting_step(request, meeting):
    """The step the meeting has come to, for the one who writes."""
    sitting = sitting_of(meeting, today=request.today)
    if request.method != "POST" and (meeting.state != MeetingState.UNDER_WAY or not sitting.sees_writing):
        return _follow(request, sitting)
    form = StepForm(request.POST or None, sitting=sitting)
    at = request.POST.get("at", meeting.step)
    given = {"log": meeting.log, "meeting": meeting, "at": at, "today": request.today}
    if attempt(request, form, operations.take_step, **given):
        return redirect("meeting_step", meeting.pk)
    return _writing_page(request, sitting, form)


@page(Action.WRITE_IN_MEETING, **WRITES, read=once_a_sitting)
def meeting_words(request, meeting):
    """The words of the step as an open page fetches and saves them; two who clash each get both texts (409)."""
    if request.method == "POST":
        return answers.saving(request, save_words, meeting=meeting, log=meeting.log)
    sitting = sitting_of(meeting, today=request.today)
    return answers.standing(request, meeting, holding.words_of(sitting))


@page(Action.WRITE_IN_MEETING, **WRITES)
def writer_change(request, meeting):
    """Pass the writing on to somebody else who is there."""
    people = [each for each in invitations_of(meeting) if each.was_there]
    form = WriterForm(request.POST or None, people=people, initial={"writer_id": str(meeting.writer_id)})
    if attempt(request, form, operations.change_writer, log=meeting.log, meeting=meeting):
        return redirect("meeting_step", meeting.pk)
    context = {"log": meeting.log, "meeting": meeting, "form": form}
    return render(request, "log_meetings/mode_writer.html", context, status=form.status)


@page(Action.WRITE_IN_MEETING, **WRITES)
def meeting_stop(request, meeting):
    """Break off a meeting that has begun, with a word on why."""
    form = CancelForm(request.POST or None)
    if attempt(request, form, operations.stop_meeting, log=meeting.log, meeting=meeting):
        messages.success(request, _("Møtet er avbrutt."))
        return redirect("meeting", meeting.pk)
    lead = _("Det dere har ført inn, står i loggen. Møtet får ikke noe referat.")
    back = reverse("meeting_step", args=[meeting.pk])
    return simple(request, form, meeting.log, _("Avbryt møtet"), _("Avbryt møtet"), lead=lead, back=back)


@page(Action.VIEW_MEETING, **MEETING)
def meeting_mode(request, meeting):
    """The meeting as it grows, for everyone at the table."""
    return _follow(request, sitting_of(meeting, today=request.today))


@page(Action.VIEW_MEETING, **MEETING, read=once_a_sitting)
def meeting_part(request, meeting):
    """What has grown, fetched by an open page when it is told that something has."""
    sitting = sitting_of(meeting, today=request.today)
    return render(request, "log_meetings/mode_part.html", holding.followed(request, sitting))


def _follow(request, sitting):
    context = holding.followed(request, sitting) | holding.live(sitting)
    return render(request, "log_meetings/mode_follow.html", context)


def _writing_page(request, sitting, form):
    meeting = sitting.meeting
    context = {
        **holding.live(sitting),
        "log": meeting.log,
        "meeting": meeting,
        "form": form,
        "sitting": sitting,
        "effects": {option.value: option.result for option in EvaluationOption},
        "steps": holding.steps_shown(meeting),
        "clock": holding.clock_of(meeting),
        "body": holding.body(sitting, form),
        "clashes": {clash.field: clash for clash in form.conflict or ()},
        "parts": holding.parts_under_way(sitting),
        "questioned": holding.questioned(sitting),
        "prompts": library.prompts(*holding.PROMPTS.get(meeting.step, ())),
        "words_href": reverse("meeting_words", args=[meeting.pk]),
        "title": _("Møtet"),
    }
    return render(request, "log_meetings/mode_step.html", context, status=form.status)
