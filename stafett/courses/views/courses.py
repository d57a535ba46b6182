"""Course days as employees see them, one day, its calendar file, and who in the unit needs training."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.courses import rules
from stafett.courses.enums import CourseState
from stafett.courses.queries import courses as queries
from stafett.courses.queries import training
from stafett.courses.views.presenting import hours_of
from stafett.kernel import clock
from stafett.log_meetings.rules.calendar import CalendarMeeting, calendar_file

COURSE = {"of": queries.course_seen, "facts": queries.facts_about, "read": False}


@page(Action.SEE_COURSES, read=False)
def courses(request):
    """Days ahead and days that have been, with one's own place on each."""
    ahead, past = queries.listed(request.actor, today=request.today)
    may_set_up = bool(policy.may(request.actor, Action.SET_UP_COURSES))
    leads = bool(policy.may(request.actor, Action.SIGN_UP_STAFF))
    context = {
        "ahead": ahead,
        "past": past,
        "may_set_up": may_set_up,
        "leads": leads,
        "missing_by": _missing_by(request.today) if may_set_up or leads else None,
        "waiting": _closing(ahead, request.today),
    }
    return render(request, "courses/courses.html", context)


@page(Action.SEE_COURSES, **COURSE)
def course(request, course):
    """One day: when and where, one's own place, and for leaders and the administrator who is on it."""
    actor, today = request.actor, request.today
    sees_all = bool(policy.may(actor, Action.TICK_ATTENDANCE, request.facts))
    units = None if sees_all else actor.led_unit_ids
    day = queries.day_of(course)
    context = {
        "course": course,
        "hours": hours_of(course),
        "sign_ups": queries.sign_ups_of(course, unit_ids=units) if sees_all or units else [],
        "sees_all": sees_all,
        "leads": bool(actor.led_unit_ids),
        "may_sign_up": bool(policy.may(actor, Action.SIGN_UP_STAFF))
        and bool(rules.may_sign_up(state=course.state, sign_up_by=course.sign_up_by, today=today)),
        "may_change": bool(policy.may(actor, Action.SET_UP_COURSES))
        and bool(rules.may_cancel(state=course.state, day=day, today=today)),
        "may_tick": sees_all and bool(rules.may_tick(state=course.state, day=day, today=today)),
        "may_withdraw": course.state == CourseState.OPEN and today < day,
        "is_closed": today > course.sign_up_by,
    }
    return render(request, "courses/course.html", context)


@page(Action.SEE_COURSES, **COURSE)
def course_calendar(request, course):
    """The day as a file for the calendar."""
    shown = CalendarMeeting(
        id=course.pk,
        starts_at=course.starts_at,
        minutes=course.minutes,
        sequence=course.version - 1,
        is_cancelled=course.state == CourseState.CANCELLED,
        title=course.get_kind_display(),
        url=request.build_absolute_uri(reverse("course", args=[course.pk])),
        place=course.place,
    )
    text = calendar_file(shown, made_at=clock.now())
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="kurs.ics"'
    return answer


@page(Action.SEE_TRAINING_NEEDS, read=False)
def training_needs(request):
    """Who in the unit needs training and why, and who may need help to get going."""
    since = training.usual_since(today=request.today)
    rows = training.colleagues(request.actor, today=request.today)
    context = {
        "needing": [each for each in rows if each.needs_training],
        "trained": [each for each in rows if not each.needs_training],
        "idle": training.without_activity(request.actor, since=since, today=request.today),
        "since": since,
        "years": training.refresh_years(),
        "several_units": len(request.actor.led_unit_ids) > 1,
    }
    return render(request, "courses/training_needs.html", context)


def _missing_by(today):
    """The last day of the month that lacks its half-day course, or None (S000-16)."""
    return rules.course_missing_by(today, held_on=queries.half_days(around=today))


def _closing(ahead, today):
    """The nearest deadline that a leader has not passed, or None."""
    still = [
        each for each in ahead if rules.may_sign_up(state=each.state, sign_up_by=each.sign_up_by, today=today)
    ]
    return min(still, key=lambda each: each.sign_up_by, default=None)
