"""The starter wheels as data: every box and row of source 000 once, both written languages whole, the certain months sure."""

import pytest

from stafett.annual_wheel.content import library
from stafett.annual_wheel.enums import Certainty, Month, Opens, Rhythm, TaskOwner
from stafett.demo import cast
from stafett.register.enums import WITH_CHILDREN, UnitKind

KINDS = [kind.value for kind in library.KINDS]


def school(language="nb"):
    return library.starter(UnitKind.SCHOOL, language)


def rows(*, rhythm):
    return [task.row for task in school().tasks if (task.rhythm == Rhythm.ONCE) == (rhythm == Rhythm.ONCE)]


def test_every_box_of_the_source_is_in_the_school_wheel_once_and_the_two_that_come_twice_twice():
    assert sorted(rows(rhythm=Rhythm.ONCE)) == sorted(
        [
            "S000-09", "S000-10", "S000-11", "S000-12", "S000-13", "S000-14", "S000-15", "S000-17", "S000-17", "S000-18",
            "S000-18", "S000-19", "S000-20", "S000-21",
        ]
    )  # fmt: skip


def test_the_five_continuous_points_are_there_once_each():
    assert sorted(rows(rhythm=Rhythm.ALWAYS)) == ["S000-04", "S000-05", "S000-06", "S000-07", "S000-08"]


@pytest.mark.parametrize(
    ("key", "month"),
    [
        ("repeat_with_staff", Month.AUGUST),
        ("parent_meetings", Month.AUGUST),
        ("sign_up_october", Month.SEPTEMBER),
        ("evaluate_year", Month.JUNE),
    ],
)
def test_the_months_that_the_source_is_sure_of_are_sure(key, month):
    task = school().task(key)

    assert (task.month, task.certainty) == (month, Certainty.CERTAIN)


def test_every_other_month_says_that_it_is_our_suggestion_and_july_is_empty():
    sure = {"repeat_with_staff", "parent_meetings", "sign_up_october", "evaluate_year"}
    others = [task for task in school().tasks if task.rhythm == Rhythm.ONCE and task.key not in sure]

    assert {task.certainty for task in others} == {Certainty.SUGGESTED}
    assert Month.JULY not in {task.month for task in school().tasks}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_task_of_the_support_systems_meetings_brings_words_for_their_agenda(language):
    task = school(language).task("support_system")

    assert task.row == "S000-04"
    assert 5 <= len(task.agenda.splitlines()) <= 8
    assert "{model}" in task.agenda and "BTI" not in task.agenda
    assert [each.key for each in school(language).tasks if each.agenda] == ["support_system"]


def test_the_words_for_the_agenda_are_written_in_both_languages():
    assert school("nb").task("support_system").agenda != school("nn").task("support_system").agenda


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_task_is_whole_in_both_languages_and_names_no_model(kind, language):
    for task in library.starter(kind, language).tasks:
        assert 0 < len(task.title) <= 80
        assert 0 < len(task.text) <= 600
        assert task.owner in TaskOwner.values
        assert not task.opens or task.opens in Opens.values
        assert (task.month is not None) == (task.rhythm == Rhythm.ONCE)
        assert "BTI" not in task.title + task.text and "BTS" not in task.title + task.text


@pytest.mark.parametrize("kind", KINDS)
def test_the_languages_say_the_same_of_when_and_who_in_different_words(kind):
    nb, nn = library.starter(kind, "nb"), library.starter(kind, "nn")

    assert [(t.key, t.month, t.owner, t.opens) for t in nb.tasks] == [
        (t.key, t.month, t.owner, t.opens) for t in nn.tasks
    ]
    assert nb.tasks != nn.tasks
    assert len({task.key for task in nb.tasks}) == len(nb.tasks)


def test_the_municipalitys_own_name_for_the_model_stands_in_the_text():
    title = school().task("repeat_with_staff").title

    assert library.named(title, "BTS") == "Ta BTS opp igjen med personalet"


@pytest.mark.parametrize("place", cast.PLACES, ids=lambda place: place.slug)
def test_each_kind_that_has_employees_who_work_with_children_has_a_starter(place):
    found = {post.unit.kind for person in place.people for post in person.posts if post.role in WITH_CHILDREN}

    assert found and all(library.has_starter(kind) for kind in found)


def test_every_kind_has_a_starter_but_areas_offices_and_those_outside():
    without = {kind for kind in UnitKind if not library.has_starter(kind)}

    assert without == {UnitKind.AREA, UnitKind.ADMINISTRATION, UnitKind.EXTERNAL}
    with pytest.raises(KeyError):
        library.starter(UnitKind.AREA, "nb")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_leader_is_asked_each_month_whether_the_list_of_staff_is_right(kind, language):
    task = library.starter(kind, language).task("staff_list")

    assert (task.row, task.rhythm, task.owner) == ("S000-07", Rhythm.MONTHLY, TaskOwner.LEADER)
    assert task.opens == Opens.STAFF_LIST
    assert task.title.startswith("Stemmer list")


@pytest.mark.parametrize("kind", [UnitKind.CHILD_WELFARE, UnitKind.OTHER])
def test_services_share_a_short_wheel_that_opens_nothing_they_do_not_have(kind):
    shared = library.starter(kind, "nb")

    assert shared == library.starter(UnitKind.PPT, "nb")
    assert len(shared.tasks) < len(library.starter(UnitKind.HEALTH_STATION, "nb").tasks)
    assert {task.opens for task in shared.tasks}.isdisjoint({Opens.STARTERS, Opens.PARENT_MEETINGS})
    assert {task.month for task in shared.tasks if task.certainty == Certainty.CERTAIN} == {
        Month.SEPTEMBER, Month.JANUARY, None,
    }  # fmt: skip
