"""Signing own staff up, and giving a place back (S000-15, S000-19)."""

from stafett.audit.trail import Outcome, operation
from stafett.courses import rules
from stafett.courses.enums import Event, Refusal, SignUpState
from stafett.courses.models import SignUp
from stafett.courses.operations.line import move_up, seats_of, told
from stafett.courses.queries.training import units_to_sign_up
from stafett.courses.rules import Seat
from stafett.kernel import clock
from stafett.kernel.clock import local
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind

KINDS = {SignUpState.SIGNED_UP: Kind.COURSE_SIGNED_UP, SignUpState.WAITING: Kind.COURSE_WAITING}


@operation(Event.STAFF_SIGNED_UP, lock="course")
def sign_up(*, actor, course, person_ids, today):
    """Sign people of the actor's own units up, in the order given: a place while there is one, else the waiting list.

    Raises Refused after the deadline, and when somebody works elsewhere or is signed up already.
    """
    require(rules.may_sign_up(state=course.state, sign_up_by=course.sign_up_by, today=today))
    units = units_to_sign_up(actor, course, today=today)
    if not set(person_ids) <= set(units):
        require(no(Refusal.NOT_YOUR_STAFF))
    seats, made = seats_of(course), {state: [] for state in KINDS}
    for person_id in dict.fromkeys(person_ids):
        seat = Seat(len(seats) + 1, rules.state_of_new(seats, places=course.places))
        seats.append(seat)
        made[seat.state].append(person_id)
        SignUp.objects.create(
            municipality_id=actor.municipality_id,
            course=course,
            person_id=person_id,
            unit_id=units[person_id],
            number=seat.number,
            state=seat.state,
            signed_up_by_id=actor.person_id,
            signed_up_at=clock.now(),
        )
    for state, kind in KINDS.items():
        told(course, made[state], kind)
    return Outcome(course, {str(state): len(people) for state, people in made.items()})


@operation(Event.SIGN_UP_WITHDRAWN, lock="course")
def withdraw(*, actor, course, sign_up, today):
    """Give a place back. Whoever waits first gets it, and is told; so is the one it was, when somebody else did it.

    Raises Refused when the day has come or the place was given back already.
    """
    row = SignUp.objects.select_for_update(of=("self",)).get(pk=sign_up.pk, course=course)
    day = local(course.starts_at).date()
    require(rules.may_withdraw(state=row.state, course_state=course.state, day=day, today=today))
    row.state = SignUpState.WITHDRAWN
    row.save(update_fields=["state"])
    if row.person_id != actor.person_id:
        told(course, [row.person_id], Kind.COURSE_WITHDRAWN)
    return Outcome(course, {"sign_up": str(row.pk), "moved_up": move_up(course)})
