"""Who is asked to a meeting, who does what in it, and what they are told."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.kernel.text import clean_line
from stafett.system_meetings.forms.people import (
    ColleaguesForm,
    EmployeeForm,
    InformationForm,
    OutsiderForm,
    TasksForm,
)
from stafett.system_meetings.operations import preparing, seating
from stafett.system_meetings.queries import planned, reach
from stafett.system_meetings.views import presenting

MEETING = {
    "of": reach.reachable_meeting, "facts": reach.facts_about, "methods": ("GET", "POST"), "read": False,
}  # fmt: skip
LONGEST_QUESTION = 100


@page(Action.PLAN_SYSTEM_MEETING, **MEETING)
def system_people(request, meeting):
    """Who is invited, and which of the unit's own are."""
    colleagues = planned.colleagues(meeting.unit_id, today=request.today, leave_out=[meeting.leader_id])
    seated = [str(seat.person_id) for seat in meeting.seats if seat.person_id]
    form = ColleaguesForm(request.POST or None, colleagues=colleagues, initial={"person_ids": seated})
    if attempt(request, form, seating.seat_colleagues, meeting=meeting, today=request.today):
        messages.success(request, _("Listen er lagret."))
        return redirect("system_people", meeting.pk)
    return _people_page(request, meeting, form)


@page(Action.PLAN_SYSTEM_MEETING, **MEETING)
def system_services(request, meeting):
    """Find somebody in a support service, and ask them."""
    asked = clean_line(request.GET.get("q", ""))[:LONGEST_QUESTION]
    found = planned.found_employees(asked, meeting, today=request.today)
    form = EmployeeForm(request.POST or None, found=found)
    if attempt(request, form, seating.seat_employee, meeting=meeting, today=request.today):
        messages.success(request, _("Invitert."))
        return redirect("system_people", meeting.pk)
    context = {"show": presenting, "meeting": meeting, "form": form, "asked": asked, "found": found}
    return render(request, "system_meetings/services.html", context, status=form.status)


@page(Action.PLAN_SYSTEM_MEETING, **MEETING)
def system_outsider(request, meeting):
    """Ask somebody who has no login here."""
    form = OutsiderForm(request.POST or None)
    if attempt(request, form, seating.seat_outsider, meeting=meeting):
        messages.success(request, _("Lagt til. Du sier det til dem selv."))
        return redirect("system_people", meeting.pk)
    back = reverse("system_people", args=[meeting.pk])
    lead = _("De får ingen melding herfra, og skriver ikke selv i møtet. Du kan sende dem teksten på e-post.")
    title = _("Deltaker uten innlogging")
    eyebrow = presenting.title_of(meeting)
    return presenting.form_page(request, form, title, _("Legg til"), back, eyebrow=eyebrow, lead=lead)


@page(Action.PLAN_SYSTEM_MEETING, **{**MEETING, "methods": ("POST",)})
def seat_removal(request, meeting, seat: UUID):
    """Take somebody off the list."""
    if all(each.pk != seat for each in meeting.seats):
        raise Http404
    seating.remove_seat(actor=request.actor, meeting=meeting, seat_id=seat, today=request.today)
    messages.success(request, _("Tatt av listen."))
    return redirect("system_people", meeting.pk)


@page(Action.PLAN_SYSTEM_MEETING, **MEETING)
def system_tasks(request, meeting):
    """Who writes, who presents, who keeps the meeting on track."""
    initial = {
        "presenter_id": str(meeting.presenter_id or ""),
        "writer_id": str(meeting.writer_id),
        "track_keeper_id": str(meeting.track_keeper_id or ""),
    }
    form = TasksForm(request.POST or None, seats=meeting.seats, leader_id=meeting.leader_id, initial=initial)
    if attempt(request, form, seating.give_tasks, meeting=meeting, today=request.today):
        messages.success(request, _("Oppgavene er fordelt."))
        return redirect("system_meeting", meeting.pk)
    back = reverse("system_meeting", args=[meeting.pk])
    eyebrow = presenting.title_of(meeting)
    return presenting.form_page(request, form, _("Oppgaver i møtet"), _("Lagre"), back, eyebrow=eyebrow)


@page(Action.PLAN_SYSTEM_MEETING, **MEETING)
def system_information(request, meeting):
    """Tell those invited what it is about, so that they can prepare."""
    form = InformationForm(request.POST or None, initial={"information": _suggested(meeting)})
    if attempt(request, form, preparing.inform, meeting=meeting, today=request.today):
        messages.success(request, _("De inviterte har fått beskjed."))
        return redirect("system_meeting", meeting.pk)
    context = {
        "show": presenting,
        "meeting": meeting,
        "form": form,
        "by_hand": presenting.told_by_hand(meeting),
    }
    return render(request, "system_meetings/information.html", context, status=form.status)


def _people_page(request, meeting, form):
    context = {
        "show": presenting,
        "meeting": meeting,
        "form": form,
        "seats": presenting.seats(meeting, reader=request.actor, sees_words=True),
        "by_hand": presenting.told_by_hand(meeting),
    }
    return render(request, "system_meetings/people.html", context, status=form.status)


def _suggested(meeting):
    """The challenge, and what one may think of until then."""
    if meeting.information or not meeting.challenge:
        return meeting.information
    topic = presenting.topic_of(meeting)
    ask = topic.ask if topic else _("Hva ser du fra ditt sted, og hva tror du holder det ved like?")
    think = _("Tenk gjerne på dette til møtet:")
    return f"{meeting.challenge}\n\n{think} {ask}"[:1000]
