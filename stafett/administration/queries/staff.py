"""Staff lists for whoever keeps them: units, who stands there now, who comes and who has left. Nothing about what logs hold."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from stafett.access.administration_rules import EmploymentFacts, StaffListFacts
from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.register.enums import EmploymentRole, UnitKind
from stafett.register.models import Employment, Unit
from stafett.register.staff import holding_on

PAGE = 50
RECENT = timedelta(days=60)


@dataclass(frozen=True)
class Found:
    """One page of a list, and whether there is more."""

    rows: list
    has_more: bool


def units_kept(actor, *, today):
    """Units whose lists `actor` keeps, by name, each with `.people` today and the names of those who lead it.

    Two queries, however many there are.
    """
    units = list(
        _units(actor)
        .select_related("area")
        .annotate(people=Count("employments__person", filter=_holding("employments__", today), distinct=True))
        .order_by("sort_key", "id")
    )
    leaders = Employment.objects.filter(
        holding_on(today),
        unit_id__in=[unit.pk for unit in units],
        role__in=(EmploymentRole.UNIT_LEADER, EmploymentRole.AREA_LEADER),
    )
    names: dict = {}
    for post in leaders.select_related("person").order_by("person__sort_key", "id"):
        names.setdefault(post.unit_id, []).append(post.person.name)
    for unit in units:
        unit.leaders = names.get(unit.pk, [])
    return units


def unit_kept(actor, pk):
    """A unit whose list `actor` keeps, or None."""
    return _units(actor).filter(pk=pk).select_related("area").first()


def facts_about_unit(unit, *, today):
    """Facts for the policy."""
    return StaffListFacts(unit_id=unit.pk)


def employment_kept(actor, pk):
    """An employment on a list that `actor` keeps, with person and unit, or None."""
    rows = Employment.objects.filter(unit__in=_units(actor), pk=pk)
    return rows.select_related("person", "unit").first()


def facts_about_employment(employment, *, today):
    """Facts for the policy."""
    return EmploymentFacts(unit_id=employment.unit_id, role=employment.role, person_id=employment.person_id)


def staff_list(unit, *, today, page):
    """Who works in a unit on a day or is to begin there, by name: one page."""
    return _page(Employment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), unit=unit), page)


def left_lately(unit, *, today):
    """Who has left the unit in the last two months and is not there any more, newest first; at most 20."""
    there = Employment.objects.filter(holding_on(today), unit=unit).values("person_id")
    rows = Employment.objects.filter(unit=unit, ends_on__lt=today, ends_on__gte=today - RECENT)
    rows = rows.exclude(person_id__in=there).select_related("person")
    return list(rows.order_by("-ends_on", "person__sort_key", "id")[:20])


def search_kept(actor, text, *, today, page):
    """Those on the lists `actor` keeps, today or later, where every word is found in name, position or unit."""
    rows = Employment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), unit__in=_units(actor))
    for word in text.split()[:6]:
        rows = rows.filter(
            Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(position__icontains=word)
            | Q(unit__name__icontains=word)
        )
    return _page(rows, page)


def batons_held(employment):
    """How many logs somebody holds on behalf of the unit: what must be handed on before they leave (S000-07)."""
    return _places(employment).filter(relation=Relation.BATON_HOLDER).count()


def places_shared(employment):
    """How many logs of others they take part in on behalf of the unit."""
    return _places(employment).filter(relation=Relation.PARTICIPANT).count()


def areas():
    """Units of kind "area", by name."""
    return list(Unit.objects.filter(kind=UnitKind.AREA).order_by("sort_key", "id"))


def units_besides(actor, unit_id):
    """Other units whose lists `actor` keeps, by name: where somebody may be moved to."""
    return list(_units(actor).exclude(pk=unit_id).order_by("sort_key", "id"))


def _units(actor):
    """The administrator's are all of the municipality's own; a leader's are those led."""
    own = Unit.objects.exclude(kind=UnitKind.EXTERNAL)
    return own if actor.has_role(EmploymentRole.MUNICIPAL_ADMIN) else own.filter(pk__in=actor.led_unit_ids)


def _holding(to, day):
    return Q(**{f"{to}starts_on__lte": day}) & (
        Q(**{f"{to}ends_on__isnull": True}) | Q(**{f"{to}ends_on__gte": day})
    )


def _places(employment):
    return Grant.objects.filter(
        person_id=employment.person_id, unit_id=employment.unit_id, ended_at__isnull=True
    )


def _page(rows, page):
    start = (page - 1) * PAGE
    found = list(
        rows.select_related("person", "unit").order_by("person__sort_key", "id")[start : start + PAGE + 1]
    )
    return Found(found[:PAGE], len(found) > PAGE)
