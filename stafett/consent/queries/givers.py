"""Who may be asked for consent in a log, and on what ground."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from stafett.consent.models import ConsentRequest
from stafett.consent.queries.standings import has_responsibility
from stafett.consent.standing import GivenConsent
from stafett.register import staff
from stafett.register.enums import RelationState
from stafett.register.rules import is_protected


@dataclass(frozen=True)
class Entitlement:
    """On what ground somebody may give consent: as confirmed guardian, as the youth, or for a unit (`for_unit_id`)."""

    relation_state: str = ""
    has_parental_responsibility: bool = False
    youth_decides: bool = False
    is_too_young: bool = False
    other_unit_consents: bool = False
    for_unit_id: UUID | None = None

    def as_terms(self) -> dict:
        """As `rules.may_record` takes it."""
        return {
            "relation_state": self.relation_state,
            "has_parental_responsibility": self.has_parental_responsibility,
            "youth_decides": self.youth_decides,
            "is_too_young": self.is_too_young,
            "other_unit_consents": self.other_unit_consents,
        }


@dataclass(frozen=True)
class Giver:
    """Somebody whose yes counts, or will when the relation is confirmed: what they said last, and what waits for them."""

    person_id: UUID
    name: str
    role: str
    is_needed: bool
    is_confirmed: bool
    may_answer: bool  # may be asked on the phone
    locale: str
    newest: GivenConsent | None
    asked: ConsentRequest | None


def entitlement_of(log, person_id, *, today) -> Entitlement:
    """On what ground a person may consent in a log; an empty one when on none. `log` carries `.standing`."""
    standing, held_by = log.standing, log.child.consent_held_by_unit_id
    youth_decides = standing.youth is not None and standing.youth.id in standing.needed
    if person_id == log.child.person_id:
        is_old_enough = standing.youth is not None and today >= standing.youth.consents_from
        return Entitlement(RelationState.CONFIRMED, True, is_too_young=not is_old_enough)
    if held_by:
        leads = person_id in {post.person_id for post in staff.leaders_of([held_by], day=today)}
        return Entitlement(
            RelationState.CONFIRMED,
            True,
            youth_decides=youth_decides,
            other_unit_consents=not leads,
            for_unit_id=held_by,
        )
    relation = next((each for each in standing.relations if each.guardian_id == person_id), None)
    if relation is None:
        return Entitlement()
    return Entitlement(relation.state, has_responsibility(relation, today), youth_decides=youth_decides)


def givers_of(log, *, today) -> list[Giver]:
    """Those whose yes is needed today, and the youth from the birthday on. `log` carries `.standing`. Two queries at most."""
    asked = {
        each.person_id: each for each in ConsentRequest.objects.filter(log_id=log.pk).order_by("asked_at")
    }
    standing = log.standing
    people = _people(log, standing, today)
    return [
        Giver(
            person_id=person.pk,
            name=person.name,
            role=role,
            is_needed=key in standing.needed,
            is_confirmed=is_confirmed,
            may_answer=is_confirmed and not _is_on_paper(log, person),
            locale=person.locale,
            newest=standing.newest_of(key),
            asked=asked.get(person.pk),
        )
        for key, person, role, is_confirmed in people
    ]


def _people(log, standing, today):
    """(id in `needed`, person, role, whether confirmed) for each."""
    people, youth = [], standing.youth
    alone = youth is not None and youth.id in standing.needed
    if youth is not None and (alone or today >= youth.consents_from):
        people.append((youth.id, log.child.person, _("Barnet selv"), True))
    if alone:
        return people
    if held_by := log.child.consent_held_by_unit_id:
        posts = staff.leaders_of([held_by], day=today)
        return people + [(held_by, post.person, post.unit.name, True) for post in posts]
    return people + [
        (each.guardian_id, each.guardian, each.get_kind_display(), each.state == RelationState.CONFIRMED)
        for each in standing.relations
        if has_responsibility(each, today)
    ]


def _is_on_paper(log, person):
    """Where an address is protected, the family has it on paper (L-27)."""
    return is_protected(log.child.person.protection, person.protection)
