"""Children and employees as personvernombudet looks them up: name and place of belonging, nothing of any log."""

from django.db.models import Q

from stafett.access import scope
from stafett.register.directory import hidden_unit, shown_unit
from stafett.register.enums import RelationState
from stafett.register.models import Child, GuardianRelation, Person
from stafett.register.rules import is_protected

FOUND = 20


def child(actor, pk):
    """A child of the municipality with name and unit, for personvernombudet; None for everybody else, who is not told
    that there is such a child."""
    found = scope.children_in_trail(actor).filter(pk=pk).select_related("person", "unit").first()
    return _with_unit_as_shown(found) if found else None


def employee(actor, pk):
    """Somebody who works, or has worked, in the municipality, for personvernombudet; None for everybody else."""
    return scope.employees_in_trail(actor).filter(pk=pk).first()


def children_named(words: str) -> list[Child]:
    """At most 20 children whose name holds every word, sorted by name."""
    rows = Child.objects.filter(_named("person__", words)).select_related("person", "unit")
    return [_with_unit_as_shown(row) for row in rows.order_by("person__sort_key", "id")[:FOUND]]


def employees_named(words: str) -> list[Person]:
    """At most 20 people who work, or have worked, in the municipality and whose name holds every word."""
    rows = Person.objects.filter(_named("", words), employments__isnull=False).distinct()
    found = list(rows.prefetch_related("employments__unit").order_by("sort_key", "id")[:FOUND])
    for person in found:
        person.posts_shown = sorted({str(post) for post in person.employments.all()})
    return found


def unit_names_of(child_ids) -> dict:
    """The name of the unit each child belongs to, by the child's id."""
    rows = Child.objects.filter(pk__in=set(child_ids)).values_list("pk", "unit__name", "person__protection")
    return {pk: hidden_unit() if is_protected(protection) else name for pk, name, protection in rows}


def family_of(child) -> list[Person]:
    """The child, and the guardians who are confirmed and have parental responsibility, sorted by name after the child."""
    relations = GuardianRelation.objects.filter(
        child=child, state=RelationState.CONFIRMED, has_parental_responsibility=True
    )
    guardians = relations.select_related("guardian").order_by("guardian__sort_key", "id")
    return [child.person, *(relation.guardian for relation in guardians)]


def _with_unit_as_shown(row):
    """The child with `.unit_shown`: at a protected address no unit is named here either (L-27)."""
    row.unit_shown = shown_unit(row, row.unit, None)
    return row


def _named(prefix, words):
    found = Q()
    for word in words.split()[:6]:
        found &= Q(**{f"{prefix}given_name__icontains": word}) | Q(
            **{f"{prefix}family_name__icontains": word}
        )
    return found
