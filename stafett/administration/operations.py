"""Verbs of the register: enter a child, enter a guardian, confirm a guardian, change one's own contact details."""

from stafett.administration.enums import Event, Refusal
from stafett.audit.trail import operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.register import people
from stafett.register.enums import RelationState
from stafett.register.models import Child, GuardianRelation, Person


@operation(Event.CHILD_REGISTERED)
def register_child(*, actor, given_name, family_name, number, unit_id, group_name, first_grade_year):
    """Enter a child in a unit where the actor works (S001-14). `number` is a PersonalNumber. Raises Refused."""
    if unit_id not in actor.unit_ids:
        require(no(Refusal.NOT_YOUR_UNIT))
    person = people.find(number, municipality_id=actor.municipality_id)
    if person is not None:
        child = Child.objects.filter(person=person).first()
        if child is not None:
            require(no(Refusal.CHILD_EXISTS if child.unit_id in actor.unit_ids else Refusal.CHILD_ELSEWHERE))
    else:
        person = people.new_person(
            municipality_id=actor.municipality_id,
            given_name=given_name,
            family_name=family_name,
            number=number,
        )
        person.save()
    return Child.objects.create(
        municipality_id=actor.municipality_id,
        person=person,
        unit_id=unit_id,
        group_name=group_name,
        first_grade_year=first_grade_year,
    )


@operation(Event.GUARDIAN_REGISTERED, lock="child")
def register_guardian(*, actor, child, given_name, family_name, number, kind, has_parental_responsibility):
    """Enter a guardian of a child. The relation opens nothing until somebody else has confirmed it (L-24)."""
    person = people.find(number, municipality_id=actor.municipality_id)
    if person is None:
        person = people.new_person(
            municipality_id=actor.municipality_id,
            given_name=given_name,
            family_name=family_name,
            number=number,
        )
        person.save()
    if person.pk == child.person_id:
        require(no(Refusal.GUARDIAN_IS_CHILD))
    if GuardianRelation.objects.filter(child=child, guardian=person).exists():
        require(no(Refusal.ALREADY_GUARDIAN))
    return GuardianRelation.objects.create(
        municipality_id=actor.municipality_id,
        child=child,
        guardian=person,
        kind=kind,
        has_parental_responsibility=has_parental_responsibility,
        registered_by_id=actor.person_id,
    )


@operation(Event.GUARDIAN_CONFIRMED, lock="relation")
def confirm_guardian(*, actor, relation):
    """Confirm, as a second person, that somebody is the child's guardian (L-24)."""
    if relation.state != RelationState.UNCLEAR:
        require(no(Refusal.NOT_WAITING))
    relation.state = RelationState.CONFIRMED
    relation.confirmed_by_id, relation.confirmed_at = actor.person_id, clock.now()
    relation.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    return relation


@operation(Event.CONTACT_CHANGED)
def change_own_contact(*, actor, locale, email, phone):
    """Change the actor's own language and contact details; nobody else sees them (L-22)."""
    person = Person.objects.select_for_update().get(pk=actor.person_id)
    person.locale, person.email, person.phone = locale, email, phone
    person.save(update_fields=["locale", "email", "phone"])
    return person
