"""The line of a course day: its seats as the rules see them, and moving up whoever is next. Called with the course locked."""

from stafett.courses import rules
from stafett.courses.enums import SignUpState
from stafett.courses.models import CourseDay, SignUp
from stafett.courses.rules import Seat
from stafett.kernel.clock import local
from stafett.messages.enums import Kind
from stafett.messages.operations import tell


def seats_of(course: CourseDay) -> list[Seat]:
    """Every sign-up of the day, in the order they came."""
    rows = SignUp.objects.filter(course=course).order_by("number")
    return [Seat(number, state) for number, state in rows.values_list("number", "state")]


def move_up(course: CourseDay) -> int:
    """Give free places to those who wait, first come first, and tell them. Gives how many."""
    numbers = rules.moving_up(seats_of(course), places=course.places)
    rows = list(SignUp.objects.filter(course=course, number__in=numbers).order_by("number"))
    for row in rows:
        row.state = SignUpState.SIGNED_UP
        row.save(update_fields=["state"])
    told(course, [row.person_id for row in rows], Kind.COURSE_MOVED_UP)
    return len(rows)


def told(course: CourseDay, person_ids: list, kind: Kind) -> None:
    """A fixed sentence with the day in it, and the way to the course."""
    facts = {"date": local(course.starts_at).date()}
    tell(course.municipality_id, person_ids, kind, facts=facts, link=("course", course.pk))
