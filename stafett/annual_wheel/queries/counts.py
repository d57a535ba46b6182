"""The live counts behind the tasks, for the leader of one unit: numbers of logs, never a child or a word (S000-12, S000-13)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from stafett.access.enums import LogState
from stafett.annual_wheel.models import ParentMeeting, Wheel
from stafett.courses.queries import training
from stafett.leadership.queries import marks
from stafett.register import staff
from stafett.register.models import Child
from stafett.relay_log.models import RelayLog


@dataclass(frozen=True)
class LogCounts:
    """One unit's open logs in numbers."""

    open: int
    overdue: int
    without_plan: int


@dataclass(frozen=True)
class Group:
    """A class or group, and when the model was a topic in its parents' meeting; None before."""

    name: str
    tick_id: UUID | None = None
    held_on: date | None = None


def logs_of(unit_id: UUID, *, today: date) -> LogCounts:
    """How many logs the unit holds, how many have an evaluation over time, and how many have no next date. One query."""
    logs = RelayLog.objects.filter(unit_id=unit_id).exclude(state=LogState.CLOSED)
    late = Exists(marks.overdue(today, log_id=OuterRef("pk")))
    found = logs.annotate(is_overdue=late, is_idle=marks.idle(today)).aggregate(
        open=Count("id"),
        overdue=Count("id", filter=Q(is_overdue=True)),
        without_plan=Count("id", filter=Q(is_idle=True)),
    )
    return LogCounts(**found)


def consents_ending(unit_id: UUID, *, today: date) -> int:
    """How many of the unit's logs have a consent that runs out within a month or has run out. One query."""
    return RelayLog.objects.filter(marks.consent_ends(today), unit_id=unit_id).count()


def wanting_training(unit_id: UUID, *, today: date) -> int:
    """How many in the unit need training and are not signed up."""
    return training.wanting(unit_id, today=today)


def groups_of(wheel: Wheel) -> list[Group]:
    """The unit's classes as the register has them, and those somebody has ticked besides, by name. Two queries."""
    known = Child.objects.filter(unit_id=wheel.unit_id).exclude(group_name="")
    names = set(known.values_list("group_name", flat=True).distinct().order_by("group_name"))
    ticks = {tick.group_name: tick for tick in ParentMeeting.objects.filter(wheel=wheel)}
    return [
        Group(name, ticks[name].pk, ticks[name].held_on) if name in ticks else Group(name)
        for name in sorted(names | set(ticks), key=_as_classes)
    ]


def _as_classes(name):
    """2B before 10A."""
    digits = "".join(letter for letter in name if letter.isdigit())
    return (int(digits) if digits else 0, name.casefold())


def ticked_groups(wheel_id: UUID) -> int:
    """How many parents' meetings are ticked."""
    return ParentMeeting.objects.filter(wheel_id=wheel_id).count()


def tick_of(wheel: Wheel, pk: UUID) -> ParentMeeting | None:
    """One tick in a wheel."""
    return ParentMeeting.objects.filter(wheel=wheel, pk=pk).first()


def staff_of(unit_id: UUID, *, today: date) -> list:
    """Everybody who works among children in the unit on a day, by name."""
    return staff.working_in(unit_id, day=today)
