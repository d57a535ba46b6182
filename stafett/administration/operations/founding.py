"""The verb of a new municipality: it is entered with safe settings, an office, and those who run it from there (issue H 1)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from stafett.administration.enums import Event
from stafett.administration.models import GoLive
from stafett.audit.trail import Outcome, operation
from stafett.identity import operations as identity
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.kernel.personal_number import PersonalNumber
from stafett.kernel.sort_key import sort_key
from stafett.register import people
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole, UnitKind
from stafett.register.models import Employment, Municipality, Unit
from stafett.register.tenancy import within


@dataclass(frozen=True)
class Administrator:
    """One who is to run the system. `handle` is the name at a login provider that gives no personal number."""

    given_name: str
    family_name: str
    number: PersonalNumber
    handle: str = ""


def found(*, name, slug, locale, model_alias, administrators, issuer, today):
    """Enter a municipality; gives it. Whoever runs the machine does this: nobody is in it yet to be asked.

    `administrators` are Administrators, at least one; `issuer` is their login provider's, needed when they have handles.
    All or nothing. Raises IntegrityError when the short name is taken. Source: issue H 1, ADR 0048.
    """
    own = new_id()
    operator = Actor(person_id=None, municipality_id=own, name=_("Den som drifter Stafett"))
    with within(own):
        return found_municipality(
            actor=operator, name=name, slug=slug, locale=locale, model_alias=model_alias,
            administrators=administrators, issuer=issuer, today=today,
        )  # fmt: skip


@operation(Event.MUNICIPALITY_FOUNDED)
def found_municipality(*, actor, name, slug, locale, model_alias, administrators, issuer, today):
    """Enter the municipality `actor` says it is, with every setting at its safe default; no log starts before it has
    said that it is ready."""
    made = Municipality.objects.create(
        id=actor.municipality_id, name=name, slug=slug, locale=locale, model_alias=model_alias
    )
    office = Unit.objects.create(
        municipality_id=made.pk, name=_("Kommuneadministrasjonen"),
        sort_key=sort_key(_("Kommuneadministrasjonen")), kind=UnitKind.ADMINISTRATION,
    )  # fmt: skip
    GoLive.objects.create(municipality_id=made.pk, founded_at=clock.now())
    for each in administrators:
        _let_in(each, office, issuer=issuer, today=today)
    return Outcome(made, {"administrators": len(administrators)})


def _let_in(administrator, office, *, issuer, today):
    person = people.new_person(
        municipality_id=office.municipality_id, given_name=administrator.given_name,
        family_name=administrator.family_name, number=administrator.number,
    )  # fmt: skip
    person.save()
    Employment.objects.create(
        municipality_id=office.municipality_id, person=person, unit=office, position=_("Kommuneadministrator"),
        role=EmploymentRole.MUNICIPAL_ADMIN, starts_on=today,
    )  # fmt: skip
    if administrator.handle:
        actor = sessions.actor_of(person.pk, today=today)
        identity.promise_access(actor=actor, issuer=issuer, handle=administrator.handle, now=clock.now())
