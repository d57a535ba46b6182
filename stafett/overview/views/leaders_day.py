"""Lederens dag: five minutes a week, and nothing falls through (S000-12, S000-13)."""

from django.shortcuts import render

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.annual_wheel.queries import wheels
from stafett.annual_wheel.queries.wheels import Voice
from stafett.courses.queries import courses
from stafett.kernel.dates import add_weeks, school_year_of
from stafett.leadership import queries
from stafett.overview.views.staircase import drawn
from stafett.register.enums import UnitKind

WEEKS_AHEAD = 4  # of the last day to sign up for a course
MOST_TASKS = 6


@page(Action.SEE_LEADERS_DAY)
def leaders_day(request):
    """What needs the leader this week, how the logs move, and what the year asks for now."""
    actor, today = request.actor, request.today
    day = queries.leaders_day(actor, today=today)
    tasks = _tasks(actor, today)
    context = {
        "day": day,
        "flow": day.flow,
        "stair": drawn(day.flow),
        "tasks": tasks[:MOST_TASKS],
        "more_tasks": len(tasks) > MOST_TASKS,
        "courses": courses.closing(until=add_weeks(today, WEEKS_AHEAD), today=today),
        "has_starters": any(
            post.unit_id in actor.led_unit_ids and post.unit_kind in (UnitKind.KINDERGARTEN, UnitKind.SCHOOL)
            for post in actor.posts
        ),
    }
    return render(request, "overview/leaders_day.html", context)


def _tasks(actor, today):
    """What the wheels of the units that the actor leads ask for now, late things first, with the unit's name."""
    led = wheels.of_units(actor.led_unit_ids, voice=Voice.of(actor), today=today, year=school_year_of(today))
    return [(task, seen.unit_name if len(led) > 1 else "") for seen in led for task in seen.waiting]
