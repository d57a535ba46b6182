"""The short wheel of PPT, child welfare and other services: opened like any other, found in the menu, and asking every month
whether the list of those who work there is right (S000-07)."""

from datetime import date

import pytest

from stafett.annual_wheel.enums import Month
from stafett.annual_wheel.models import WheelTask
from stafett.annual_wheel.operations import reminding
from stafett.annual_wheel.rules import months_in_order
from stafett.annual_wheel.views import ways
from stafett.demo import cast
from stafett.messages.enums import Kind
from stafett.messages.models import Message
from stafett.register.enums import UnitKind
from stafett.register.models import Unit
from stafett.register.tenancy import within
from tests import stage
from tests.annual_wheel import turning
from tests.annual_wheel.turning import HERE, at
from tests.web.reading import fields, words
from tests.web.visiting import Visitor

PPT, CHILD_WELFARE = cast.unit("eksempelvik_ppt").id, cast.unit("eksempelvik_welfare").id
SERVICES = [("liv", PPT), ("geir", CHILD_WELFARE)]
LEADERS = pytest.mark.parametrize(("leader", "unit"), SERVICES, ids=["ppt", "child_welfare"])
QUESTION = "Stemmer listen over ansatte?"

pytestmark = pytest.mark.django_db


def open_wheel(leader, unit):
    """The unit's wheel of this year."""
    with within(HERE):
        return turning.open_wheel(leader=leader, unit=unit)


def task(wheel, key):
    """One of the starter's tasks in it, not put away."""
    with within(HERE):
        WheelTask.objects.filter(wheel=wheel).update(put_away_at=None)
        return turning.task(wheel, key)


@LEADERS
def test_a_services_leader_is_asked_each_month_whether_the_list_is_right(leader, unit):
    asked = {}
    with within(HERE):
        turning.everybody_has_always_worked_there()
        with at(date(2027, 8, 16)):
            wheel = turning.open_wheel(leader=leader, unit=unit)
        question = turning.task(wheel, "staff_list").pk
        for month in months_in_order():
            with at(date(2027 if month >= 8 else 2028, month, 25)) as day:
                reminding.remind(HERE, today=day)
            told = Message.objects.filter(kind=Kind.WHEEL_TASK, target_id=question)
            asked[month] = list(told.values_list("recipient_id", flat=True))

    assert [len(told) for told in asked.values()] == list(range(1, 13))
    assert set(asked[Month.JULY]) == {cast.person(leader).id}


@LEADERS
def test_a_services_leader_opens_the_year_from_the_menu_and_is_asked_on_the_leaders_day(leader, unit):
    visitor = Visitor(leader)
    assert "Årshjul" in words(visitor.see("leaders_day"))
    here = visitor.see("wheels")["Location"]
    assert str(unit) in here

    visitor.send("wheel_opening", unit, fields={"year": fields(visitor.get(here))["year"][-1]})

    assert QUESTION in words(visitor.see("leaders_day"))
    assert QUESTION in words(visitor.get(here))


@LEADERS
def test_the_list_of_a_service_is_confirmed_with_one_press(leader, unit):
    visitor, row = Visitor(leader), task(open_wheel(leader, unit), "staff_list")
    before = words(visitor.see("wheel_staff", row.pk))

    visitor.send("wheel_staff", row.pk)

    assert cast.person(leader).name in before
    assert "Bekreftet" in words(visitor.see("wheel_staff", row.pk))
    assert QUESTION not in words(visitor.see("leaders_day"))


@LEADERS
def test_every_task_of_a_service_leads_its_leader_to_a_page_that_answers(leader, unit):
    visitor, wheel = Visitor(leader), open_wheel(leader, unit)
    task(wheel, "staff_list")
    with within(HERE):
        seen = turning.seen(wheel)
    found = [ways.of(each, seen, leads=True) for each in seen.tasks]

    assert all(found)
    assert {visitor.get(way.href).status_code for way in found} == {200}
    assert visitor.see("wheel_status", wheel.pk).status_code == 200


@pytest.mark.parametrize(
    ("key", "leader", "unit"), [("henrik", "liv", PPT), ("samira", "geir", CHILD_WELFARE)]
)
def test_whoever_works_in_a_service_is_sent_to_its_wheel_and_decides_nothing_there(key, leader, unit):
    wheel = open_wheel(leader, unit)
    answer = Visitor(key).see("wheels")

    assert answer.status_code == 302 and str(unit) in answer["Location"]
    shown = words(Visitor(key).get(answer["Location"]))
    assert QUESTION in shown and "Ny oppgave" not in shown
    assert Visitor(key).see("wheel_staff", task(wheel, "staff_list").pk).status_code == 403


def test_a_wheel_of_a_service_is_not_there_for_another_service():
    wheel = open_wheel("liv", PPT)

    assert Visitor("geir").see("unit_wheel", PPT).status_code == 404
    assert Visitor("geir").see("wheel_task", task(wheel, "staff_list").pk).status_code == 404


def test_the_administrator_sees_services_among_the_wheels_and_gives_them_common_tasks():
    wheel = open_wheel("liv", PPT)
    table = words(Visitor("randi").see("wheels"))
    with within(HERE):
        turning.common_task(unit_kind=UnitKind.PPT, month=stage.today().month)
        titles = [each.title for each in turning.seen(wheel).tasks]

    assert "PP-tjenesten i Eksempelvik" in table and "Eksempelvik barneverntjeneste" in table
    assert "Systemmøtet" in titles


def test_the_neighbours_ppt_reads_its_wheel_in_nynorsk_with_its_own_name_for_the_model():
    unit = cast.unit("domesund_ppt").id
    aud = Visitor("aud")
    aud.send("wheel_opening", unit, fields={"year": fields(aud.see("unit_wheel", unit))["year"][-1]})

    shown = words(aud.see("unit_wheel", unit))

    assert "Stemmer lista over tilsette?" in shown
    assert "Ta BTS opp att med personalet" in shown and "BTI" not in shown


def test_a_service_of_another_kind_has_the_same_wheel():
    with within(HERE):
        Unit.objects.filter(pk=PPT).update(kind=UnitKind.OTHER)
        other = turning.open_wheel(leader="liv", unit=PPT)

        titles = {each.title for each in turning.seen(other).tasks}

    assert QUESTION in titles
    assert QUESTION in words(Visitor("liv").see("leaders_day"))
