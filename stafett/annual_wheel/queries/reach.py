"""Which units, wheels and tasks somebody reaches. Says the same of lists as `access/wheel_rules.py` says of one."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from stafett.access.wheel_rules import WheelFacts
from stafett.annual_wheel.content import library
from stafett.annual_wheel.enums import TaskOwner
from stafett.annual_wheel.models import CommonTask, Completion, Wheel, WheelTask
from stafett.register.enums import EmploymentRole
from stafett.register.models import Unit


def units_of(actor):
    """Units with a wheel that the actor works in, leads from an area, or administers, as a queryset sorted by name."""
    rows = Unit.objects.filter(kind__in=library.KINDS)
    if not actor.has_role(EmploymentRole.MUNICIPAL_ADMIN):
        near = Q(pk__in=actor.unit_ids) | Q(area_id__in=actor.led_area_ids)
        rows = rows.filter(near)
    return rows.order_by("sort_key", "id")


def reachable_unit(actor, pk: UUID) -> Unit | None:
    """One of those units."""
    return units_of(actor).filter(pk=pk).first()


def reachable_wheel(actor, pk: UUID) -> Wheel | None:
    """A wheel of one of those units, with its unit."""
    return Wheel.objects.select_related("unit").filter(pk=pk, unit__in=units_of(actor).order_by()).first()


def reachable_task(actor, pk: UUID) -> WheelTask | None:
    """A task in one of those wheels, with wheel, unit and the common task behind it; not one that is withdrawn and undone."""
    done = Completion.objects.filter(task_id=OuterRef("pk"), undone_at__isnull=True)
    rows = WheelTask.objects.filter(Q(common__withdrawn_at__isnull=True) | Exists(done))
    rows = rows.select_related("wheel__unit", "common")
    return rows.filter(pk=pk, wheel__unit__in=units_of(actor).order_by()).first()


def reachable_common(actor, pk: UUID) -> CommonTask | None:
    """A task for all wheels of a kind, in the actor's municipality, that has not been withdrawn."""
    return CommonTask.objects.filter(pk=pk, withdrawn_at__isnull=True).first()


def facts_about_unit(unit: Unit, *, today: date) -> WheelFacts:
    """What the policy asks of a unit's wheel."""
    return WheelFacts(unit_id=unit.pk, area_id=unit.area_id)


def facts_about_wheel(wheel: Wheel, *, today: date) -> WheelFacts:
    """The same of one year's."""
    return facts_about_unit(wheel.unit, today=today)


def facts_about_task(task: WheelTask, *, today: date) -> WheelFacts:
    """The same of a task in it, and whether resource persons do it."""
    owner = task.common.owner if task.common else task.owner
    unit = task.wheel.unit
    return WheelFacts(unit.pk, unit.area_id, is_for_colleagues=owner == TaskOwner.COLLEAGUES)
