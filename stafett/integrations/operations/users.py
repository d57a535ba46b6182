"""A directory tells of an employee, tells otherwise, and tells that they have left. Nobody with a history is ever deleted."""

from dataclasses import replace

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from stafett.audit.trail import Outcome, operation
from stafett.identity import queries as logins
from stafett.identity import sessions
from stafett.integrations.enums import Event
from stafett.integrations.models import DirectoryPlace, DirectoryUser
from stafett.integrations.operations import settling
from stafett.integrations.queries.directory import FIELDS
from stafett.integrations.rules import keys
from stafett.integrations.rules.documents import UserSaid
from stafett.kernel import clock
from stafett.kernel.protocol import Fault
from stafett.register import people
from stafett.register.models import Employment, Person

NAMES = ("given_name", "family_name", "display_name", "user_name")


@operation(Event.USER_ADDED)
def add_user(*, actor, said: UserSaid, today):
    """Enter an employee as the directory tells; gives the DirectoryUser. Raises Fault 409 when it has been told before.

    Who it is: whoever the municipality itself has given a login under the same external id, else somebody new. A name or an
    e-mail address makes nobody the same person (OIDC-09).
    """
    person, is_ours = _person_of(actor, said), False
    if person is None:
        person, is_ours = _new_person(actor, said), True
    now = clock.now()
    user = DirectoryUser(
        municipality_id=actor.municipality_id,
        person=person,
        person_is_ours=is_ours,
        made_at=now,
        changed_at=now,
    )
    _take_down(user, said if said.is_active is not None else replace(said, is_active=True))
    _save(user, force_insert=True)
    if said.email and person.email != said.email:
        _keep_address(user)
    return Outcome(user, settling.settle(actor, user, today=today))


@operation(Event.USER_CHANGED, lock="user")
def change_user(*, actor, user, said: UserSaid, today):
    """Let an employee be as the directory tells now; gives the DirectoryUser. Raises Fault 409."""
    before = UserSaid(**{name: getattr(user, name) for name in FIELDS})
    was_in = set(DirectoryPlace.objects.filter(user=user).values_list("unit_id", flat=True))
    _take_down(user, said)
    user.changed_at = clock.now()
    _save(user)
    if any(getattr(before, name) != getattr(said, name) for name in NAMES):
        settling.give_name(user)
    if said.email and said.email != before.email:
        _keep_address(user)
    facts = settling.settle(actor, user, today=today)
    if user.is_active is not False:
        facts |= {"ended": settling.leave(user, was_in, today=today)}
    return Outcome(
        user,
        {name: value for name, value in facts.items() if value} | {"active": user.is_active is not False},
    )


@operation(Event.USER_REMOVED, lock="user")
def remove_user(*, actor, user, today):
    """The directory has the employee no more: posts and logins end, the person and what they did stay. Raises Fault 409."""
    user.is_active = False
    facts = settling.settle(actor, user, today=today)
    person, row_id = user.person, user.pk
    DirectoryPlace.objects.filter(user=user).delete()
    user.delete()
    user.pk = row_id  # the trail names what is gone
    if user.person_is_ours and not Employment.objects.filter(person=person).exists():
        _forget(person)
    return Outcome(user, {name: value for name, value in facts.items() if value})


def _person_of(actor, said):
    """Whoever already has this external id as the name they log in by, at the directory's own provider."""
    if not actor.login_issuer or not said.external_id:
        return None
    person_id = logins.promised_to(
        actor.login_issuer, said.external_id, municipality_id=actor.municipality_id
    )
    person = Person.objects.filter(pk=person_id).first() if person_id else None
    if person and DirectoryUser.objects.filter(person=person).exists():
        raise _taken()
    return person


def _new_person(actor, said):
    given, family = keys.name_of(**{name: getattr(said, name) for name in NAMES})
    person = people.new_person(
        municipality_id=actor.municipality_id, given_name=given, family_name=family, email=said.email
    )
    person.save()
    return person


def _take_down(user, said):
    for name in FIELDS:
        setattr(user, name, getattr(said, name))
    user.user_name_key = said.user_name.casefold()[:254]


def _save(user, **how):
    try:
        with transaction.atomic():
            user.save(**how)
    except IntegrityError:
        raise _taken() from None


def _keep_address(user):
    person = user.person
    person.email = user.email
    person.save(update_fields=["email"])


def _forget(person):
    """Delete somebody that nothing has ever been about."""
    sessions.forget_person(person.pk, municipality_id=person.municipality_id)
    try:
        with transaction.atomic():
            person.delete()
    except ProtectedError:
        return


def _taken():
    return Fault(409, "Somebody has this user name already.", code="uniqueness")
