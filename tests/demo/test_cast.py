"""The cast: invented all through, always the same, and never growing older than its grade."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.demo import cast, doors, lives
from stafett.demo.cast.kinds import made_id, today
from stafett.kernel import clock, personal_number
from stafett.kernel.dates import age_on, school_grade
from stafett.register.enums import EmploymentRole, RelationState

EVERYONE = [person for place in cast.PLACES for person in place.everyone]
GROWN_UPS = [person for place in cast.PLACES for person in place.people]
CHILDREN = [child for place in cast.PLACES for child in place.children]
RELATIONS = [relation for place in cast.PLACES for relation in place.relations]
COMMON_SURNAMES = {
    "Hansen", "Johansen", "Olsen", "Larsen", "Andersen", "Pedersen", "Nilsen", "Kristiansen", "Jensen", "Karlsen",
    "Johnsen", "Pettersen", "Eriksen", "Berg", "Haugen", "Hagen", "Johannessen", "Andreassen", "Jacobsen", "Dahl",
    "Halvorsen", "Lund", "Moen", "Strand", "Ali", "Ahmed", "Nguyen", "Utsi", "Eira", "Sara",
}  # fmt: skip

moments = st.datetimes(
    min_value=datetime(2025, 1, 1),
    max_value=datetime(2038, 12, 31),
    timezones=st.just(UTC),
)


def by_key(thing):
    return thing.key


@pytest.mark.parametrize("person", EVERYONE, ids=by_key)
def test_every_personal_number_is_synthetic_and_refused_outside_demo_and_tests(person):
    number = person.number

    assert number.is_synthetic
    with pytest.raises(personal_number.InvalidPersonalNumber):
        personal_number.parse(number.digits, allow_synthetic=False)


@pytest.mark.parametrize("person", EVERYONE, ids=by_key)
def test_no_surname_is_one_that_many_real_families_have(person):
    assert person.family not in COMMON_SURNAMES


def test_nobody_shares_a_key_a_name_or_a_personal_number():
    for values in (
        [person.key for person in EVERYONE],
        [person.name for person in EVERYONE],
        [person.number.digits for person in EVERYONE],
    ):
        assert len(values) == len(set(values))


def test_ids_are_the_same_every_time():
    assert str(cast.person("kari").id) == "de8c031c-f4d1-5ff6-b46e-a6ea8570d77a"
    assert cast.person("kari").id == made_id("person", "kari")


def test_everybody_is_found_by_key_in_the_right_place():
    assert cast.person("oddny").name == "Oddny Skrøneset"
    assert cast.place_of("oddny") is cast.DOMESUND
    assert cast.child("noor").person is cast.person("noor")
    with pytest.raises(KeyError):
        cast.person("nobody")


@pytest.mark.parametrize(
    "holder", sorted({holder for told in lives.LIVES.values() for _child, holder, _life in told})
)
def test_every_baton_holder_has_a_door_that_says_what_it_shows(holder):
    door = doors.find(cast.person(holder).id)

    assert door is not None
    assert door.unit
    assert str(door.role)
    assert str(door.shows).endswith(".")


def test_whoever_has_a_door_has_a_role_and_nobody_else():
    assert [person.key for person in GROWN_UPS if bool(person.shows) != bool(person.role)] == []


def test_both_municipalities_have_every_kind_of_unit_and_a_leader_wherever_there_are_children():
    for place in cast.PLACES:
        led = {
            post.unit.key
            for person in place.people
            for post in person.posts
            if post.role == EmploymentRole.UNIT_LEADER
        }

        assert {unit.kind for unit in place.units} >= {
            "kindergarten", "school", "health_station", "ppt", "child_welfare",
        }  # fmt: skip
        assert {child.unit.key for child in place.children} <= led


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: f"{relation.child}-{relation.guardian}")
def test_every_relation_is_between_people_of_one_place(relation):
    assert cast.place_of(relation.child) is cast.place_of(relation.guardian) is cast.place_of(relation.by)
    assert relation in cast.relations_of(relation.child)


@pytest.mark.parametrize("child", CHILDREN, ids=by_key)
def test_every_child_has_a_confirmed_guardian_who_may_consent(child):
    assert any(
        relation.state == RelationState.CONFIRMED and relation.has_parental_responsibility
        for relation in cast.relations_of(child.key)
    )


@given(moments)
def test_children_stay_in_their_grade_whatever_the_day(moment):
    with clock.set_to(moment):
        sara, noor = cast.child("sara"), cast.child("noor")

        assert school_grade(sara.person.birth_date.year, today()) == 1
        assert school_grade(noor.person.birth_date.year, today()) == 3
        assert sara.first_grade_year == noor.first_grade_year + 2


@given(moments)
def test_babies_stay_babies_and_have_no_grade(moment):
    with clock.set_to(moment):
        ludvig = cast.child("ludvig")

        assert age_on(ludvig.person.birth_date, today()) == 0
        assert ludvig.first_grade_year is None


@given(moments)
def test_whoever_left_last_month_left_on_the_last_day_of_it(moment):
    with clock.set_to(moment):
        (post,) = cast.person("trond").posts

        assert post.ends + timedelta(days=1) == today().replace(day=1)
        assert post.starts < post.ends


@given(moments)
def test_numbers_can_be_made_on_any_day(moment):
    with clock.set_to(moment):
        assert all(person.number.birth_date == person.birth_date for person in EVERYONE)
