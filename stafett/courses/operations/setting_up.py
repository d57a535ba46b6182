"""Setting up a course day, changing and cancelling it, and how long training lasts (S000-15, S000-16, S000-17)."""

from datetime import datetime

from stafett.access.guard import require_version
from stafett.audit.trail import Outcome, operation
from stafett.courses import rules
from stafett.courses.enums import HOLDS_A_PLACE, CourseState, Event, Refusal, SignUpState
from stafett.courses.models import CourseDay, SignUp, TrainingRoutine
from stafett.courses.operations.line import move_up, seats_of, told
from stafett.kernel.clock import NORWAY, local
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.register import staff


@operation(Event.COURSE_ADDED)
def add_course(*, actor, kind, day, at, minutes, place, places, sign_up_by, leader_id, about, today):
    """Set up a course day at `day` and `at` on a Norwegian clock, `minutes` long. Raises Refused."""
    require(rules.may_set_up(day=day, sign_up_by=sign_up_by, today=today))
    _require_employed(leader_id, today)
    course = CourseDay.objects.create(
        municipality_id=actor.municipality_id,
        kind=kind,
        starts_at=datetime.combine(day, at, NORWAY),
        minutes=minutes,
        place=place,
        about=about,
        places=places,
        sign_up_by=sign_up_by,
        leader_id=leader_id,
        added_by_id=actor.person_id,
    )
    return Outcome(course, {"kind": str(kind), "day": day.isoformat()})


@operation(Event.COURSE_CHANGED, lock="course")
def change_course(*, actor, course, kind, day, at, minutes, place, places, sign_up_by, leader_id, about, version, today):  # fmt: skip
    """Change a course day that has not been. With more places, those who wait move up; when time or place is another, all
    who are signed up or wait are told. Raises Refused, and Conflict when somebody was quicker."""
    require_version(course, version)
    require(rules.may_cancel(state=course.state, day=local(course.starts_at).date(), today=today))
    require(rules.may_set_up(day=day, sign_up_by=sign_up_by, today=today, known=course.sign_up_by))
    require(rules.may_offer(seats_of(course), places=places))
    _require_employed(leader_id, today)
    starts_at = datetime.combine(day, at, NORWAY)
    is_moved = (starts_at, minutes, place) != (course.starts_at, course.minutes, course.place)
    course.kind, course.starts_at, course.minutes, course.place = kind, starts_at, minutes, place
    course.about, course.places, course.sign_up_by, course.leader_id = about, places, sign_up_by, leader_id
    course.version += 1
    course.save()
    if is_moved:
        told(course, _everybody_on(course), Kind.COURSE_CHANGED)
    return Outcome(course, {"day": day.isoformat(), "moved_up": move_up(course)})


@operation(Event.COURSE_CANCELLED, lock="course")
def cancel_course(*, actor, course, today):
    """Cancel a course day, and tell all who are signed up or wait. Raises Refused."""
    require(rules.may_cancel(state=course.state, day=local(course.starts_at).date(), today=today))
    course.state = CourseState.CANCELLED
    course.version += 1
    course.save(update_fields=["state", "version"])
    told(course, _everybody_on(course), Kind.COURSE_CANCELLED)
    return course


@operation(Event.REFRESHER_SET)
def set_refresher(*, actor, refresh_years):
    """Say how many years training lasts before it is refreshed."""
    routine, _made = TrainingRoutine.objects.update_or_create(
        municipality_id=actor.municipality_id, defaults={"refresh_years": refresh_years}
    )
    return Outcome(routine, {"years": refresh_years})


def _everybody_on(course):
    on_it = {*HOLDS_A_PLACE, SignUpState.WAITING}
    rows = SignUp.objects.filter(course=course, state__in=on_it).order_by("number")
    return list(rows.values_list("person_id", flat=True))


def _require_employed(person_id, today):
    if person_id not in staff.employed_among([person_id], day=today):
        require(no(Refusal.NOT_EMPLOYED))
