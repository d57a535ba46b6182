"""Verbs of the staff lists: put somebody on, change, move, end, and take an end back (S000-07, L-29).

Whoever asks is held to the chain of `rules/staffing.py`. An actor without a person is the municipality's own system (a list
that is taken in, an integration): it keeps staff and resource persons in every unit, and appoints nobody.
"""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from stafett.access.models import Grant
from stafett.administration import rules
from stafett.administration.enums import Event, Refusal
from stafett.audit.trail import Outcome, operation
from stafett.identity import sessions
from stafett.kernel.sort_key import sort_key
from stafett.kernel.verdict import no, require
from stafett.register import lookup, people
from stafett.register.enums import EmploymentRole
from stafett.register.enums import Refusal as RegisterRefusal
from stafett.register.models import Child, Employment, Person

DAY = timedelta(days=1)


@operation(Event.EMPLOYEE_ADDED, lock="unit")
def add_employee(*, actor, unit, given_name, family_name, number, position, role, starts_on, today):
    """Put somebody on a unit's list; gives the Employment.

    `number` is a PersonalNumber: whoever has it already, in this municipality, is the one (no second person is made), and
    must then bear the name that is given. Raises Refused.
    """
    require(rules.fits(role, unit.kind))
    require(rules.may_begin_on(starts_on, today=today))
    person = _person(actor, given_name, family_name, number)
    require(rules.may_keep(keeper_of(actor, unit.pk), person_id=person.pk, role=role))
    _require_room(person.pk, unit.pk, role, since=starts_on)
    post = _begin(actor, person.pk, unit.pk, position, role, starts_on)
    return Outcome(post, facts_of(post))


@operation(Event.EMPLOYMENT_CHANGED, lock="employment")
def change_employment(*, actor, employment, position, role, from_on, today):
    """Give somebody another position or role in the same unit from a day; gives the Employment that then holds.

    Another role is another post: the former one ends the day before, and what was true then stays true. Raises Refused.
    """
    require(rules.fits(role, employment.unit.kind))
    require(rules.may_change_from(from_on, ends_on=employment.ends_on, today=today))
    _require_keeper(actor, employment, role=role)
    if role == employment.role or from_on <= employment.starts_on:
        if role != employment.role:
            _require_administrator_left(employment)
            _require_room(
                employment.person_id, employment.unit_id, role, since=employment.starts_on, but=employment.pk
            )
        employment.position, employment.role = position, role
        employment.save(update_fields=["position", "role"])
        return Outcome(employment, facts_of(employment))
    post = _follow(actor, employment, employment.unit_id, position, role, from_on)
    return Outcome(post, facts_of(post))


@operation(Event.EMPLOYEE_MOVED, lock="employment")
def move_employment(*, actor, employment, unit, from_on, today):
    """Move somebody to another unit from a day, in the same position and role; gives the new Employment.

    Places in logs are kept on behalf of the former unit, so they end with the post there (L-29). Raises Refused.
    """
    if unit.pk == employment.unit_id:
        require(no(Refusal.ALREADY_ON_LIST))
    require(rules.fits(employment.role, unit.kind))
    require(rules.may_change_from(from_on, ends_on=employment.ends_on, today=today))
    _require_keeper(actor, employment)
    require(rules.may_keep(keeper_of(actor, unit.pk), person_id=employment.person_id, role=employment.role))
    post = _follow(actor, employment, unit.pk, employment.position, employment.role, from_on)
    return Outcome(post, facts_of(post))


@operation(Event.EMPLOYMENT_ENDED, lock="employment")
def end_employment(*, actor, employment, ends_on, today):
    """Write the last day of a post; one that has not begun by then is taken away. Raises Refused.

    Access ends with the day, without anything more to do: it is asked for anew on every request (L-29).
    """
    require(rules.may_end_on(ends_on, starts_on=employment.starts_on, today=today))
    _require_keeper(actor, employment)
    _require_administrator_left(employment)
    facts = {**facts_of(employment), "ends_on": ends_on.isoformat()}
    if ends_on < employment.starts_on:
        Employment.objects.filter(pk=employment.pk).delete()
        return Outcome(employment, {**facts, "withdrawn": True})
    employment.ends_on = ends_on
    employment.save(update_fields=["ends_on"])
    return Outcome(employment, facts)


@operation(Event.EMPLOYMENT_REOPENED, lock="employment")
def reopen_employment(*, actor, employment, today):
    """Take back that somebody has ended, or will. Raises Refused."""
    require(rules.may_reopen(employment.ends_on, today=today))
    _require_keeper(actor, employment)
    there = {"person_id": employment.person_id, "unit_id": employment.unit_id}
    is_followed = Employment.objects.filter(**there, starts_on__gt=employment.ends_on).exists()
    require(rules.may_stand_twice(is_there=is_followed))
    employment.ends_on = None
    employment.save(update_fields=["ends_on"])
    return Outcome(employment, facts_of(employment))


@operation(Event.NUMBER_CORRECTED, lock="employment")
def correct_employee_number(*, actor, employment, number):
    """Put a wrongly typed number right (W-16). Whoever was logged in by the wrong one is logged out.

    Only as long as the number opens nothing but the list itself: a number is who somebody is. Raises Refused.
    """
    _require_keeper(actor, employment)
    person = Person.objects.select_for_update().get(pk=employment.person_id)
    require(rules.may_correct_number(opens_more=_opens_more(person), keeps_all=_keeps_all(actor, person)))
    other = people.find(number, municipality_id=actor.municipality_id)
    if other is not None and other.pk != person.pk:
        require(no(RegisterRefusal.NUMBER_IN_USE))
    people.change_number(person, number)
    sessions.forget_person(person.pk, municipality_id=person.municipality_id)
    return employment


def _opens_more(person):
    """Whether somebody has a place in a log, a child or a log about themselves: what a wrong number would open."""
    is_in_log = Grant.objects.filter(person_id=person.pk, ended_at__isnull=True).exists()
    return is_in_log or person.guardian_relations.exists() or Child.objects.filter(person=person).exists()


def _keeps_all(actor, person):
    """Whether the actor keeps every post there is or has been of somebody: a number opens all of them."""
    posts = Employment.objects.filter(person=person).order_by("id")
    return all(
        rules.may_keep(keeper_of(actor, post.unit_id), person_id=person.pk, role=post.role) for post in posts
    )


def keeper_of(actor, unit_id):
    """The actor as the rules see them from a unit."""
    return rules.Keeper(
        person_id=actor.person_id,
        administers=actor.has_role(EmploymentRole.MUNICIPAL_ADMIN),
        leads=unit_id in actor.led_unit_ids,
    )


def facts_of(post):
    """What the trail keeps of a post: where, as what, from when to when. No name and no words."""
    return {
        "unit": str(post.unit_id),
        "role": str(post.role),
        "starts_on": _iso(post.starts_on),
        "ends_on": _iso(post.ends_on),
    }


def _require_keeper(actor, employment, *, role=None):
    """The actor keeps the post as it is, and as it becomes."""
    keeper = keeper_of(actor, employment.unit_id)
    for each in {employment.role, role or employment.role}:
        require(rules.may_keep(keeper, person_id=employment.person_id, role=each))


def _require_administrator_left(employment):
    """Somebody else runs the system without an end to it. Their rows are held, so that two do not let each other go."""
    if employment.role != EmploymentRole.MUNICIPAL_ADMIN:
        return
    rows = Employment.objects.select_for_update(of=("self",)).filter(
        role=EmploymentRole.MUNICIPAL_ADMIN, ends_on__isnull=True
    )
    others = set(rows.order_by("id").values_list("person_id", flat=True)) - {employment.person_id}
    require(rules.may_lose_administrator(others=others))


def _require_room(person_id, unit_id, role, *, since: date, but=None):
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=since)
    rows = Employment.objects.filter(lasting, person_id=person_id, unit_id=unit_id, role=role)
    require(rules.may_stand_twice(is_there=rows.exclude(pk=but).exists()))


def _follow(actor, former, unit_id, position, role, from_on):
    """End a post the day before, or take it away when it has not begun by then, and begin another in its place."""
    _require_room(former.person_id, unit_id, role, since=from_on, but=former.pk)
    _require_administrator_left(former)
    ends_on = former.ends_on
    if from_on <= former.starts_on:
        former.unit_id, former.position, former.role = unit_id, position, role
        former.save(update_fields=["unit", "position", "role"])
        return former
    former.ends_on = from_on - DAY
    former.save(update_fields=["ends_on"])
    return _begin(actor, former.person_id, unit_id, position, role, from_on, ends_on)


def _begin(actor, person_id, unit_id, position, role, starts_on, ends_on=None):
    return Employment.objects.create(
        municipality_id=actor.municipality_id, person_id=person_id, unit_id=unit_id, position=position, role=role,
        starts_on=starts_on, ends_on=ends_on,
    )  # fmt: skip


def _person(actor, given_name, family_name, number):
    """Whoever has the number, or somebody new. Two lists may put the same new person in at once: the second finds them."""
    person = people.find(number, municipality_id=actor.municipality_id)
    if person is None:
        try:
            with transaction.atomic():
                return _new_person(actor, given_name, family_name, number)
        except IntegrityError:
            person = people.find(number, municipality_id=actor.municipality_id)
            if person is None:
                raise
    if sort_key(family_name) != sort_key(person.family_name):
        require(no(Refusal.NAME_DIFFERS))
    return person


def _new_person(actor, given_name, family_name, number):
    known = lookup.ask(number)
    protection = {"protection": known.protection} if known else {}
    person = people.new_person(
        municipality_id=actor.municipality_id, given_name=given_name, family_name=family_name, number=number,
        **protection,
    )  # fmt: skip
    person.save()
    return person


def _iso(day):
    return day.isoformat() if day else None
