"""Entering children and guardians, and changing one's own contact details."""

from stafett.administration.enums import Event, Refusal
from stafett.administration.operations.renewing import renew, tell_leaders
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.register import lookup, people, rules
from stafett.register.enums import RelationSource, RelationState
from stafett.register.models import Child, GuardianRelation, Person


@operation(Event.CHILD_REGISTERED)
def register_child(*, actor, given_name, family_name, number, unit_id, group_name, first_grade_year):
    """Enter a child in a unit where the actor works (S001-14). `number` is a PersonalNumber. Raises Refused.

    A population register that knows the child says whether the address is protected (L-27).
    """
    if unit_id not in actor.unit_ids:
        require(no(Refusal.NOT_YOUR_UNIT))
    person = people.find(number, municipality_id=actor.municipality_id)
    if person is not None:
        _require_new(actor, person)
    else:
        person = _new_person(actor, given_name=given_name, family_name=family_name, number=number)
    return Child.objects.create(
        municipality_id=actor.municipality_id,
        person=person,
        unit_id=unit_id,
        group_name=group_name,
        first_grade_year=first_grade_year,
    )


@operation(Event.GUARDIAN_REGISTERED, lock="child")
def register_guardian(
    *, actor, child, given_name, family_name, number, kind, has_parental_responsibility, documentation
):
    """Enter a guardian of a child. The relation opens nothing until somebody else has confirmed it (L-24).

    Where a population register is set and knows the guardian as one with parental responsibility, its answer stands
    for the second person. Somebody whose relation had ended waits as anybody else. Raises Refused.
    """
    found = people.find(number, municipality_id=actor.municipality_id)
    relation = GuardianRelation.objects.filter(child=child, guardian=found).first() if found else None
    require(
        rules.may_register_guardian(
            is_same_person=found is not None and found.pk == child.person_id,
            is_known=relation is not None and relation.state != RelationState.ENDED,
            is_protected=rules.is_protected(child.person.protection, *([found.protection] if found else [])),
            kind=kind,
            has_parental_responsibility=has_parental_responsibility,
            documentation=documentation,
            by_leader=child.unit_id in actor.led_unit_ids,
        )
    )
    guardian = found or _new_person(actor, given_name=given_name, family_name=family_name, number=number)
    if rules.is_protected(guardian.protection):  # the population register may have just told
        require(no(rules.Refusal.NOT_HERE))
    relation = relation or GuardianRelation(
        municipality_id=actor.municipality_id, child=child, guardian=guardian
    )
    _propose(relation, actor, kind, has_parental_responsibility, documentation)
    if _is_known_to_register(child, number) and has_parental_responsibility:
        relation.state, relation.state_source = RelationState.CONFIRMED, RelationSource.REGISTER
        relation.confirmed_at = clock.now()
    relation.save()
    renew(child)
    if relation.state == RelationState.UNCLEAR:
        tell_leaders(child, Kind.GUARDIAN_WAITS, leave_out=actor.person_id)
    return Outcome(relation, {"state": str(relation.state), "source": str(relation.state_source)})


@operation(Event.CONTACT_CHANGED)
def change_own_contact(*, actor, locale, email, phone, work_contact=""):
    """Change the actor's own language and contact details; nobody else sees them (L-22), but for how an employee wants
    colleagues to reach them (S003-05)."""
    person = Person.objects.select_for_update().get(pk=actor.person_id)
    person.locale, person.email, person.phone = locale, email, phone
    person.work_contact = work_contact if actor.is_staff else ""
    person.save(update_fields=["locale", "email", "phone", "work_contact"])
    return person


def _propose(relation, actor, kind, has_parental_responsibility, documentation):
    """What the actor says of the relation, for somebody else to confirm."""
    relation.kind, relation.documentation = kind, documentation
    relation.has_parental_responsibility = has_parental_responsibility
    relation.state, relation.state_source, relation.state_reason = (
        RelationState.UNCLEAR,
        RelationSource.STAFF,
        "",
    )
    relation.registered_by_id = actor.person_id
    relation.confirmed_by_id = relation.confirmed_at = relation.ended_on = None
    relation.end_kind = ""


def _require_new(actor, person):
    """A child is entered once. One at a protected address is not told of, except to the unit's own leader (L-27)."""
    child = Child.objects.filter(person=person).first()
    if child is None:
        return
    is_mine = people.children_in(actor.unit_ids, led_unit_ids=actor.led_unit_ids).filter(pk=child.pk).exists()
    require(no(Refusal.CHILD_EXISTS if is_mine else Refusal.CHILD_ELSEWHERE))


def _new_person(actor, *, given_name, family_name, number):
    """A person as typed, with the protection that the population register knows of where one is set."""
    known = lookup.ask(number)
    protection = {"protection": known.protection} if known else {}
    person = people.new_person(
        municipality_id=actor.municipality_id,
        given_name=given_name,
        family_name=family_name,
        number=number,
        **protection,
    )
    person.save()
    return person


def _is_known_to_register(child, guardian_number):
    known = lookup.ask_about(child.person)
    guardian = lookup.ask(guardian_number) if known else None
    return bool(guardian) and not guardian.is_deceased and guardian_number.digits in known.responsible
