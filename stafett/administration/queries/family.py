"""Reads of children, guardians and what waits for a leader, each from among what the reader reaches."""

from stafett.access import scope
from stafett.access.policy import ChildFacts, OpeningFacts, RelationFacts
from stafett.kernel.dates import age_on
from stafett.register import lookup, people, rules, staff
from stafett.register.enums import RelationEnd, RelationState, RequestAnswer, UnitKind
from stafett.register.models import (
    Child,
    Employment,
    GuardianRelation,
    InformationRequest,
    Person,
    ProtectedOpening,
    Unit,
)

_WITH_FAMILY = ("child__person", "child__unit", "child__municipality", "guardian")


def relations_to_confirm(actor):
    """Guardian relations that wait for this leader or administrator, with child and guardian."""
    rows = scope.relations_to_confirm(actor).select_related(*_WITH_FAMILY)
    return list(rows.order_by("child__person__sort_key", "id")[:50])


def relation_to_confirm(actor, pk):
    """One of them, with `.proposed_by_leader`, or None."""
    rows = scope.relations_to_confirm(actor).filter(pk=pk)
    return rows.select_related(*_WITH_FAMILY).first()


def facts_about_relation(relation, *, today):
    """Facts for the policy."""
    return RelationFacts(
        unit_id=relation.child.unit_id,
        registered_by_id=relation.registered_by_id,
        proposed_by_leader=relation.proposed_by_leader,
    )


def openings_to_answer(actor):
    """Openings at protected addresses that wait for the municipal administrator, oldest first."""
    return list(
        scope.openings_to_answer(actor).select_related("child__person", "leader").order_by("asked_at")[:50]
    )


def opening_to_answer(actor, pk):
    """One of them, or None."""
    rows = scope.openings_to_answer(actor).filter(pk=pk)
    return rows.select_related("child__person", "child__unit", "holder", "leader").first()


def facts_about_opening(opening, *, today):
    """Facts for the policy."""
    return OpeningFacts(leader_id=opening.leader_id)


def requests_to_answer(actor):
    """Requests for information that wait for this leader, oldest first."""
    rows = scope.information_requests_led_by(actor).filter(answer=RequestAnswer.WAITING)
    return list(
        rows.select_related("relation__child__person", "relation__guardian").order_by("asked_on", "id")[:50]
    )


def request_led(actor, pk):
    """A request in a unit the actor leads, or None."""
    rows = scope.information_requests_led_by(actor).filter(pk=pk)
    return rows.select_related(
        "relation__child__person",
        "relation__child__unit",
        "relation__guardian",
        "municipality",
        "answered_by",
    ).first()


def facts_about_request(asked, *, today):
    """Facts for the policy."""
    return ChildFacts(unit_id=asked.relation.child.unit_id)


def child_in_own_unit(actor, pk):
    """A child of a unit where the actor works, or None. One at a protected address only for the unit's leader, and for
    whoever leader and administrator have said may start a log (L-27)."""
    child = Child.objects.filter(pk=pk, unit_id__in=actor.unit_ids).select_related("person", "unit").first()
    if (
        child is None
        or not rules.is_protected(child.person.protection)
        or child.unit_id in actor.led_unit_ids
    ):
        return child
    opening = opening_of(child)
    approved = opening is not None and opening.admin_id is not None
    return child if approved and opening.holder_id == actor.person_id else None


def child_led(actor, pk):
    """A child of a unit the actor leads, or None."""
    rows = scope.children_led_by(actor).filter(pk=pk)
    return rows.select_related("person", "unit", "consent_held_by_unit", "municipality").first()


def facts_about_child(child, *, today):
    """Facts for the policy."""
    return ChildFacts(unit_id=child.unit_id)


def relation_led(actor, pk):
    """A guardian relation of a child in a unit the actor leads, or None."""
    rows = scope.relations_led_by(actor).filter(pk=pk)
    return rows.select_related(*_WITH_FAMILY, "registered_by", "confirmed_by").first()


def facts_about_led_relation(relation, *, today):
    """Facts for the policy."""
    return ChildFacts(unit_id=relation.child.unit_id)


def relation_in_own_unit(actor, pk):
    """A guardian relation of a child the actor may look after in their unit, or None."""
    relation = GuardianRelation.objects.filter(pk=pk).select_related(*_WITH_FAMILY).first()
    return relation if relation and child_in_own_unit(actor, relation.child_id) else None


def guardians_of(child):
    """The child's guardian relations with persons, sorted by name, the ended ones last."""
    rows = GuardianRelation.objects.filter(child=child).select_related("guardian")
    return sorted(
        rows.order_by("guardian__sort_key", "id"), key=lambda relation: relation.state == RelationState.ENDED
    )


def names_around(child) -> dict:
    """Names of the child's guardians and of the child, for a second look at what is written (L-23)."""
    relations = [each for each in guardians_of(child) if each.state != RelationState.ENDED]
    return {
        "guardians": [(each.guardian.given_name, each.guardian.family_name) for each in relations],
        "child": (child.person.given_name, child.person.family_name),
    }


def requests_of(relation):
    """What has been asked for in a relation, newest first."""
    return list(InformationRequest.objects.filter(relation=relation).order_by("-asked_on", "-id"))


def opening_of(child):
    """The opening that waits or is approved and not used yet, or None."""
    rows = ProtectedOpening.objects.filter(child=child, ended_at__isnull=True)
    return rows.select_related("holder", "leader", "admin").first()


def children_ready_for(actor):
    """Children at protected addresses for whom two people have said that `actor` may start a log, sorted by name."""
    openings = ProtectedOpening.objects.filter(
        holder_id=actor.person_id,
        admin__isnull=False,
        ended_at__isnull=True,
        child__unit_id__in=actor.unit_ids,
    )
    rows = openings.select_related("child__person", "child__unit").order_by("child__person__sort_key", "id")
    return [opening.child for opening in rows]


def staff_of(unit_id, *, today):
    """Employments in a unit on a day, sorted by name."""
    rows = Employment.objects.filter(staff.holding_on(today), unit_id=unit_id).select_related("person")
    return list(rows.order_by("person__sort_key", "id"))


def child_welfare_units():
    """Units that may hold the right to consent, sorted by name."""
    return list(Unit.objects.filter(kind=UnitKind.CHILD_WELFARE).order_by("sort_key", "id"))


def own_person(actor):
    """The actor's own row."""
    return Person.objects.get(pk=actor.person_id)


def confirmed_relation_ids():
    """Ids of every confirmed relation of the municipality, for the nightly look-up."""
    return list(
        GuardianRelation.objects.filter(state=RelationState.CONFIRMED)
        .order_by("id")
        .values_list("id", flat=True)
    )


def child_ids_with_guardians():
    """Ids of children with a confirmed guardian, for the nightly look-up of residence."""
    rows = Child.objects.filter(guardian_relations__state=RelationState.CONFIRMED)
    return list(rows.order_by("id").distinct().values_list("id", flat=True))


def relation_with_people(pk):
    """A relation with child and guardian; None when it is gone."""
    return GuardianRelation.objects.filter(pk=pk).select_related(*_WITH_FAMILY).first()


def child_with_person(pk):
    """A child with person and municipality; None when it is gone."""
    return Child.objects.filter(pk=pk).select_related("person", "municipality").first()


def change_in_register(relation):
    """The one word for what the population register says otherwise of a relation: "died", "lost" or "protected".

    Empty when nothing has changed, nobody is known, or the register does not answer.
    """
    guardian, child = lookup.ask_about(relation.guardian), lookup.ask_about(relation.child.person)
    if guardian is not None and guardian.is_deceased:
        return "died"
    is_responsible = child is None or people.number_of(relation.guardian) in child.responsible
    if relation.has_parental_responsibility and not is_responsible:
        return "lost"
    known = ((relation.guardian, guardian), (relation.child.person, child))
    changed = any(found is not None and found.protection != person.protection for person, found in known)
    return "protected" if changed else ""


def is_in_family(child_id, person_id):
    """Whether somebody stands as the child's guardian, or has done, whatever came of it (L-57); not by a mistake."""
    relations = GuardianRelation.objects.filter(child_id=child_id, guardian_id=person_id)
    return relations.exclude(end_kind=RelationEnd.MISTAKE).exists()


def lives_elsewhere(child, *, today):
    """Whether the municipality asks for a guardian at the child's address and the register knows none (L-28)."""
    known = lookup.ask_about(child.person)
    if known is None:
        return False
    born = child.person.birth_date
    return not rules.may_live_apart(
        requires_same_address=child.municipality.require_same_address,
        age=age_on(born, today) if born else None,
        same_address=[people.number_of(each.guardian) in known.at_same_address for each in guardians_of(child)
                      if each.state == RelationState.CONFIRMED],
    )  # fmt: skip
