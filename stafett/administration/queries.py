"""Reads of the register for its pages."""

from stafett.access import scope
from stafett.access.policy import RelationFacts
from stafett.register.models import Child, GuardianRelation, Person


def relations_to_confirm(actor):
    """Guardian relations that wait for this leader, with child and guardian."""
    rows = scope.relations_to_confirm(actor).select_related("child__person", "child__unit", "guardian")
    return list(rows.order_by("child__person__sort_key", "id")[:50])


def relation_to_confirm(actor, pk):
    """One of them, or None."""
    rows = scope.relations_to_confirm(actor).filter(pk=pk)
    return rows.select_related("child__person", "child__unit", "guardian").first()


def facts_about_relation(relation, *, today):
    """Facts for the policy."""
    return RelationFacts(unit_id=relation.child.unit_id, registered_by_id=relation.registered_by_id)


def child_in_own_unit(actor, pk):
    """A child of a unit where the actor works, or None."""
    rows = Child.objects.filter(pk=pk, unit_id__in=actor.unit_ids).select_related("person", "unit")
    return rows.first()


def guardians_of(child):
    """The child's guardian relations with persons, sorted by name."""
    rows = GuardianRelation.objects.filter(child=child).select_related("guardian")
    return list(rows.order_by("guardian__sort_key", "id"))


def own_person(actor):
    """The actor's own row."""
    return Person.objects.get(pk=actor.person_id)
