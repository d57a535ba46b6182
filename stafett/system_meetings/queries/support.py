"""The support services a unit can try a measure with (S002-26, S002-27)."""

from stafett.register.enums import UnitKind
from stafett.register.models import Unit

_SUPPORT = (UnitKind.HEALTH_STATION, UnitKind.PPT, UnitKind.CHILD_WELFARE, UnitKind.OTHER)


def support_services(*, leave_out) -> list[Unit]:
    """The municipality's support services by name, without one unit. One query."""
    return list(Unit.objects.filter(kind__in=_SUPPORT).exclude(pk=leave_out).order_by("sort_key", "id"))
