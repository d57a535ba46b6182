"""Letting somebody in from outside the municipality: for one purpose, until a day, covered by consent (W-05)."""

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.audit.trail import Outcome, operation
from stafett.consent import queries as consent_queries
from stafett.kernel.sort_key import sort_key
from stafett.kernel.verdict import no, require
from stafett.register import people, staff
from stafett.register.enums import UnitKind
from stafett.register.models import Unit
from stafett.relay_log.enums import Event, Refusal
from stafett.relay_log.operations.participation import give_place, open_places
from stafett.relay_log.rules import participation

KEY_LIMIT = 240  # letters of other scripts take seven characters each; what is cut off decides no order


@operation(Event.ORGANISATION_ADDED, lock="log")
def add_organisation(*, actor, log, name):
    """Enter an organisation outside the municipality, so that a consent can name it (L-06). One row for each name."""
    if not name:
        require(no(Refusal.ORGANISATION_MISSING))
    known = {unit.name.casefold(): unit for unit in staff.organisations()}
    unit = known.get(name.casefold()) or Unit.objects.create(
        municipality_id=log.municipality_id,
        name=name,
        sort_key=sort_key(name)[:KEY_LIMIT],
        kind=UnitKind.EXTERNAL,
    )
    return Outcome(unit, {"unit": unit.name})


@operation(Event.EXTERNAL_ADDED, lock="log")
def let_in_from_outside(*, actor, log, unit_id, given_name, family_name, number, purpose, ends_on, today):
    """Give a person from an organisation a place in the log until `ends_on`, that day included (W-05, L-06, L-09).

    `number` is a kernel PersonalNumber: it is how the person logs in. Somebody the register knows by it keeps the
    name they have there. Raises Refused.
    """
    unit = Unit.objects.filter(pk=unit_id, kind=UnitKind.EXTERNAL).first()
    if unit is None:
        require(no(Refusal.ORGANISATION_MISSING))
    person = people.find(number, municipality_id=log.municipality_id)
    name = person.name if person else f"{given_name} {family_name}"
    covered_until = consent_queries.standing_of(log, today=today).covers_until(unit.pk, today=today)
    require(
        participation.may_let_in_from_outside(
            person_name=name,
            unit_name=unit.name,
            is_in_log=bool(person) and open_places(log, today=today).filter(person=person).exists(),
            is_family=bool(person) and _is_family(log, person),
            works_here=bool(person) and staff.works_among_children(person.pk, day=today),
            level=log.level,
            purpose=purpose,
            covered_until=covered_until,
            last_day=ends_on,
            today=today,
        )
    )
    if person is None:
        person = people.new_person(
            municipality_id=log.municipality_id, given_name=given_name, family_name=family_name, number=number
        )
        person.save(force_insert=True)
    place = {
        "relation": Relation.EXTERNAL,
        "purpose": purpose,
        "ends_on": ends_on,
        "consent_until": covered_until,
    }
    give_place(log, actor, person, unit, today=today, **place)
    return Outcome(log, {"person": name, "unit": unit.name, "until": ends_on.isoformat()})


@operation(Event.EXTERNAL_EXTENDED, lock="log")
def extend_place(*, actor, log, grant_id, ends_on, today):
    """Move the last day of a place from outside, forward or back, within a year and the consent. Raises Refused."""
    grant = (
        Grant.objects.filter(pk=grant_id, log=log, relation=Relation.EXTERNAL, ended_at__isnull=True)
        .select_related("person", "unit")
        .first()
    )
    if grant is None:
        require(no(Refusal.WRONG_STATE))
    covered_until = consent_queries.standing_of(log, today=today).covers_until(grant.unit_id, today=today)
    require(
        participation.may_last_until(
            ends_on, unit_name=grant.unit.name, covered_until=covered_until, today=today
        )
    )
    grant.ends_on, grant.consent_until = ends_on, covered_until
    grant.save(update_fields=["ends_on", "consent_until"])
    facts = {"person": grant.person.name, "unit": grant.unit.name, "until": ends_on.isoformat()}
    return Outcome(log, facts)


def _is_family(log, person):
    return log.child.person_id == person.pk or log.child.guardian_relations.filter(guardian=person).exists()
