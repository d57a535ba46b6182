"""Founds an invented municipality: writes its units, people, children and guardian relations in the register."""

from datetime import timedelta

from django.utils import translation

from stafett.action_guide.enums import ContactKind, Group
from stafett.action_guide.models import Contact, GroupMember
from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.kernel.sort_key import sort_key
from stafett.register import people
from stafett.register.enums import RelationState
from stafett.register.models import Child, Employment, GuardianRelation, Municipality, Person, Unit
from stafett.register.tenancy import within

KNOWN_DAYS = 400  # how long ago the guardians were confirmed; longer than the oldest log in the demo


def found(place: Place) -> bool:
    """Write the place in the register. False, and nothing written, when it is there already."""
    with within(place.id):
        if Municipality.objects.filter(pk=place.id).exists():
            return False
        Municipality.objects.create(
            id=place.id,
            name=place.name,
            slug=place.slug,
            locale=place.locale,
            model_alias=place.model_alias,
            support_contact=f"hjelp@{place.slug}.example",
        )
        Contact.objects.bulk_create(_contacts(place))
        Unit.objects.bulk_create(_units(place))
        Person.objects.bulk_create(_people(place))
        Employment.objects.bulk_create(_employments(place))
        GroupMember.objects.bulk_create(_guide_groups(place))
        Child.objects.bulk_create(_children(place))
        GuardianRelation.objects.bulk_create(_relations(place))
    return True


def _contacts(place):
    """Numbers that nobody has: eight zeros but for the last."""
    for number, kind in enumerate((ContactKind.CHILD_WELFARE, ContactKind.CHILD_WELFARE_DUTY), start=1):
        with translation.override(place.locale):
            name = f"{kind.label}, {place.name}"
        yield Contact(municipality_id=place.id, kind=kind, name=name, phone=f"00 00 00 0{number}")


def _guide_groups(place):
    """Who drafts and who approves the guide. The neighbour has not begun."""
    if place.slug != cast.EKSEMPELVIK.slug:
        return
    for group, keys in ((Group.PROJECT, ("yusuf", "mina")), (Group.STEERING, ("elle", "torbjorn"))):
        for key in keys:
            yield GroupMember(
                municipality_id=place.id, person_id=cast.person(key).id, group=group, given_by_id=cast.person("randi").id,
                given_at=clock.now(),
            )  # fmt: skip


def _units(place):
    for unit in place.units:
        yield Unit(
            id=unit.id,
            municipality_id=place.id,
            name=unit.name,
            sort_key=sort_key(unit.name),
            kind=unit.kind,
            is_private=unit.is_private,
            area_id=unit.area.id if unit.area else None,
        )


def _people(place):
    for person in place.everyone:
        yield people.new_person(
            municipality_id=place.id,
            id=person.id,
            given_name=person.given,
            family_name=person.family,
            number=person.number,
            locale=person.locale,
            protection=person.protection,
        )


def _employments(place):
    for person in place.people:
        for post in person.posts:
            yield Employment(
                id=made_id("post", f"{person.key}-{post.unit.key}"),
                municipality_id=place.id,
                person_id=person.id,
                unit_id=post.unit.id,
                position=post.position,
                role=post.role,
                starts_on=post.starts,
                ends_on=post.ends,
            )


def _children(place):
    for child in place.children:
        yield Child(
            id=child.id,
            municipality_id=place.id,
            person_id=child.person.id,
            unit_id=child.unit.id,
            group_name=child.group_name,
            first_grade_year=child.first_grade_year,
        )


def _relations(place):
    for relation in place.relations:
        is_confirmed = relation.state == RelationState.CONFIRMED
        by = made_id("person", relation.by)
        yield GuardianRelation(
            id=relation.id,
            municipality_id=place.id,
            child_id=made_id("child", relation.child),
            guardian_id=made_id("person", relation.guardian),
            kind=relation.kind,
            has_parental_responsibility=relation.has_parental_responsibility,
            state=relation.state,
            state_reason=relation.reason,
            registered_by_id=None if is_confirmed else by,
            confirmed_by_id=by if is_confirmed else None,
            confirmed_at=clock.now() - timedelta(days=KNOWN_DAYS) if is_confirmed else None,
        )
