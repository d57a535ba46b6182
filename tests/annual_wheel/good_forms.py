"""For every form of the annual wheel: fields that are carried out, who sends them, and where to."""

from django.urls import reverse

from stafett.annual_wheel.forms import doing, tasks
from stafett.annual_wheel.models import CommonTask, ParentMeeting, Wheel, WheelTask
from stafett.register.tenancy import within
from tests import stage
from tests.annual_wheel import turning
from tests.annual_wheel.turning import HERE

FORMS = {
    "new_wheel_task": tasks.NewTaskForm,
    "edit_wheel_task": tasks.TaskForm,
    "new_common_wheel_task": tasks.NewCommonTaskForm,
    "edit_common_wheel_task": tasks.CommonTaskForm,
    "wheel_task_done": doing.DoneForm,
    "wheel_parent_meetings": doing.ParentMeetingForm,
}
# What forms are made of, and those that are one press: tests/annual_wheel/test_pages.py sends them.
PARTS = {tasks._WhenAndWho, doing.MonthForm, doing.YearForm, doing.NoWordsForm}
_SENDERS = {"new_common_wheel_task": "randi", "edit_common_wheel_task": "randi"}


def sender(name):
    """Who sends it: the unit's leader, or the administrator."""
    return _SENDERS.get(name, "elle")


def fields(name):
    """The fields of the form on a route."""
    return _FIELDS[name]()


def address(name):
    """Where the form is sent."""
    return reverse(name, args=[_THINGS[name]().pk] if name in _THINGS else [])


def wheel():
    """Elle's school's wheel of this year."""
    with within(HERE):
        return Wheel.objects.filter(unit_id=turning.SCHOOL).first() or turning.open_wheel()


def task(key="log_flow"):
    """A task in it; whatever was put away is out again."""
    found = wheel()
    with within(HERE):
        WheelTask.objects.filter(wheel=found).update(put_away_at=None)
        return turning.task(found, key)


def own_task():
    """The same, one that resource persons do."""
    return task("support_staff")


def common():
    """A task that the administrator has put in every school's wheel."""
    wheel()
    with within(HERE):
        return CommonTask.objects.first() or turning.common_task()


def meeting():
    """A parents' meeting that is ticked."""
    found = wheel()
    with within(HERE):
        return ParentMeeting.objects.first() or turning.held(found)


def _words():
    return {"title": "Fadderuken", "text": "Store hjelper små.", "month": "9", "owner": "leader"}


_FIELDS = {
    "new_wheel_task": lambda: {**_words(), "rhythm": "once"},
    "edit_wheel_task": lambda: {**_words(), "version": str(task().version)},
    "new_common_wheel_task": lambda: {**_words(), "rhythm": "once", "unit_kind": "school"},
    "edit_common_wheel_task": lambda: {**_words(), "version": str(common().version)},
    "wheel_task_done": lambda: {
        "evidence": "På møtet",
        "link": "https://www.eksempel.no/",
        "note": "Bra.",
        "month": "",
    },
    "wheel_parent_meetings": lambda: {"group_name": "2B", "held_on": stage.today().isoformat()},
}
_THINGS = {
    "new_wheel_task": wheel, "edit_wheel_task": task, "wheel_task_done": task, "edit_common_wheel_task": common,
    "wheel_parent_meetings": lambda: task("parent_meetings"),
}  # fmt: skip
