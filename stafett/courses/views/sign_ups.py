"""Signing own staff up, giving a place back, and ticking who was there."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.courses import operations
from stafett.courses.enums import HOLDS_A_PLACE, CourseKind, Need, SignUpState
from stafett.courses.forms import AttendanceForm, SignUpForm
from stafett.courses.queries import courses as queries
from stafett.courses.queries import training
from stafett.courses.views.presenting import choices_of

COURSE = {"of": queries.course_seen, "facts": queries.facts_about, "read": False}


@page(Action.SIGN_UP_STAFF, **COURSE, methods=("GET", "POST"))
def course_sign_up(request, course):
    """Choose among own staff; who is new is ticked already, and everybody for a day that is for all."""
    free = training.units_to_sign_up(request.actor, course, today=request.today)
    rows = training.colleagues(request.actor, today=request.today, on=queries.day_of(course))
    colleagues = [each for each in rows if each.person_id in free]
    form = SignUpForm(
        request.POST or None,
        colleagues=choices_of(colleagues, today=request.today),
        initial={"person_ids": [str(each.person_id) for each in colleagues if _is_suggested(course, each)]},
    )
    if made := attempt(request, form, operations.sign_up, course=course, today=request.today):
        messages.success(request, _("Påmeldingen er lagret. De som er meldt på, har fått beskjed."))
        return redirect("course", made.pk)
    context = {
        "course": course,
        "form": form,
        "colleagues": colleagues,
        "free": max(course.places - course.taken, 0),
    }
    return render(request, "courses/sign_up.html", context, status=form.status)


@page(
    Action.GIVE_PLACE_BACK,
    of=queries.sign_up_reached,
    facts=queries.facts_about_sign_up,
    methods=("POST",),
    read=False,
)
def sign_up_withdrawal(request, sign_up):
    """Give a place back: one's own, or that of somebody in the unit."""
    operations.withdraw(actor=request.actor, course=sign_up.course, sign_up=sign_up, today=request.today)
    messages.success(request, _("Plassen er gitt tilbake. Den som sto først på ventelisten, får den."))
    return redirect("course", sign_up.course_id)


@page(Action.TICK_ATTENDANCE, **COURSE, methods=("GET", "POST"))
def attendance(request, course):
    """Tick who was there."""
    rows = [row for row in queries.sign_ups_of(course) if row.state in HOLDS_A_PLACE]
    form = AttendanceForm(
        request.POST or None,
        seats=[(str(row.pk), f"{row.person.name}, {row.unit.name}") for row in rows],
        initial={"there_ids": [str(row.pk) for row in rows if row.state == SignUpState.ATTENDED]},
    )
    if attempt(request, form, operations.tick_attendance, course=course, today=request.today):
        there = len(form.cleaned_data["there_ids"])
        messages.success(request, ngettext("%(num)s var med.", "%(num)s var med.", there) % {"num": there})
        return redirect("course", course.pk)
    return render(request, "courses/attendance.html", {"course": course, "form": form}, status=form.status)


def _is_suggested(course, trainee):
    if course.kind == CourseKind.FULL_STAFF:
        return True
    return course.kind == CourseKind.HALF_DAY and trainee.need in (Need.NEW, Need.REFRESHER)
