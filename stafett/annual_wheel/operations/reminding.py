"""Reminders of tasks, to whoever leads or does them today. Run as often as one likes: each is told once."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from stafett.annual_wheel import rules
from stafett.annual_wheel.enums import TaskOwner
from stafett.annual_wheel.models import Wheel
from stafett.annual_wheel.queries import wheels as queries
from stafett.annual_wheel.queries.wheels import Voice
from stafett.kernel.dates import school_year_of
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.register.models import Employment, Unit


def remind(municipality_id: UUID, *, today: date) -> int:
    """Tell owners of what is theirs this month, and area leaders of units that nobody leads; gives how many messages.

    Must run within the municipality. Whoever follows a leader who has left is told of what is not done. Nobody acts.
    Source: issue E 2, L-59.
    """
    found = list(Wheel.objects.filter(year=school_year_of(today)).select_related("unit"))
    leaders = _by_unit(staff.leaders_of([wheel.unit_id for wheel in found], day=today))
    colleagues = _by_unit(staff.resource_persons_of([wheel.unit_id for wheel in found], day=today))
    made = 0
    for wheel in queries.seen_all(found, voice=Voice("nb", ""), today=today):
        told = leaders[wheel.unit_id]
        made += _of_tasks(municipality_id, wheel, told, colleagues[wheel.unit_id], today)
        if not told:
            made += _of_no_leader(municipality_id, wheel, today)
    return made


def _by_unit(posts):
    found = defaultdict(list)
    for post in posts:
        found[post.unit_id].append(post.person_id)
    return found


def _of_tasks(municipality_id, wheel, leader_ids, colleague_ids, today):
    made = 0
    for task in wheel.tasks:
        month = rules.reminder_month(task.rhythm, state=task.state, today=today)
        if month:
            theirs = task.owner == TaskOwner.COLLEAGUES
            told = tell(
                municipality_id, (colleague_ids if theirs else []) or leader_ids, Kind.WHEEL_TASK,
                link=("wheel_task", task.id), once=f"{task.id}:{month}",
            )  # fmt: skip
            made += len(told)
    return made


def _of_no_leader(municipality_id, wheel, today):
    """One word to whoever leads the area, or to the administrators, for each time a unit is left without a leader."""
    unit = Unit.objects.get(pk=wheel.unit_id)
    ended = (
        Employment.objects.filter(unit=unit, role="unit_leader", ends_on__lt=today)
        .order_by("-ends_on")
        .first()
    )
    since = ended.ends_on.isoformat() if ended else str(wheel.year)
    told = _area_leaders(unit, today) or staff.administrators(day=today)
    made = tell(
        municipality_id,
        told,
        Kind.WHEEL_WITHOUT_LEADER,
        link=("unit_wheel", unit.pk),
        once=f"{unit.pk}:{since}",
    )
    return len(made)


def _area_leaders(unit, today):
    rows = Employment.objects.filter(staff.holding_on(today), unit_id=unit.area_id, role="area_leader")
    return (
        list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())
        if unit.area_id
        else []
    )
