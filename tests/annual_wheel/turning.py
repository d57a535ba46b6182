"""Opens and turns wheels through the product's own operations. Elle leads Kari's school, Yusuf is its resource person."""

import contextlib
from datetime import date, datetime, time

from stafett.annual_wheel import operations
from stafett.annual_wheel.models import Wheel, WheelTask
from stafett.annual_wheel.queries import wheels
from stafett.annual_wheel.queries.wheels import Voice
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.dates import school_year_of
from stafett.register.models import Employment, Unit
from tests import stage

HERE = cast.EKSEMPELVIK.id
SCHOOL = cast.unit("eksempelvik_school").id
AREA = cast.unit("eksempelvik_school").area.id


@contextlib.contextmanager
def at(day: date):
    """The clock stands at half past nine on a day."""
    with clock.set_to(datetime.combine(day, time(9, 30), clock.NORWAY)):
        yield day


def everybody_has_always_worked_there():
    """Employments reach back, so that a day far from today has the same people."""
    Employment.objects.update(starts_on=date(2015, 1, 1))


def open_wheel(*, leader="elle", unit=SCHOOL, year=None):
    """A unit's wheel of this school year; must run within the place."""
    today = stage.today()
    row = Unit.objects.get(pk=unit)
    given = {"unit": row, "year": year or school_year_of(today), "today": today}
    return operations.open_wheel(actor=stage.actor(leader), **given)


def task(wheel: Wheel, key: str) -> WheelTask:
    """The starter's task with a key."""
    return WheelTask.objects.select_related("wheel__unit", "common").get(wheel=wheel, key=key)


def do(row, *, who="elle", month=None, **changed):
    """A task done, with some words."""
    given = {"evidence": "Tatt opp på personalmøtet", "link": "", "note": ""} | changed
    return operations.do_task(actor=stage.actor(who), task=row, month=month, today=stage.today(), **given)


def seen(wheel, *, language="nb", model="BTI"):
    """The wheel as somebody reads it today."""
    return wheels.seen(wheel, voice=Voice(language, model), today=stage.today())


def seen_task(wheel, key_or_title):
    """One task of it, by the starter's key or by its title."""
    row = WheelTask.objects.filter(wheel=wheel, key=key_or_title).first() if key_or_title else None
    return next(
        each for each in seen(wheel).tasks if (row and each.id == row.pk) or each.title == key_or_title
    )


def own_words(**changed):
    """An own task's fields as its form gives them."""
    return {
        "title": "Fadderuken", "text": "Store hjelper små.", "rhythm": "once", "month": 9, "owner": "leader",
    } | changed  # fmt: skip


def common_task(**changed):
    """A task that the administrator puts in every school's wheel."""
    given = {
        "title": "Systemmøtet",
        "text": "",
        "rhythm": "once",
        "month": 11,
        "owner": "leader",
        "unit_kind": "school",
    }
    return operations.add_common_task(actor=stage.actor("randi"), today=stage.today(), **given | changed)


def held(wheel, *, group_name="1A", on=None):
    """A parents' meeting that Elle has ticked."""
    return operations.hold_parent_meeting(
        actor=stage.actor("elle"),
        wheel=wheel,
        group_name=group_name,
        held_on=on or stage.today(),
        today=stage.today(),
    )
