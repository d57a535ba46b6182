"""Where the administrator sets up, changes and cancels course days, and says how long training lasts."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.courses import operations
from stafett.courses.forms import CourseForm, EditCourseForm, RefresherForm
from stafett.courses.queries import courses as queries
from stafett.courses.queries import training
from stafett.courses.views.presenting import caretakers, differing
from stafett.kernel.clock import local

COURSE = {"of": queries.course_seen, "read": False}
AHEAD, CLOSES_BEFORE = timedelta(days=60), timedelta(days=14)


@page(Action.SET_UP_COURSES, methods=("GET", "POST"), read=False)
def new_course(request):
    """Set up a day."""
    day = request.today + AHEAD
    initial = {
        "day": day, "sign_up_by": day - CLOSES_BEFORE, "at": "08:30", "minutes": 180, "places": 30,
        "leader_id": str(request.actor.person_id),
    }  # fmt: skip
    people = caretakers(today=request.today)
    form = CourseForm(request.POST or None, initial=initial, caretakers=people)
    if made := attempt(request, form, operations.add_course, today=request.today):
        messages.success(request, _("Kursdagen er satt opp. Enhetslederne kan melde på."))
        return redirect("course", made.pk)
    return _form(request, form, _("Ny kursdag"), reverse("courses"), label=_("Sett opp kursdagen"))


@page(Action.SET_UP_COURSES, **COURSE, methods=("GET", "POST"))
def edit_course(request, course):
    """Change a day; when somebody else was quicker, both texts are shown."""
    people = caretakers(today=request.today)
    form = EditCourseForm(request.POST or None, initial=_words(course), caretakers=people)
    if attempt(request, form, operations.change_course, course=course, today=request.today):
        messages.success(request, _("Endringene er lagret."))
        return redirect("course", course.pk)
    lead = _("Flytter du tid eller sted, får alle som er påmeldt eller venter, beskjed.")
    return _form(request, form, _("Endre kursdagen"), reverse("course", args=[course.pk]), lead=lead)


@page(Action.SET_UP_COURSES, **COURSE, methods=("POST",))
def course_cancellation(request, course):
    """Cancel a day."""
    operations.cancel_course(actor=request.actor, course=course, today=request.today)
    messages.success(request, _("Kurset er avlyst. Alle som var påmeldt eller ventet, har fått beskjed."))
    return redirect("course", course.pk)


@page(Action.SET_UP_COURSES, methods=("GET", "POST"), read=False)
def refresher(request):
    """How long training lasts."""
    form = RefresherForm(request.POST or None, initial={"refresh_years": training.refresh_years()})
    if attempt(request, form, operations.set_refresher):
        messages.success(request, _("Lagret. Enhetslederne ser hvem det gjelder."))
        return redirect("courses")
    lead = _("Enhetslederne ser hvem det er så lenge siden.")
    return _form(request, form, _("Oppfriskning"), reverse("courses"), lead=lead)


def _words(course):
    starts_at = local(course.starts_at)
    return {
        "kind": course.kind, "day": starts_at.date(), "at": f"{starts_at:%H:%M}", "minutes": course.minutes,
        "place": course.place, "places": course.places, "sign_up_by": course.sign_up_by,
        "leader_id": str(course.leader_id), "about": course.about, "version": course.version,
    }  # fmt: skip


def _form(request, form, title, back, *, lead=None, label=None):
    context = {
        "form": form, "title": title, "lead": lead, "label": label or _("Lagre"), "back": back,
        "theirs": differing(form, _words(form.conflict)) if form.conflict else [],
    }  # fmt: skip
    return render(request, "courses/form.html", context, status=form.status)
