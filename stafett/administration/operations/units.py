"""Verbs of the municipality's units: enter one, and change its name, kind and area (S000-07)."""

from stafett.administration.enums import Event, Refusal
from stafett.audit.trail import Outcome, operation
from stafett.kernel.sort_key import sort_key
from stafett.kernel.verdict import no, require
from stafett.register.enums import UnitKind
from stafett.register.models import Child, Employment, Unit

KEY_LIMIT = 240


@operation(Event.UNIT_ADDED)
def add_unit(*, actor, name, kind, is_private, area_id):
    """Enter a unit; gives it. `area_id` is a unit of kind "area" or None. Raises Refused."""
    _require_own_name(name)
    _require_area(kind, area_id)
    unit = Unit.objects.create(
        municipality_id=actor.municipality_id, name=name, sort_key=sort_key(name)[:KEY_LIMIT], kind=kind,
        is_private=is_private, area_id=area_id,
    )  # fmt: skip
    return Outcome(unit, {"kind": str(kind)})


@operation(Event.UNIT_CHANGED, lock="unit")
def change_unit(*, actor, unit, name, kind, is_private, area_id):
    """Change what stands about a unit. Its kind is what consent is given to (L-04): it stays while anybody is there.

    Raises Refused.
    """
    _require_own_name(name, but=unit.pk)
    _require_area(kind, area_id)
    if kind != unit.kind and _is_in_use(unit):
        require(no(Refusal.UNIT_IN_USE))
    unit.name, unit.sort_key, unit.kind = name, sort_key(name)[:KEY_LIMIT], kind
    unit.is_private, unit.area_id = is_private, area_id
    unit.save(update_fields=["name", "sort_key", "kind", "is_private", "area"])
    return Outcome(unit, {"kind": str(kind), "area": str(area_id or "")})


def _require_own_name(name, *, but=None):
    """Two units are told apart by their names, in lists and in files."""
    if Unit.objects.filter(sort_key=sort_key(name)[:KEY_LIMIT]).exclude(pk=but).exists():
        require(no(Refusal.UNIT_EXISTS))


def _require_area(kind, area_id):
    is_area = area_id is None or Unit.objects.filter(pk=area_id, kind=UnitKind.AREA).exists()
    if not is_area or (area_id is not None and kind in (UnitKind.AREA, UnitKind.ADMINISTRATION)):
        require(no(Refusal.NOT_AN_AREA))


def _is_in_use(unit):
    in_area = Unit.objects.filter(area_id=unit.pk).exists()
    return (
        in_area
        or Employment.objects.filter(unit_id=unit.pk).exists()
        or Child.objects.filter(unit_id=unit.pk).exists()
    )
