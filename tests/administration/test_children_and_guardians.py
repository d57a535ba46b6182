"""Entering children and guardians, and the second person who looks at the relation before it opens anything (L-24)."""

import pytest
from django.db import IntegrityError, transaction

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.register import people
from stafett.register.models import Child, GuardianRelation, Person
from stafett.register.tenancy import within
from tests import stage
from tests.web import good_forms, reading
from tests.web.visiting import Visitor

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id
NILS = cast.child("nils").id


def test_a_child_that_is_entered_belongs_to_the_unit_and_can_be_found(db):
    answer = Visitor("kari").send("new_child", fields=good_forms.fields("new_child"))

    with within(HERE):
        child = Child.objects.select_related("person").get(person__family_name="Oppspinn")
        found = people.search_children("oppspinn", unit_ids=[child.unit_id])
    assert answer.status_code == 302
    assert (child.person.name, child.group_name, child.first_grade_year) == ("Ola Oppspinn", "3A", 2021)
    assert found == [child]
    assert _last().event == "register.child_registered"
    assert _last().child_id == child.pk


@pytest.mark.parametrize(
    ("key", "sentence"),
    [("noor", "Barnet er allerede registrert."), ("selma", "ikke hos deg")],
)
def test_a_child_is_entered_once(db, key, sentence):
    given = {**good_forms.fields("new_child"), "number": cast.person(key).number.digits}

    answer = Visitor("kari").send("new_child", fields=given)

    with within(HERE):
        assert Child.objects.count() == len(cast.EKSEMPELVIK.children)
    assert answer.status_code == 422
    assert sentence in reading.errors(answer)["number"]
    assert cast.person(key).family not in reading.words(answer)


def test_a_child_of_the_neighbours_can_be_entered_here_too(db):
    given = {**good_forms.fields("new_child"), "number": cast.person("vetle").number.digits}

    answer = Visitor("kari").send("new_child", fields=given)

    assert answer.status_code == 302
    with within(THERE):
        assert Person.objects.filter(pk=cast.person("vetle").id).exists()


def test_a_guardian_opens_nothing_until_a_leader_has_confirmed_them(db):
    with within(HERE):
        log = stage.open_log()
    given = {**good_forms.fields("guardians"), "number": cast.person("hamid").number.digits}

    Visitor("jonas").send("guardians", NILS, fields=given)
    with within(HERE):
        relation = GuardianRelation.objects.get(child_id=NILS, guardian_id=cast.person("hamid").id)
    before = Visitor("hamid").see("log", log.pk).status_code
    Visitor("elle").send(
        "guardian_confirmation", relation.pk, fields=good_forms.fields("guardian_confirmation")
    )
    with within(HERE):
        relation.refresh_from_db()

    assert relation.state == "confirmed"
    assert (relation.registered_by_id, relation.confirmed_by_id) == (
        cast.person("jonas").id,
        cast.person("elle").id,
    )
    assert (before, Visitor("hamid").see("log", log.pk).status_code) == (404, 200)


def test_a_new_guardian_who_has_not_been_confirmed_takes_nothing_from_those_who_have(db):
    with within(HERE):
        log = stage.open_log()

    Visitor("jonas").send("guardians", NILS, fields=good_forms.fields("guardians"))

    assert Visitor("bente").see("log", log.pk).status_code == 200
    assert Visitor("kari").see("log", log.pk).status_code == 200


def test_a_leader_does_not_confirm_what_they_entered_themselves(db):
    Visitor("elle").send("guardians", NILS, fields=good_forms.fields("guardians"))
    with within(HERE):
        relation = GuardianRelation.objects.get(child_id=NILS, state="unclear")

    answer = Visitor("elle").send(
        "guardian_confirmation", relation.pk, fields=good_forms.fields("guardian_confirmation")
    )

    assert answer.status_code == 404
    with (
        within(HERE),
        pytest.raises(IntegrityError, match="nobody_confirms_a_relation_alone"),
        transaction.atomic(),
    ):
        GuardianRelation.objects.filter(pk=relation.pk).update(confirmed_by_id=cast.person("elle").id)


@pytest.mark.parametrize("key", ["aslaug", "ingeborg", "kari", "torleiv", "bente"])
def test_nobody_but_the_units_own_leader_confirms(db, key):
    Visitor("jonas").send("guardians", NILS, fields=good_forms.fields("guardians"))
    with within(HERE):
        relation = GuardianRelation.objects.get(child_id=NILS, state="unclear")

    answer = Visitor(key).send(
        "guardian_confirmation", relation.pk, fields=good_forms.fields("guardian_confirmation")
    )

    with within(HERE):
        relation.refresh_from_db()
    assert answer.status_code == 404
    assert relation.state == "unclear"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [("nils", "kan ikke være samme person"), ("bente", "allerede registrert som foresatt")],
)
def test_a_guardian_who_cannot_be_one_is_refused_in_words(db, number, sentence):
    given = {**good_forms.fields("guardians"), "number": cast.person(number).number.digits}

    answer = Visitor("kari").send("guardians", NILS, fields=given)

    with within(HERE):
        assert GuardianRelation.objects.filter(child_id=NILS).count() == 1
    assert answer.status_code == 422
    assert sentence in reading.errors(answer)["number"]
    assert (_last().kind, _last().child_id) == ("refusal", NILS)


def test_somebody_known_already_is_not_entered_again(db):
    with within(HERE):
        before = Person.objects.count()

    Visitor("kari").send(
        "guardians",
        NILS,
        fields={**good_forms.fields("guardians"), "number": cast.person("lars").number.digits},
    )

    with within(HERE):
        assert Person.objects.count() == before
        assert GuardianRelation.objects.filter(child_id=NILS, guardian_id=cast.person("lars").id).exists()


@pytest.mark.parametrize("key", ["dag", "oddny", "bente", "trond"])
def test_children_of_a_unit_are_known_to_those_who_work_there(db, key):
    assert Visitor(key).see("guardians", NILS).status_code == 404


def _last():
    with within(HERE):
        return Entry.objects.order_by("-number").first()
