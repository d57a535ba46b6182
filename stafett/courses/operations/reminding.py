"""Telling leaders that a deadline is near, and administrators that a course day is missing. Run as often as one likes."""

from datetime import date, timedelta
from uuid import UUID

from stafett.courses import rules
from stafett.courses.queries import courses as queries
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff

WARNED_DAYS = 7


def remind(municipality_id: UUID, *, today: date) -> int:
    """Tell every unit's leader a week before sign-up for a course day closes; gives how many messages that made.

    Must run within the municipality. Source: S000-15, S000-19.
    """
    closing = queries.closing(until=today + timedelta(days=WARNED_DAYS), today=today)
    leaders = queries.unit_leader_ids(day=today) if closing else []
    made = []
    for course in closing:
        made += tell(
            municipality_id,
            leaders,
            Kind.COURSE_CLOSES,
            facts={"date": course.sign_up_by},
            link=("course", course.pk),
            once=f"{course.pk}:{course.sign_up_by.isoformat()}",
        )
    return len(made)


def ask_for_courses(municipality_id: UUID, *, today: date) -> int:
    """Ask the administrators for the half-day course that February or October lacks, once each month until it is set up;
    gives how many messages that made.

    Must run within the municipality. Source: S000-16.
    """
    missing_by = rules.course_missing_by(today, held_on=queries.half_days(around=today))
    if missing_by is None:
        return 0
    told = tell(
        municipality_id,
        staff.administrators(day=today),
        Kind.COURSE_MISSING,
        facts={"date": missing_by},
        once=f"{missing_by.isoformat()}:{today:%Y-%m}",
    )
    return len(told)
