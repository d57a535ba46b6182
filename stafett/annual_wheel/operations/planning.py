"""Opening a unit's year, and deciding its tasks (S000-01, S000-20, S000-23)."""

from stafett.access.guard import require_version
from stafett.annual_wheel import rules
from stafett.annual_wheel.content import library
from stafett.annual_wheel.enums import Event, Rhythm
from stafett.annual_wheel.models import CommonTask, Wheel, WheelTask
from stafett.annual_wheel.rules.year import last_day
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require


@operation(Event.WHEEL_OPENED, lock="unit")
def open_wheel(*, actor, unit, year, today):
    """Give a unit its wheel of a school year: last year's carried on when there is one, else the starter's tasks.

    What lies in months that have passed is put away, so that nobody begins with a debt. Opened already, it is given as
    it is. Raises Refused.
    """
    require(rules.may_open(year, has_starter=library.has_starter(unit.kind), today=today))
    found = Wheel.objects.filter(unit=unit, year=year).first()
    return found or new_wheel(unit, year, opened_by_id=actor.person_id, today=today)


def new_wheel(unit, year, *, opened_by_id, today):
    """Write a wheel with its tasks. Own tasks and the unit's edits come along from the year before; so does what was put
    away. No verb of its own: a part of opening, and of the job that rolls the year forward."""
    wheel = Wheel.objects.create(
        municipality_id=unit.municipality_id,
        unit=unit,
        year=year,
        opened_by_id=opened_by_id,
        opened_at=clock.now(),
    )
    former = Wheel.objects.filter(unit=unit, year=year - 1).first()
    tasks = [*_from_starter(wheel, unit, former, today), *_own_of(wheel, former), *_common_for(wheel, unit)]
    WheelTask.objects.bulk_create(tasks)
    return wheel


@operation(Event.TASK_ADDED, lock="wheel")
def add_task(*, actor, wheel, title, text, rhythm, month, owner):
    """Put a task of the unit's own in the wheel. Raises Refused."""
    _require_words(title, text, rhythm, month)
    return WheelTask.objects.create(
        municipality_id=wheel.municipality_id, wheel=wheel, title=title, text=text, rhythm=rhythm, month=month,
        owner=owner,
    )  # fmt: skip


@operation(Event.TASK_CHANGED, lock="task")
def change_task(*, actor, task, version, title, text, month, owner):
    """Change a task's words, month and owner; its rhythm stays. Words like the starter's are the starter's still.

    `month` is None for a task of all year. Raises Refused, and Conflict when somebody was quicker.
    """
    require_version(task, version)
    require(rules.may_change(is_common=task.common_id is not None))
    _require_words(title, text, task.rhythm, month)
    before = task.month
    task.title, task.text = ("", "") if _is_as_told(task, title, text, actor) else (title, text)
    task.month, task.owner = month, owner
    task.version += 1
    task.save(update_fields=["title", "text", "month", "owner", "version"])
    return Outcome(task, {"month_before": before, "month": month, "owner": str(owner)})


@operation(Event.TASK_PUT_AWAY, lock="task")
def put_task_away(*, actor, task):
    """Say that a task is not for this unit this year. Again, it changes nothing. Raises Refused."""
    require(rules.may_change(is_common=task.common_id is not None))
    task.put_away_at = task.put_away_at or clock.now()
    task.save(update_fields=["put_away_at"])
    return task


@operation(Event.TASK_TAKEN_BACK, lock="task")
def take_task_back(*, actor, task):
    """Take a task out again. Again, it changes nothing."""
    task.put_away_at = None
    task.save(update_fields=["put_away_at"])
    return task


def _require_words(title, text, rhythm, month):
    require(rules.may_place(rhythm, month))
    require(rules.may_write(title, text))


def _is_as_told(task, title, text, actor):
    told = library.starter(task.wheel.unit.kind, actor.locale).task(task.key)
    words = [library.named(each, actor.model_alias) for each in (told.title, told.text)] if told else []
    return [title, text] == words


def _from_starter(wheel, unit, former, today):
    """The starter's tasks, as the unit has made them the year before."""
    changed = (
        {task.key: task for task in WheelTask.objects.filter(wheel=former).exclude(key="")} if former else {}
    )
    for told in library.starter(unit.kind, "nb").tasks:
        kept = changed.get(told.key)
        yield WheelTask(
            municipality_id=wheel.municipality_id,
            wheel=wheel,
            key=told.key,
            title=kept.title if kept else "",
            text=kept.text if kept else "",
            rhythm=told.rhythm,
            month=(kept.month if kept else told.month) if told.rhythm == Rhythm.ONCE else None,
            owner=kept.owner if kept else told.owner,
            put_away_at=kept.put_away_at if kept else _if_passed(told, wheel.year, today),
        )


def _own_of(wheel, former):
    own = WheelTask.objects.filter(wheel=former, key="", common=None, put_away_at=None) if former else ()
    for task in own:
        yield WheelTask(
            municipality_id=wheel.municipality_id, wheel=wheel, title=task.title, text=task.text, rhythm=task.rhythm,
            month=task.month, owner=task.owner,
        )  # fmt: skip


def _common_for(wheel, unit):
    for common in CommonTask.objects.filter(unit_kind=unit.kind, withdrawn_at=None):
        yield WheelTask(
            municipality_id=wheel.municipality_id, wheel=wheel, common=common, rhythm=Rhythm.ALWAYS
        )


def _if_passed(told, year, today):
    return clock.now() if told.month and last_day(told.month, year=year) < today else None
