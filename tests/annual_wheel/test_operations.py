"""Opening a year, deciding its tasks, doing and undoing them: each act is one row in the trail, and nothing is lost."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from stafett.access.guard import Conflict
from stafett.annual_wheel import operations
from stafett.annual_wheel.enums import Refusal, TaskState
from stafett.annual_wheel.models import CommonTask, Completion, ParentMeeting, Wheel, WheelTask
from stafett.annual_wheel.queries import counts
from stafett.annual_wheel.queries.wheels import COMMON, OWN
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.register.models import Unit
from stafett.register.tenancy import within
from tests import stage
from tests.annual_wheel import turning
from tests.annual_wheel.turning import HERE, SCHOOL, at

AUGUST, NOVEMBER = date(2027, 8, 16), date(2027, 11, 10)

pytestmark = pytest.mark.django_db


@pytest.fixture
def wheel():
    """Elle's school's wheel, opened in August; it is November."""
    with within(HERE):
        turning.everybody_has_always_worked_there()
        with at(AUGUST):
            made = turning.open_wheel()
        with at(NOVEMBER):
            yield made


def last_event():
    return Entry.objects.order_by("-number").first().event


def refused(reason, act, **given):
    with pytest.raises(Refused) as caught:
        act(**given)
    assert caught.value.refusal == reason


def test_a_year_is_opened_once_with_the_starters_tasks(wheel):
    again = turning.open_wheel()

    assert again.pk == wheel.pk
    assert WheelTask.objects.filter(wheel=wheel).count() == 19
    assert (wheel.year, wheel.opened_by_id) == (2027, cast.person("elle").id)


def test_the_words_are_the_starters_in_the_readers_language_with_the_municipalitys_own_name(wheel):
    in_bokmaal = turning.seen(wheel).tasks[0]
    in_nynorsk = turning.seen(wheel, language="nn", model="BTS").tasks[0]

    assert in_bokmaal.title == "Ta BTI opp igjen med personalet"
    assert in_nynorsk.title == "Ta BTS opp att med personalet"


def test_a_unit_without_a_starter_opens_nothing(wheel):
    office = cast.unit("eksempelvik_office").id

    refused(Refusal.NO_WHEEL_HERE, turning.open_wheel, leader="randi", unit=office)

    assert Wheel.objects.count() == 1


def test_an_own_task_takes_its_place_in_the_year(wheel):
    operations.add_task(actor=stage.actor("elle"), wheel=wheel, **turning.own_words(month=10))

    tasks = turning.seen(wheel).tasks
    own = next(task for task in tasks if task.origin == OWN)
    assert last_event() == "annual_wheel.task_added"
    assert (own.title, own.state) == ("Fadderuken", TaskState.OVERDUE)
    assert [task.number for task in tasks] == list(range(1, 21))
    assert tasks[own.number - 2].month == tasks[own.number - 1].month == 10


def test_a_task_is_moved_and_rewritten_and_the_starters_own_words_stay_the_starters(wheel):
    row, elle = turning.task(wheel, "log_flow"), stage.actor("elle")
    told = turning.seen_task(wheel, "log_flow")

    operations.change_task(
        actor=elle, task=row, version=1, title=told.title, text=told.text, month=1, owner="leader_group"
    )
    kept = WheelTask.objects.get(pk=row.pk)
    assert (kept.title, kept.text, kept.month, kept.owner, kept.version) == ("", "", 1, "leader_group", 2)

    operations.change_task(
        actor=elle, task=kept, version=2, title="Se på loggene", text="", month=1, owner="leader"
    )
    seen = turning.seen_task(wheel, "log_flow")
    assert (seen.title, seen.text, seen.starter_title) == ("Se på loggene", "", told.title)


def test_two_who_change_the_same_task_never_lose_a_word(wheel):
    row = turning.task(wheel, "log_flow")
    given = {
        "actor": stage.actor("elle"),
        "task": row,
        "version": 1,
        "text": "",
        "month": 1,
        "owner": "leader",
    }
    operations.change_task(**given, title="Først")

    with pytest.raises(Conflict) as caught:
        operations.change_task(**given, title="Sist")

    assert caught.value.current.title == "Først"


def test_what_is_put_away_asks_for_nothing_and_comes_back(wheel):
    row, elle = turning.task(wheel, "half_day_autumn"), stage.actor("elle")

    operations.put_task_away(actor=elle, task=row)
    assert turning.seen_task(wheel, "half_day_autumn").state == TaskState.AWAY
    refused(Refusal.IS_AWAY, turning.do, row=WheelTask.objects.get(pk=row.pk))

    operations.take_task_back(actor=elle, task=row)
    assert turning.seen_task(wheel, "half_day_autumn").state == TaskState.OVERDUE


def test_done_with_what_shows_it_undone_and_done_again_and_the_history_is_kept(wheel):
    row, elle = turning.task(wheel, "repeat_with_staff"), stage.actor("elle")

    turning.do(row, evidence="38 til stede", link="https://www.eksempel.no/referat", note="Mer tid neste år")
    assert last_event() == "annual_wheel.task_done"
    assert turning.seen_task(wheel, "repeat_with_staff").state == TaskState.DONE
    refused(Refusal.DONE_ALREADY, turning.do, row=row)

    operations.undo_task(actor=elle, task=row, month=None)
    assert last_event() == "annual_wheel.task_undone"
    assert turning.seen_task(wheel, "repeat_with_staff").state == TaskState.OVERDUE
    refused(Refusal.NOT_DONE, operations.undo_task, actor=elle, task=row, month=None)

    turning.do(row, evidence="Nå er alle med")
    kept = Completion.objects.filter(task=row).order_by("done_at", "id")
    assert [(each.evidence, each.undone_at is None) for each in kept] == [
        ("38 til stede", False), ("Nå er alle med", True),
    ]  # fmt: skip


def test_the_trail_holds_no_word_of_what_was_written(wheel):
    turning.do(turning.task(wheel, "repeat_with_staff"), evidence="38 til stede", note="Mer tid")

    entry = Entry.objects.order_by("-number").first()
    assert "38 til stede" not in str(entry.facts)
    assert "Mer tid" not in str(entry.facts)


@pytest.mark.parametrize("field", ["evidence", "link", "note"])
def test_a_personal_number_is_refused_wherever_it_is_written(wheel, field):
    row = turning.task(wheel, "repeat_with_staff")
    text = "https://www.eksempel.no/01019012345" if field == "link" else "Se 010190 12345"

    refused(Refusal.PERSONAL_NUMBER, turning.do, row=row, **{field: text})
    refused(
        Refusal.PERSONAL_NUMBER, operations.add_task, actor=stage.actor("elle"), wheel=wheel,
        **turning.own_words(title="Snakk med 01019012345"),
    )  # fmt: skip

    assert Completion.objects.count() == 0


def test_the_staff_list_is_confirmed_once_a_month_with_who_and_when_and_how_many(wheel):
    row, elle = turning.task(wheel, "staff_list"), stage.actor("elle")

    operations.confirm_staff_list(actor=elle, task=row, today=NOVEMBER)

    mark = Completion.objects.get(task=row)
    people = {post.person_id for post in counts.staff_of(SCHOOL, today=NOVEMBER)}
    assert (mark.month, mark.done_by_id) == (11, cast.person("elle").id)
    assert mark.evidence.startswith(f"{len(people)} ")
    refused(Refusal.DONE_ALREADY, operations.confirm_staff_list, actor=elle, task=row, today=NOVEMBER)
    with at(date(2027, 12, 3)) as later:
        operations.confirm_staff_list(actor=elle, task=row, today=later)
    assert Completion.objects.filter(task=row).count() == 2


def test_parents_meetings_are_ticked_class_by_class_and_a_tick_is_taken_away(wheel):
    turning.held(wheel, group_name="2B", on=date(2027, 9, 1))
    again = turning.held(wheel, group_name="2B", on=date(2027, 9, 2))
    turning.held(wheel, group_name="10A", on=date(2027, 9, 2))

    groups = {group.name: group.held_on for group in counts.groups_of(wheel)}
    assert groups["2B"] == date(2027, 9, 2)
    assert groups["1A"] is None
    assert list(groups).index("2B") < list(groups).index("10A")

    operations.remove_parent_meeting(actor=stage.actor("elle"), meeting=again)
    assert ParentMeeting.objects.count() == 1
    refused(Refusal.DAY_AHEAD, turning.held, wheel=wheel, on=NOVEMBER + timedelta(days=1))
    refused(Refusal.DAY_TOO_OLD, turning.held, wheel=wheel, on=date(2027, 7, 31))


def test_a_common_task_stands_in_every_school_of_the_kind_now_and_next_year(wheel):
    other = turning.open_wheel(leader="aslaug", unit=cast.unit("fabelasen_school").id)
    kindergarten = turning.open_wheel(leader="ingeborg", unit=cast.unit("eventyrskogen").id)

    common = turning.common_task()

    assert {row.wheel_id for row in common.tasks.all()} == {wheel.pk, other.pk}
    assert not WheelTask.objects.filter(wheel=kindergarten, common=common).exists()
    seen = turning.seen_task(wheel, "Systemmøtet")
    assert (seen.origin, seen.state, seen.month) == (COMMON, TaskState.NOW, 11)
    with at(date(2028, 6, 5)):
        after = turning.open_wheel(year=2028)
        assert turning.seen_task(after, "Systemmøtet").state == TaskState.COMING


def test_a_unit_does_a_common_task_and_decides_nothing_of_it(wheel):
    row = turning.common_task().tasks.get(wheel=wheel)
    elle = stage.actor("elle")

    refused(Refusal.FOR_EVERYBODY, operations.put_task_away, actor=elle, task=row)
    refused(
        Refusal.FOR_EVERYBODY, operations.change_task, actor=elle, task=row, version=1, title="Vårt", text="", month=2,
        owner="leader",
    )  # fmt: skip
    turning.do(row)

    assert turning.seen_task(wheel, "Systemmøtet").state == TaskState.DONE


def test_a_common_task_is_changed_everywhere_at_once_and_withdrawn_it_stays_where_it_is_done(wheel):
    other = turning.open_wheel(leader="aslaug", unit=cast.unit("fabelasen_school").id)
    common, randi = turning.common_task(), stage.actor("randi")
    operations.change_common_task(
        actor=randi, common=common, version=1, title="Møtes på tvers", text="", month=12, owner="leader_group"
    )
    turning.do(common.tasks.get(wheel=wheel))

    operations.withdraw_common_task(actor=randi, common=CommonTask.objects.get(pk=common.pk))

    assert turning.seen_task(wheel, "Møtes på tvers").month == 12
    assert "Møtes på tvers" not in {task.title for task in turning.seen(other).tasks}


def test_the_database_holds_that_a_task_is_done_once_and_lies_in_a_month(wheel):
    row = turning.task(wheel, "repeat_with_staff")
    turning.do(row)
    given = {
        "municipality_id": HERE,
        "task": row,
        "done_by_id": cast.person("elle").id,
        "done_at": wheel.opened_at,
    }

    with pytest.raises(IntegrityError, match="task_is_done_once_a_month"), transaction.atomic():
        Completion.objects.create(**given)
    with pytest.raises(IntegrityError, match="task_in_a_month_when_once"), transaction.atomic():
        WheelTask.objects.create(municipality_id=HERE, wheel=wheel, title="Uten måned")


def test_a_new_wheel_of_another_unit_has_that_units_own_words(wheel):
    with within(cast.DOMESUND.id):
        turning.everybody_has_always_worked_there()
        row = Unit.objects.get(pk=cast.unit("sylvskogen").id)
        made = operations.open_wheel(actor=stage.actor("gunnvor"), unit=row, year=2027, today=NOVEMBER)

        seen = turning.seen(made, language="nn", model="BTS")

        assert {task.owner_name for task in seen.tasks} >= {"Styrar"}
        assert not Wheel.objects.filter(pk=wheel.pk).exists()
