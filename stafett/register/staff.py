"""Look-ups of staff: by name, position or unit. They show nothing about logs (L-61)."""

from datetime import date

from django.db.models import Q

from stafett.register.enums import WITH_CHILDREN, EmploymentRole, UnitKind
from stafett.register.models import Employment, Unit

LIMIT = 20


def holding_on(day: date) -> Q:
    """Employments that hold on a day."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def beginning_after(day: date) -> Q:
    """Employments that have not begun on a day."""
    return Q(starts_on__gt=day)


def holding_in_unit(*, person, unit, day: date):
    """Employments of a person in a unit that hold on a day, as a queryset for use inside another."""
    return Employment.objects.filter(holding_on(day), person_id=person, unit_id=unit)


def employment_on(employment_id, *, day: date):
    """An employment among children that holds on a day, with person and unit; None when there is no such one."""
    rows = Employment.objects.filter(holding_on(day), pk=employment_id, role__in=WITH_CHILDREN)
    return rows.select_related("person", "unit").first()


def search(text: str, *, day: date, leave_out=()) -> list[Employment]:
    """At most 20 employments among children where every word is found in name, position, unit or kind of
    service, sorted by name (S003-41)."""
    rows = Employment.objects.filter(holding_on(day), role__in=WITH_CHILDREN).exclude(
        person_id__in=list(leave_out)
    )
    for word in text.split()[:6]:
        rows = rows.filter(
            Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(position__icontains=word)
            | Q(unit__name__icontains=word)
            | Q(unit__kind__in=[kind for kind in UnitKind if word.lower() in str(kind.label).lower()])
        )
    return list(rows.select_related("person", "unit").order_by("person__sort_key", "id")[:LIMIT])


def leaders_of(unit_ids, *, day: date) -> list[Employment]:
    """Leaders of units on a day, sorted by name."""
    rows = Employment.objects.filter(
        holding_on(day), unit_id__in=list(unit_ids), role=EmploymentRole.UNIT_LEADER
    )
    return list(rows.select_related("person", "unit").order_by("person__sort_key", "id"))


def resource_persons_of(unit_ids, *, day: date) -> list[Employment]:
    """Resource persons of units on a day, sorted by name (S001-15, S003-05)."""
    rows = Employment.objects.filter(
        holding_on(day), unit_id__in=list(unit_ids), role=EmploymentRole.RESOURCE_PERSON
    )
    return list(rows.select_related("person", "unit").order_by("person__sort_key", "id"))


def units_besides(unit_id) -> list[Unit]:
    """Every other service in or outside the municipality that may take part in a log, sorted by name."""
    rows = Unit.objects.exclude(pk=unit_id).exclude(kind__in=[UnitKind.AREA, UnitKind.ADMINISTRATION])
    return list(rows.order_by("sort_key", "id"))


def units_named(unit_ids) -> list[Unit]:
    """The units with these ids, sorted by name; ids that are nobody's are left out."""
    return list(Unit.objects.filter(pk__in=list(unit_ids)).order_by("sort_key", "id"))


def organisations() -> list[Unit]:
    """Units outside the municipality that somebody has entered, sorted by name (W-05)."""
    return list(Unit.objects.filter(kind=UnitKind.EXTERNAL).order_by("sort_key", "id"))


def works_among_children(person_id, *, day: date) -> bool:
    """Whether somebody has an employment among children on a day."""
    return Employment.objects.filter(holding_on(day), person_id=person_id, role__in=WITH_CHILDREN).exists()


def working_in(unit_id, *, day: date, leave_out=()) -> list[Employment]:
    """Employments among children in a unit on a day, sorted by name."""
    rows = Employment.objects.filter(holding_on(day), unit_id=unit_id, role__in=WITH_CHILDREN)
    return list(
        rows.exclude(person_id__in=list(leave_out))
        .select_related("person", "unit")
        .order_by("person__sort_key", "id")
    )


CARETAKERS = (
    EmploymentRole.MUNICIPAL_ADMIN,
    EmploymentRole.AREA_LEADER,
    EmploymentRole.UNIT_LEADER,
    EmploymentRole.RESOURCE_PERSON,
)


def caretakers(*, day: date) -> list[Employment]:
    """Those who may be asked to look after something for the whole municipality: leaders, resource persons and the
    administrator, sorted by name."""
    rows = Employment.objects.filter(holding_on(day), role__in=CARETAKERS).select_related("person", "unit")
    return list(rows.order_by("person__sort_key", "id"))


def employed_among(person_ids, *, day: date) -> set:
    """Those of these persons who have an employment on a day, by id."""
    rows = Employment.objects.filter(holding_on(day), person_id__in=list(person_ids))
    return set(rows.values_list("person_id", flat=True))


def administrators(*, day: date) -> list:
    """Ids of the persons who run the municipality's system on a day."""
    rows = Employment.objects.filter(holding_on(day), role=EmploymentRole.MUNICIPAL_ADMIN)
    return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())
