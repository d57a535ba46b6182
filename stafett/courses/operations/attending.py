"""Ticking who was there, and giving back the places of those who have left (S000-06, S000-09, S004-13, L-29)."""

from datetime import date

from stafett.audit.trail import Outcome, operation
from stafett.courses import rules
from stafett.courses.enums import HOLDS_A_PLACE, Event, SignUpState
from stafett.courses.models import CourseDay, SignUp
from stafett.courses.operations.line import move_up
from stafett.courses.queries import courses as queries
from stafett.kernel.clock import local
from stafett.kernel.verdict import require
from stafett.register import staff


@operation(Event.ATTENDANCE_TICKED, lock="course")
def tick_attendance(*, actor, course, there_ids, today):
    """Say which of those with a place were there; the others were not. May be put right later. Raises Refused.

    `there_ids` are ids of sign-ups; those of other courses are passed over.
    """
    require(rules.may_tick(state=course.state, day=local(course.starts_at).date(), today=today))
    rows = SignUp.objects.select_for_update(of=("self",)).filter(course=course, state__in=HOLDS_A_PLACE)
    there = 0
    for row in rows:
        row.state = SignUpState.ATTENDED if row.pk in there_ids else SignUpState.ABSENT
        row.save(update_fields=["state"])
        there += row.state == SignUpState.ATTENDED
    return Outcome(course, {"there": there})


def free_places(*, today: date) -> int:
    """Give back places of people who will have left when the course day comes; those who wait move up. Gives how many.

    Must run within a municipality. Nobody acts: leaving the job did it.
    """
    freed = 0
    for course in queries.ahead(today=today):
        CourseDay.objects.select_for_update(of=("self",)).get(pk=course.pk)
        rows = list(
            SignUp.objects.filter(course=course, state__in=(SignUpState.SIGNED_UP, SignUpState.WAITING))
        )
        employed = staff.employed_among({row.person_id for row in rows}, day=queries.day_of(course))
        left = [row for row in rows if row.person_id not in employed]
        for row in left:
            row.state = SignUpState.WITHDRAWN
            row.save(update_fields=["state"])
        if left:
            move_up(course)
        freed += len(left)
    return freed
