"""The wheels of the invented municipalities: opened in August, some tasks done, some late, some the units' own."""

from collections.abc import Iterator
from datetime import date

from stafett.annual_wheel import operations
from stafett.annual_wheel.models import Wheel, WheelTask
from stafett.annual_wheel.rules.year import first_day
from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.dates import school_year_of
from stafett.register.models import Unit

LEADERS = {
    "eksempelvik": (
        ("elle", "eksempelvik_school"), ("aslaug", "fabelasen_school"), ("ingeborg", "eventyrskogen"),
        ("astrid", "eksempelvik_health"),
    ),
    "domesund": (("torleiv", "domesund_school"), ("gunnvor", "sylvskogen")),
}  # fmt: skip
ADMINISTRATORS = {"eksempelvik": "randi", "domesund": "gudveig"}
COMMON = {
    "eksempelvik": ("Vær med på systemmøtet", "Ta med det dere ser at flere strever med.", 11),
    "domesund": ("Ver med på systemmøtet", "Ta med det de ser at fleire strevar med.", 11),
}
OWN = {"elle": ("Fadderordningen starter", 9), "torleiv": ("Fadderordninga startar", 9)}
EVIDENCE = {
    "eksempelvik": {
        "repeat_with_staff": "Tatt opp på planleggingsdagen. Nivå 0 og 1 fikk mest tid.",
        "sign_up_october": "Meldt på alle som er nye.",
        "half_day_autumn": "Hele ledergruppen var med.",
    },
    "domesund": {
        "repeat_with_staff": "Teke opp på planleggingsdagen.",
        "sign_up_october": "Melde på alle som er nye.",
    },
}
LATE = {"elle": {"parent_meetings"}, "torleiv": {"half_day_autumn"}}  # what they have not got round to
TICKED = (("1A", 20), ("2B", 24))  # class, day of the first month


def life_of(place: Place) -> Iterator[When]:
    """Each leader opens the year and does what lies behind today, as one more life beside the logs' own."""
    loaded_on = today()  # the clock moves with the story from here on
    year = school_year_of(loaded_on)
    yield _in_the_year(8, 17, year, loaded_on)
    for leader, unit in LEADERS[place.slug]:
        _open(leader, unit, year)
    yield _in_the_year(8, 21, year, loaded_on)
    _put_in_all(place)
    for month, day in _behind_us(year, loaded_on):
        yield _in_the_year(month, day, year, loaded_on)
        for leader, _unit in LEADERS[place.slug]:
            _do_the_months(place, leader, month, year)


def _open(leader, unit, year):
    actor = _actor(leader)
    row = Unit.objects.get(pk=cast.unit(unit).id)
    wheel = operations.open_wheel(actor=actor, unit=row, year=year, today=_now())
    if leader in OWN:
        title, month = OWN[leader]
        operations.add_task(
            actor=actor, wheel=wheel, title=title, text="", rhythm="once", month=month, owner="colleagues"
        )


def _put_in_all(place):
    title, text, month = COMMON[place.slug]
    operations.add_common_task(
        actor=_actor(ADMINISTRATORS[place.slug]), unit_kind="school", title=title, text=text, rhythm="once",
        month=month, owner="leader_group", today=_now(),
    )  # fmt: skip


def _do_the_months(place, leader, month, year):
    """Everything of a month but what that leader has not got round to, and the month's tick on the staff list."""
    actor = _actor(leader)
    unit = next(post.unit_id for post in actor.posts)
    wheel = Wheel.objects.get(unit_id=unit, year=year)
    if leader == "elle" and month == 8:
        for group_name, day in TICKED:
            operations.hold_parent_meeting(
                actor=actor, wheel=wheel, group_name=group_name, held_on=date(year, 8, day), today=_now()
            )
    for task in WheelTask.objects.filter(wheel=wheel, put_away_at=None).select_related(
        "wheel__unit", "common"
    ):
        if task.key == "staff_list":
            operations.confirm_staff_list(actor=actor, task=task, today=_now())
        elif (task.common or task).month == month and task.key not in LATE.get(leader, ()):
            operations.do_task(
                actor=actor, task=task, month=None, evidence=EVIDENCE[place.slug].get(task.key, ""), link="", note="",
                today=_now(),
            )  # fmt: skip


def _behind_us(year, loaded_on):
    """(month, day) towards the end of each month from August that has passed. July has no ticks."""
    for month in (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6):
        if first_day(month, year=year).replace(day=26) < loaded_on.replace(day=1):
            yield month, 26


def _in_the_year(month, day, year, loaded_on):
    """A moment of the year in the story's days from today; never later than today."""
    moment = first_day(month, year=year).replace(day=day)
    return on(min((moment - loaded_on).days, -1), 8, 30)


def _actor(key):
    return sessions.actor_of(cast.person(key).id, today=_now())


def _now():
    return clock.today_in_norway(clock.now())
