"""Making and finding persons. Personal numbers are encrypted here, and found by a keyed hash (SEC-01)."""

import base64
from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q

from stafett.kernel.crypto import KeyRing, blind_index
from stafett.kernel.personal_number import PersonalNumber
from stafett.kernel.sort_key import sort_key
from stafett.register.enums import AddressProtection
from stafett.register.models import Child, Person

LIMIT = 20
KEY_LIMIT = 400  # letters of other scripts take seven characters each; what is cut off decides no order


def new_person(
    *, municipality_id, given_name, family_name, number: PersonalNumber | None = None, **rest
) -> Person:
    """An unsaved person with sort key, and the personal number encrypted and indexed when given."""
    person = Person(
        municipality_id=municipality_id,
        given_name=given_name,
        family_name=family_name,
        sort_key=sort_key(f"{family_name}, {given_name}")[:KEY_LIMIT],
        **rest,
    )
    if number is not None:
        person.birth_date = person.birth_date or number.birth_date
        person.personal_number_cipher = _ring().encrypt(number.digits, context=person.pk.bytes)
        person.personal_number_index = _index(municipality_id, number)
    return person


def find(number: PersonalNumber, *, municipality_id) -> Person | None:
    """The person with this number in the municipality, or None."""
    return Person.objects.filter(personal_number_index=_index(municipality_id, number)).first()


def find_all(numbers: Iterable[PersonalNumber], *, municipality_id) -> dict[str, Person]:
    """Those of these numbers that the municipality knows: digits -> person. One query for each thousand."""
    digits = {_index(municipality_id, number): number.digits for number in numbers}
    indexes, found = list(digits), {}
    for start in range(0, len(indexes), 1000):
        rows = Person.objects.filter(personal_number_index__in=indexes[start : start + 1000])
        found |= {digits[bytes(person.personal_number_index)]: person for person in rows.order_by("id")}
    return found


def number_of(person: Person) -> str:
    """The personal number in clear; empty when unknown. For archive and identity only, never for a page."""
    if not person.personal_number_cipher:
        return ""
    return _ring().decrypt(person.personal_number_cipher, context=person.pk.bytes).decode()


def search_children(text: str, *, unit_ids, led_unit_ids=()) -> list[Child]:
    """At most 20 children of the units where every word is found in the name, sorted by name.

    Children at a protected address are found by the unit's leader alone (L-27).
    """
    rows = children_in(unit_ids, led_unit_ids=led_unit_ids).select_related("person", "unit")
    for word in text.split()[:6]:
        rows = rows.filter(person__sort_key__contains=sort_key(word))
    return list(rows.order_by("person__sort_key", "id")[:LIMIT])


def children_in(unit_ids, *, led_unit_ids=()):
    """Children of units as a queryset; those at a protected address only in units that are led (L-27)."""
    open_to_all = Q(person__protection=AddressProtection.NONE)
    return Child.objects.filter(open_to_all | Q(unit_id__in=list(led_unit_ids)), unit_id__in=list(unit_ids))


def change_number(person: Person, number: PersonalNumber) -> None:
    """Give a person another number, encrypted and indexed, with the birth date it says (W-16). Saves."""
    person.birth_date = number.birth_date
    person.personal_number_cipher = _ring().encrypt(number.digits, context=person.pk.bytes)
    person.personal_number_index = _index(person.municipality_id, number)
    person.save(update_fields=["birth_date", "personal_number_cipher", "personal_number_index"])


def _ring():
    return KeyRing.from_setting(settings.KEY_RING)


def _index(municipality_id, number):
    return blind_index(number.digits, key=base64.b64decode(settings.INDEX_KEY), context=str(municipality_id))
