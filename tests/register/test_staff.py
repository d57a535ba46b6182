"""Staff: found by name, position or unit while they are employed, and never across the border."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.register import staff
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage

HERE = cast.EKSEMPELVIK.id


@pytest.fixture(autouse=True)
def here(db):
    with within(HERE):
        yield


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kari", ["kari"]), ("Kontaktlærer eksempelvik", ["kari"]), ("PP-tjenesten", ["liv", "henrik"]), ("elle rektor", ["elle"]),
        ("trond", []), ("oddny", []), ("100%", []), ("kari'", []), ("\\", []), ("🧑", []),
    ],
)  # fmt: skip
def test_staff_are_found_by_every_word_in_name_position_or_unit(asked, found):
    people = {post.person_id for post in staff.search(asked, day=stage.today())}

    assert people == {cast.person(key).id for key in found}


def test_those_who_are_in_the_log_already_can_be_left_out():
    left_out = [cast.person("liv").id]

    people = [post.person_id for post in staff.search("PP-tjenesten", day=stage.today(), leave_out=left_out)]

    assert people == [cast.person("henrik").id]


def test_no_more_than_the_limit_are_shown_sorted_by_family_name(monkeypatch):
    everyone = [post.person.sort_key for post in staff.search("e", day=stage.today())]
    monkeypatch.setattr(staff, "LIMIT", 5)

    shown = [post.person.sort_key for post in staff.search("e", day=stage.today())]

    assert shown == everyone[:5]
    assert everyone == sorted(everyone)
    assert len(everyone) > 5


@pytest.mark.parametrize(("days", "is_there"), [(-1, False), (0, True), (1, True)])
def test_an_employment_holds_to_the_end_of_its_last_day(days, is_there):
    pk = made_id("post", "kari-eksempelvik_school")
    Employment.objects.filter(pk=pk).update(ends_on=stage.today() + timedelta(days=days))

    assert (staff.employment_on(pk, day=stage.today()) is not None) == is_there


def test_an_employment_that_has_not_begun_opens_nothing():
    pk = made_id("post", "kari-eksempelvik_school")
    Employment.objects.filter(pk=pk).update(starts_on=stage.today() + timedelta(days=1))

    assert staff.employment_on(pk, day=stage.today()) is None
    assert stage.actor("kari").is_staff is False


def test_leaders_and_resource_persons_are_those_of_the_unit():
    school = [cast.unit("eksempelvik_school").id]

    leaders = [post.person_id for post in staff.leaders_of(school, day=stage.today())]
    helpers = [post.person_id for post in staff.resource_persons_of(school, day=stage.today())]

    assert (leaders, helpers) == ([cast.person("elle").id], [cast.person("yusuf").id])
