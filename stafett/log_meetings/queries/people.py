"""Who may be invited to a meeting of a log, who can help with it, and how each of them hears of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stafett.access.enums import Relation
from stafett.access.scope import FULL_AGE
from stafett.consent.queries.standings import has_responsibility
from stafett.kernel.dates import age_on
from stafett.register import staff
from stafett.register.enums import AgeStage, RelationState
from stafett.register.rules import age_stage, is_protected
from stafett.relay_log.queries.page import grants_of
from stafett.relay_log.rules.concerns import is_in_school

WORKING_HERE = (Relation.BATON_HOLDER, Relation.PARTICIPANT)


@dataclass(frozen=True)
class Candidate:
    """Somebody of the log who may be invited. `is_digital`: the invitation reaches them in the inbox; the others are told
    by whoever invites. `last_day`: the last day of their place, when it has one."""

    person_id: UUID
    name: str
    role: str
    relation: str
    is_digital: bool
    last_day: date | None = None

    @property
    def may_write(self) -> bool:
        """Whether they may write in the meeting: staff of the municipality (S003-57)."""
        return self.relation in WORKING_HERE


def candidates(log, *, today) -> list[Candidate]:
    """The holder, the confirmed guardians, the child, and the participants whom consent covers today, in that order.

    `log` carries `.standing`. Nobody whose relation is blocked or not settled, and no service that consent does not
    reach (L-06, L-09, L-24, L-25). Two queries.
    """
    places = [place for place in grants_of(log, today=today) if _takes_part(place, log, today)]
    holder = [place for place in places if place.relation == Relation.BATON_HOLDER]
    others = [place for place in places if place.relation != Relation.BATON_HOLDER]
    guardians = [each for each in log.standing.relations if _is_guardian(each, log, today)]
    return [
        *(_from_place(place) for place in holder),
        *(_from_relation(each, log) for each in guardians),
        _child(log, today),
        *(_from_place(place) for place in others),
    ]


def is_pupil(log, *, today) -> bool:
    """Whether the child is in 1st grade or above (S001-29)."""
    return is_in_school(log.child.first_grade_year, today)


def is_heard_with_weight(log, *, today) -> bool:
    """Whether what the child says is given great weight: from 12 years (L-12)."""
    stage = age_stage(log.child.person.birth_date, today, own_consent_age=log.municipality.own_consent_age)
    return stage not in (AgeStage.UNDER_SEVEN, AgeStage.HEARD)


def helpers_of(log, *, today, leave_out=()) -> list:
    """Employments of the resource persons of the unit that holds the baton (S001-15, S001-16)."""
    posts = staff.resource_persons_of([log.unit_id], day=today)
    return [post for post in posts if post.person_id not in leave_out]


def _takes_part(place, log, today):
    if place.relation == Relation.LEADER_INSIGHT or not place.is_employed:
        return False
    own_unit = place.unit_id == log.unit_id
    return own_unit or (place.consent_until is not None and place.consent_until >= today)


def _from_place(place):
    days = [day for day in (place.ends_on, place.consent_until) if day is not None]
    return Candidate(
        person_id=place.person_id,
        name=place.person.name,
        role=str(Relation(place.relation).label),
        relation=place.relation,
        is_digital=True,
        last_day=min(days, default=None),
    )


def _is_guardian(relation, log, today):
    """Confirmed and with parental responsibility (L-20, L-24), until the child is of age or reads alone (L-14)."""
    ended = log.guardians_end_on is not None and log.guardians_end_on <= today
    born = log.child.person.birth_date
    of_age = born is not None and age_on(born, today) >= FULL_AGE
    confirmed = relation.state == RelationState.CONFIRMED
    return confirmed and has_responsibility(relation, today) and not ended and not of_age


def _from_relation(relation, log):
    reads = not _is_on_paper(log, relation.guardian) and not log.child.guardians_live_elsewhere
    return Candidate(
        person_id=relation.guardian_id,
        name=relation.guardian.name,
        role=relation.get_kind_display(),
        relation=Relation.GUARDIAN,
        is_digital=reads,
    )


def _child(log, today):
    youth = log.standing.youth
    reads = youth is not None and today >= youth.consents_from and not _is_on_paper(log)
    return Candidate(
        person_id=log.child.person_id,
        name=log.child.person.name,
        role=str(Relation.CHILD.label),
        relation=Relation.CHILD,
        is_digital=reads,
    )


def _is_on_paper(log, *people):
    """Where an address is protected the family has it on paper (L-27)."""
    return is_protected(log.child.person.protection, *(person.protection for person in people))
