"""Putting a wrongly typed personal number right (W-16). A number is who somebody is when they log in, so two people look."""

from stafett.administration.enums import Event
from stafett.administration.operations.renewing import renew, tell_leaders, today
from stafett.audit.trail import operation
from stafett.identity import sessions
from stafett.kernel.dates import age_on
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.register import people
from stafett.register.enums import Refusal, RelationSource, RelationState
from stafett.register.models import GuardianRelation, Person


@operation(Event.NUMBER_CORRECTED, lock="relation")
def correct_guardian_number(*, actor, relation, number):
    """Correct a guardian's number. Every relation they were confirmed in waits for a second person again, and whoever
    logged in by the wrong number is logged out.

    An employee's number is not corrected here. Raises Refused.
    """
    person = Person.objects.select_for_update().get(pk=relation.guardian_id)
    if person.employments.exists():
        require(no(Refusal.IS_EMPLOYEE))
    _change(person, number)
    confirmed = GuardianRelation.objects.filter(guardian=person, state=RelationState.CONFIRMED)
    for each in confirmed.select_for_update(of=("self",)).select_related("child__person"):
        each.state, each.state_source = RelationState.UNCLEAR, RelationSource.STAFF
        each.confirmed_by_id = each.confirmed_at = None
        each.registered_by_id = actor.person_id
        each.save(update_fields=["state", "state_source", "confirmed_by", "confirmed_at", "registered_by"])
        renew(each.child)
        tell_leaders(each.child, Kind.GUARDIAN_WAITS, leave_out=actor.person_id)
    return relation


@operation(Event.NUMBER_CORRECTED, lock="child")
def correct_child_number(*, actor, child, number):
    """Correct a child's number, as long as the child is too young to log in, before and after. Raises Refused."""
    person = Person.objects.select_for_update().get(pk=child.person_id)
    limit = child.municipality.own_consent_age
    if any(born and age_on(born, today()) >= limit for born in (person.birth_date, number.birth_date)):
        require(no(Refusal.OLD_ENOUGH_TO_LOG_IN))
    _change(person, number)
    return child


def _change(person, number):
    other = people.find(number, municipality_id=person.municipality_id)
    if other is not None and other.pk != person.pk:
        require(no(Refusal.NUMBER_IN_USE))
    people.change_number(person, number)
    sessions.forget_person(person.pk, municipality_id=person.municipality_id)
