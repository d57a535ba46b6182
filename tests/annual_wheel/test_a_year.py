"""A school year lived day by day: each task once in its month, each reminder once, a leader who leaves in March, a leap
year, a quiet July, and the next year made from this one (issue E)."""

from collections import Counter
from datetime import date, timedelta

import pytest

from stafett.annual_wheel import operations
from stafett.annual_wheel.enums import Rhythm, TaskState
from stafett.annual_wheel.models import Wheel, WheelTask
from stafett.annual_wheel.operations import reminding, rolling
from stafett.demo import cast
from stafett.messages.enums import Kind
from stafett.messages.models import Message
from stafett.register.enums import EmploymentRole
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage
from tests.annual_wheel import turning
from tests.annual_wheel.turning import HERE, SCHOOL, at

YEAR = 2027  # February 2028 has 29 days
LEFT, CAME = date(2028, 3, 7), date(2028, 3, 20)

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    with within(HERE):
        turning.everybody_has_always_worked_there()
        yield


def days(first, last):
    while first <= last:
        yield first
        first += timedelta(days=1)


def morning(day):
    """What the job does, with the clock on that day."""
    with at(day):
        rolling.roll_forward(HERE, today=day)
        reminding.remind(HERE, today=day)


def elle_leaves_and_jonas_takes_over(day):
    elle = Employment.objects.get(person_id=cast.person("elle").id, unit_id=SCHOOL)
    elle.ends_on = LEFT
    elle.save()
    jonas = Employment.objects.get(person_id=cast.person("jonas").id, unit_id=SCHOOL)
    jonas.role, jonas.starts_on = EmploymentRole.UNIT_LEADER, CAME
    jonas.save()


def told(kind=Kind.WHEEL_TASK):
    names = {cast.person(key).id: key for key in ("elle", "jonas", "yusuf", "torbjorn", "randi")}
    rows = Message.objects.filter(kind=kind).order_by("created_at", "id")
    return [(names[row.recipient_id], row.created_at.date(), row.target_id) for row in rows]


@pytest.fixture
def lived(place):
    """The whole year, nothing done but in September, each morning's job run twice."""
    with at(date(YEAR, 8, 16)):
        wheel = turning.open_wheel()
        operations.add_task(actor=stage.actor("elle"), wheel=wheel, **turning.own_words())
    for day in days(date(YEAR, 8, 16), date(YEAR + 1, 7, 31)):
        if day == date(YEAR, 9, 1):
            with at(day):
                turning.do(turning.task(wheel, "sign_up_october"))
        if day == LEFT:
            elle_leaves_and_jonas_takes_over(day)
        morning(day)
        if day.day in (1, 20, 25):
            morning(day)
    return wheel


def test_the_year_as_it_is_lived(lived):
    tasks = {task.pk: task for task in WheelTask.objects.filter(wheel=lived)}
    once = [(who, day, tasks[pk]) for who, day, pk in told() if tasks[pk].rhythm == Rhythm.ONCE]
    monthly = [(who, day, tasks[pk]) for who, day, pk in told() if tasks[pk].rhythm == Rhythm.MONTHLY]

    # every task of one time but the one that was done before the month's first working day is told of in its own month
    assert {task.key for _who, _day, task in once} == {
        task.key for task in tasks.values() if task.rhythm == Rhythm.ONCE
    } - {"sign_up_october"}
    assert all(day.month == task.month for _who, day, task in once)
    # once to whoever leads then; what lay in March once to each of the two who led in March
    each = Counter((who, task.pk) for who, _day, task in once)
    assert set(each.values()) == {1}
    march = sorted(who for who, _day, task in once if task.month == 3)
    assert march == ["elle"] * 3 + ["jonas"] * 3
    assert all((who == "elle") == (day <= LEFT) for who, day, _task in once)
    assert all(who != "jonas" or day >= CAME for who, day, _task in once)
    # monthly ticks are asked for once a month from the 20th, July not at all
    assert Counter(task.key for _who, _day, task in monthly) == {"team_meetings": 11, "staff_list": 11}
    assert all(day.day >= 20 and day.month != 7 for _who, day, _task in monthly)
    # nobody led the school for twelve days: the leader of the area was told once
    assert [(who, day) for who, day, _pk in told(Kind.WHEEL_WITHOUT_LEADER)] == [
        ("torbjorn", LEFT + timedelta(days=1))
    ]
    # next year was made on 1 June, once, with the own task in it
    after = Wheel.objects.get(unit_id=SCHOOL, year=YEAR + 1)
    assert Wheel.objects.filter(unit_id=SCHOOL).count() == 2
    assert (after.opened_by_id, after.opened_at.date()) == (None, date(YEAR + 1, 6, 1))
    assert WheelTask.objects.get(wheel=after, key="", common=None).title == "Fadderuken"


def test_every_task_of_one_time_is_this_months_in_one_month_and_no_other(place):
    with at(date(YEAR, 8, 2)):
        wheel = turning.open_wheel()

    months = {}
    for month in range(12):
        day = date(YEAR, 8, 2) if month == 0 else date(YEAR + (7 + month) // 12, (7 + month) % 12 + 1, 12)
        with at(day):
            for task in turning.seen(wheel).tasks:
                if task.state == TaskState.NOW and task.rhythm == Rhythm.ONCE:
                    months.setdefault(task.id, []).append(day.month)

    tasks = WheelTask.objects.filter(wheel=wheel, rhythm=Rhythm.ONCE)
    assert months == {task.pk: [task.month] for task in tasks}


def test_a_wheel_opened_in_november_begins_without_a_debt(place):
    with at(date(YEAR, 11, 3)):
        wheel = turning.open_wheel()
        states = {task.month: task.state for task in turning.seen(wheel).tasks if task.month}

    assert [states[month] for month in (8, 9, 10)] == [TaskState.AWAY] * 3
    assert states[12] == TaskState.COMING


def test_next_year_keeps_what_was_moved_rewritten_put_away_and_added(place):
    with at(date(YEAR, 8, 16)):
        wheel, elle = turning.open_wheel(), stage.actor("elle")
        moved = turning.task(wheel, "log_flow")
        operations.change_task(
            actor=elle, task=moved, version=1, title="Se på loggene", text="", month=11, owner="leader_group"
        )
        operations.put_task_away(actor=elle, task=turning.task(wheel, "half_day_autumn"))
        gone = operations.add_task(actor=elle, wheel=wheel, **turning.own_words(title="Bare i år"))
        operations.put_task_away(actor=elle, task=gone)
        turning.do(turning.task(wheel, "repeat_with_staff"))

    with at(date(YEAR + 1, 6, 2)) as day:
        made = [rolling.roll_forward(HERE, today=day) for _time in range(2)]
        after = Wheel.objects.get(unit_id=SCHOOL, year=YEAR + 1)
        kept = turning.task(after, "log_flow")

        assert made == [1, 0]
        assert (kept.title, kept.month, kept.owner) == ("Se på loggene", 11, "leader_group")
        assert turning.task(after, "half_day_autumn").put_away_at is not None
        assert not WheelTask.objects.filter(wheel=after, title="Bare i år").exists()
        assert turning.seen_task(after, "repeat_with_staff").state == TaskState.COMING


@pytest.mark.parametrize("day", [date(YEAR, 10, 1), date(YEAR + 1, 5, 31)])
def test_no_year_is_made_outside_the_summer(place, day):
    with at(date(YEAR, 8, 16)):
        turning.open_wheel()

    with at(day):
        assert rolling.roll_forward(HERE, today=day) == 0


def test_a_task_for_colleagues_is_told_to_the_resource_person(place):
    with at(date(YEAR, 8, 16)):
        wheel = turning.open_wheel()
        operations.add_task(
            actor=stage.actor("elle"), wheel=wheel, **turning.own_words(owner="colleagues", month=8)
        )
    morning(date(YEAR, 8, 17))

    assert [who for who, _day, _pk in told()].count("yusuf") == 1
