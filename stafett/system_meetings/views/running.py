"""Holding a system meeting: the steps for whoever leads or writes, and everybody's own page at the table."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.live import answers
from stafett.system_meetings.enums import MeetingState, MeetingStep
from stafett.system_meetings.forms import running as forms
from stafett.system_meetings.operations import contributing, opening, walking, watching
from stafett.system_meetings.queries import reach
from stafett.system_meetings.queries.support import support_services
from stafett.system_meetings.views import presenting, table

TABLE = {"of": reach.reachable_meeting, "facts": reach.facts_about, "read": False}
WRITES = {**TABLE, "methods": ("GET", "POST")}
SENDS = {**TABLE, "methods": ("POST",)}


@page(Action.RUN_SYSTEM_MEETING, **WRITES)
def system_opening(request, meeting):
    """Begin the meeting: who is here, and who has which task."""
    form = forms.OpeningForm(request.POST or None, seats=meeting.seats, initial=_supposed(meeting))
    if attempt(request, form, opening.open_meeting, meeting=meeting):
        return redirect("system_step", meeting.pk)
    context = {"meeting": meeting, "form": form, "show": presenting}
    return render(request, "system_meetings/running_opening.html", context, status=form.status)


@page(Action.RUN_SYSTEM_MEETING, **WRITES)
def system_step(request, meeting):
    """The step the meeting has come to, for the one who leads or writes."""
    sitting = table.sit(request, meeting)
    if meeting.state != MeetingState.UNDER_WAY and request.method != "POST":
        return _follow(request, sitting)
    form = forms.StepForm(request.POST or None, sitting=sitting, services=_services(meeting))
    given = {"meeting": meeting, "at": request.POST.get("at", "")}
    if request.POST.get("go") == "end":
        if attempt(request, form, walking.end_talk, today=request.today, **given):
            return redirect("system_evaluation", meeting.pk)
    elif attempt(request, form, walking.take_step, **given):
        return redirect("system_step", meeting.pk)
    return _step_page(request, sitting, form)


@page(Action.SIT_IN_SYSTEM_MEETING, **WRITES)
def system_words(request, meeting):
    """The words an open page fetches and saves; two who clash each get both texts (409)."""
    sitting = table.sit(request, meeting)
    if request.method == "POST":
        own = sitting.own.pk if sitting.own else None
        given = {"own_seat_id": own, "is_keeper": sitting.is_keeper}
        return answers.saving(request, contributing.save_words, meeting=meeting, **given)
    at = table.place_of(sitting) if sitting.is_keeper else meeting.step
    return answers.standing(request, meeting, sitting.own_words(), at=at)


@page(Action.SIT_IN_SYSTEM_MEETING, **TABLE)
def system_mode(request, meeting):
    """The meeting as it grows, and one's own words, for everybody at the table."""
    return _follow(request, table.sit(request, meeting))


@page(Action.SIT_IN_SYSTEM_MEETING, **TABLE)
def system_part(request, meeting):
    """What has grown, fetched by an open page when it is told that something has."""
    context = table.part(request, table.sit(request, meeting))
    return render(request, "system_meetings/running_part.html", context)


@page(Action.SIT_IN_SYSTEM_MEETING, **WRITES)
def system_own(request, meeting):
    """Put one's own words forward, say that one has had the floor, or pass."""
    sitting = table.sit(request, meeting)
    form = forms.OwnForm(request.POST or None, sitting=sitting)
    at = request.POST.get("at", "")
    if attempt(request, form, contributing.contribute, meeting=meeting, at=at):
        return redirect("system_mode", meeting.pk)
    return _follow(request, sitting, form)


@page(Action.SIT_IN_SYSTEM_MEETING, **WRITES)
def system_presence(request, meeting):
    """Who is here; whoever leads or writes notes it for all, everybody else for themselves."""
    sitting = table.sit(request, meeting)
    form = forms.PresenceForm(request.POST or None)
    if attempt(request, form, opening.mark_presence, meeting=meeting, is_keeper=sitting.is_keeper):
        return redirect("system_presence" if sitting.is_keeper else "system_mode", meeting.pk)
    context = {"meeting": meeting, "form": form, "sitting": sitting, "show": presenting}
    return render(request, "system_meetings/running_presence.html", context, status=form.status)


@page(Action.RUN_SYSTEM_MEETING, **WRITES)
def system_roles(request, meeting):
    """Who writes, tells and keeps watch from now on."""
    seats = [seat for seat in meeting.seats if seat.is_there]
    form = forms.RolesForm(request.POST or None, seats=seats, initial=_tasks(meeting))
    if attempt(request, form, opening.change_roles, meeting=meeting):
        return redirect("system_step", meeting.pk)
    back = reverse("system_step", args=[meeting.pk])
    eyebrow = presenting.title_of(meeting)
    return presenting.form_page(request, form, _("Oppgaver i møtet"), _("Lagre"), back, eyebrow=eyebrow)


@page(Action.SIT_IN_SYSTEM_MEETING, **SENDS)
def system_card(request, meeting):
    """Show everybody a line that helps the meeting back on track, or take it down."""
    sitting = table.sit(request, meeting)
    form = forms.CardForm(request.POST)
    given = {"own_seat_id": sitting.own.pk if sitting.own else None, "is_keeper": sitting.is_keeper}
    if attempt(request, form, watching.show_card, meeting=meeting, **given):
        return _back(meeting, sitting)
    return _with_trouble(request, sitting, form)


@page(Action.RUN_SYSTEM_MEETING, **SENDS)
def system_said(request, meeting, kind: str, thing: UUID):
    """Say of something that was said what those at the table have found, or take it back."""
    sitting = table.sit(request, meeting)
    if all(row.pk != thing for row in [*sitting.questions, *sitting.factors, *sitting.ideas]):
        raise Http404
    form = forms.SaidForm(request.POST)
    if attempt(request, form, contributing.change_said, meeting=meeting, kind=kind, thing_id=thing):
        return _back(meeting, sitting)
    return _with_trouble(request, sitting, form)


@page(Action.RUN_SYSTEM_MEETING, **WRITES)
def system_stop(request, meeting):
    """Break off a meeting that has begun."""
    form = forms.StopForm(request.POST or None)
    if attempt(request, form, opening.stop_meeting, meeting=meeting):
        messages.success(request, _("Møtet er avbrutt."))
        return redirect("system_meeting", meeting.pk)
    back, eyebrow = reverse("system_step", args=[meeting.pk]), presenting.title_of(meeting)
    lead = _("Det dere har sagt, står. Møtet får ikke noe referat.")
    title = _("Avbryt møtet")
    return presenting.form_page(request, form, title, title, back, eyebrow=eyebrow, lead=lead)


def _supposed(meeting) -> dict:
    """What the opening page supposes: those who have not said no are here, in the tasks they were given."""
    here = [str(seat.pk) for seat in meeting.seats if seat.answer != "no"]
    return {"there_ids": here, "turn_minutes": str(meeting.turn_minutes), **_tasks(meeting)}


def _tasks(meeting) -> dict:
    writer = next((seat.pk for seat in meeting.seats if seat.person_id == meeting.writer_id), "")
    return {
        "writer_id": str(writer),
        "presenter_id": str(meeting.presenter_id or ""),
        "track_keeper_id": str(meeting.track_keeper_id or ""),
    }


def _services(meeting):
    return support_services(leave_out=meeting.unit_id) if meeting.step == MeetingStep.SUMMARY else []


def _back(meeting, sitting):
    return redirect("system_step" if sitting.is_keeper else "system_mode", meeting.pk)


def _follow(request, sitting, form=None):
    """Everybody's page; their own words below what all see."""
    form = form or forms.OwnForm(sitting=sitting)
    context = table.page(request, sitting) | {
        "form": form,
        "body": table.body(form),
        "clashes": {clash.field: clash for clash in form.conflict or ()},
        "trouble": form,
    }
    return render(request, "system_meetings/running_mode.html", context, status=form.status)


def _step_page(request, sitting, form, trouble=None):
    trouble = trouble or form
    context = table.page(request, sitting) | {
        "form": form,
        "body": table.body(form),
        "clashes": {clash.field: clash for clash in form.conflict or ()},
        "at": table.place_of(sitting),
        "trouble": trouble,
    }
    return render(request, "system_meetings/running_step.html", context, status=trouble.status)


def _with_trouble(request, sitting, trouble):
    """The page one came from, with why what one pressed was not done."""
    if sitting.is_keeper and sitting.meeting.state == MeetingState.UNDER_WAY:
        form = forms.StepForm(sitting=sitting, services=_services(sitting.meeting))
        return _step_page(request, sitting, form, trouble)
    form = forms.OwnForm(sitting=sitting)
    context = table.page(request, sitting) | {
        "form": form,
        "body": table.body(form),
        "clashes": {},
        "trouble": trouble,
    }
    return render(request, "system_meetings/running_mode.html", context, status=trouble.status)
