"""Meetings as lists show them, and who can be asked to one."""

from dataclasses import dataclass, field

from django.db.models import Count, Q

from stafett.kernel import clock
from stafett.log_meetings.enums import Answer
from stafett.register import staff
from stafett.register.enums import WITH_CHILDREN
from stafett.register.models import Employment
from stafett.system_meetings.enums import MeetingState
from stafett.system_meetings.models import SystemMeeting
from stafett.system_meetings.queries.reach import reached_by

KEPT = 50
AHEAD = (MeetingState.PLANNED, MeetingState.UNDER_WAY, MeetingState.EVALUATING)


@dataclass(frozen=True)
class OwnMeetings:
    """Meetings one reaches: those to come or not finished (soonest first), and those that are done (newest first)."""

    coming: list = field(default_factory=list)
    done: list = field(default_factory=list)


def own_meetings(actor) -> OwnMeetings:
    """Meetings the actor is invited to, or that are held where they work, at most 50 of each; one query for each list."""
    rows = _counted(SystemMeeting.objects.filter(reached_by(actor)))
    coming = rows.filter(state__in=AHEAD).order_by("starts_at", "id")
    done = rows.filter(state=MeetingState.DONE).order_by("-starts_at", "id")
    return OwnMeetings(coming=list(coming[:KEPT]), done=list(done[:KEPT]))


def meetings_of_unit(unit_id) -> OwnMeetings:
    """The same for one unit."""
    rows = _counted(SystemMeeting.objects.filter(unit_id=unit_id))
    coming = rows.filter(state__in=AHEAD).order_by("starts_at", "id")
    done = rows.filter(state=MeetingState.DONE).order_by("-starts_at", "id")
    return OwnMeetings(coming=list(coming[:KEPT]), done=list(done[:KEPT]))


def colleagues(unit_id, *, today, leave_out=()) -> list:
    """(id, name and position) of those who work in the unit, by name; somebody with two posts stands once."""
    found = {}
    for post in staff.working_in(unit_id, day=today, leave_out=leave_out):
        found.setdefault(str(post.person_id), f"{post.person.name}, {post.position}")
    return list(found.items())


def found_employees(asked: str, meeting, *, today) -> list:
    """Employments of those who answer a search and have no seat in the meeting yet, at most 20."""
    seated = [seat.person_id for seat in meeting.seats if seat.person_id]
    return staff.search(asked, day=today, leave_out=seated) if asked else []


def units_of(person_ids, *, today) -> dict:
    """For each of these persons who is employed among children: the ids of the units where they work. One query."""
    rows = Employment.objects.filter(
        staff.holding_on(today), person_id__in=list(person_ids), role__in=WITH_CHILDREN
    )
    found: dict = {}
    for person_id, unit_id in rows.values_list("person_id", "unit_id"):
        found.setdefault(person_id, []).append(unit_id)
    return found


def is_ahead(meeting) -> bool:
    """Whether it is planned and has not passed."""
    return meeting.state == MeetingState.PLANNED and meeting.starts_at > clock.now()


def _counted(rows):
    here = Q(attendees__removed_at__isnull=True)
    return rows.select_related("unit").annotate(
        invited_count=Count("attendees", filter=here),
        coming_count=Count("attendees", filter=here & Q(attendees__answer=Answer.YES)),
    )
