"""Telling leaders that a deadline is near. Run as often as one likes: each deadline is told once."""

from datetime import date, timedelta
from uuid import UUID

from stafett.courses.queries import courses as queries
from stafett.messages.enums import Kind
from stafett.messages.operations import tell

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
