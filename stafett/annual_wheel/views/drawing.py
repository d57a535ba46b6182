"""The wheel's geometry, in the picture's own units with the middle at nought: sectors, rings, marks, and the line of the year.

templates/annual_wheel/picture.html draws it; the lists around it say the same in words (S000-01, ADR 0031).
"""

import calendar
import math
from dataclasses import dataclass
from datetime import date

from stafett.annual_wheel import rules
from stafett.annual_wheel.enums import Month, TaskOwner
from stafett.annual_wheel.queries.wheels import TaskSeen, WheelSeen
from stafett.annual_wheel.rules.year import AUGUST

EDGE, RIM, MIDDLE = 346, 302, 104
RINGS = {
    TaskOwner.LEADER.value: (214, RIM),
    TaskOwner.LEADER_GROUP.value: (159, 214),
    TaskOwner.COLLEAGUES.value: (MIDDLE, 159),
}
SLICE = 360 / 12
TOP = -90.0
STEP = 52  # between marks, so that a finger hits one of them on a phone
SMALL = 0.68
ROOM = {TaskOwner.LEADER.value: 4, TaskOwner.LEADER_GROUP.value: 2, TaskOwner.COLLEAGUES.value: 1}


@dataclass(frozen=True)
class Placed:
    """A task's mark: where it stands, and how large."""

    task: TaskSeen
    x: float
    y: float
    scale: float = 1.0

    @property
    def transform(self) -> str:
        at = f"translate({self.x:.1f} {self.y:.1f})"
        return at if self.scale == 1 else f"{at} scale({self.scale:g})"


@dataclass(frozen=True)
class Sector:
    """One month: its slice, its spoke, and the arc that its name is written along."""

    month: int
    label: str
    is_now: bool
    slice: str
    spoke: str
    arc: str


@dataclass(frozen=True)
class Drawing:
    """Everything the picture is made of. `way` is the line from the first day of the year until today; "" outside it."""

    sectors: tuple[Sector, ...]
    marks: tuple[Placed, ...]
    rings: tuple[tuple[int, str], ...]
    way: str
    today_at: tuple[float, float] | None


def draw(wheel: WheelSeen, owners: list[tuple[str, str]], *, first: int, today: date) -> Drawing:
    """The wheel from month `first` at the top, clockwise. `owners` are (owner, name) of the rings, from outside."""
    months = rules.months_in_order(first=first)
    here = _today_of(wheel, months, today)
    marks = [placed for at, month in enumerate(months) for placed in _in_month(wheel, month, at)]
    return Drawing(
        sectors=tuple(_sector(month, at, here) for at, month in enumerate(months)),
        marks=(*sorted(marks, key=lambda placed: placed.task.number), *_in_the_middle(wheel.continuous)),
        rings=tuple((RINGS[owner][1], name) for owner, name in owners),
        way=_way(here, first) if here is not None else "",
        today_at=_at(EDGE, TOP + here) if here is not None else None,
    )


def _today_of(wheel, months, today):
    """How many degrees from the top the day is; None when it lies outside the wheel's school year."""
    if rules.calendar_year_of(today.month, year=wheel.year) != today.year:
        return None
    days = calendar.monthrange(today.year, today.month)[1]
    return SLICE * (months.index(today.month) + (today.day - 0.5) / days)


def _way(here, first):
    """Along the rim from 1 August, also where the picture begins with January."""
    start = SLICE * rules.months_in_order(first=first).index(AUGUST)
    return _arc(EDGE, TOP + start, TOP + (here if here > start else here + 360))


def _sector(month, at, here):
    start, end = TOP + SLICE * at, TOP + SLICE * (at + 1)
    outer_from, outer_to = _at(EDGE, start), _at(EDGE, end)
    inner_to, inner_from = _at(MIDDLE, end), _at(MIDDLE, start)
    slice_ = (
        f"M{_p(outer_from)} A{EDGE} {EDGE} 0 0 1 {_p(outer_to)} L{_p(inner_to)}"
        f" A{MIDDLE} {MIDDLE} 0 0 0 {_p(inner_from)} Z"
    )
    spoke = f"M{_p(inner_from)} L{_p(outer_from)}"
    is_below = 3 <= at < 9  # upside down there, so the name is written the other way round
    radius = (RIM + EDGE) / 2 + (6 if is_below else -6)
    arc = _arc(radius, end, start, clockwise=False) if is_below else _arc(radius, start, end)
    is_now = here is not None and int(here // SLICE) == at
    return Sector(month, str(Month(month).label), is_now, slice_, spoke, arc)


def _in_month(wheel, month, at):
    middle = TOP + SLICE * (at + 0.5)
    for owner, (inner, outer) in RINGS.items():
        tasks = [task for task in wheel.in_month(month) if task.owner == owner]
        scale = 1.0 if len(tasks) <= ROOM[owner] else SMALL
        for task, (radius, aside) in zip(tasks, _spots(len(tasks), inner, outer, ROOM[owner]), strict=True):
            turned = middle + math.degrees(aside / radius)
            x, y = _at(radius, turned)
            yield Placed(task, x, y, scale)


def _spots(count, inner, outer, room):
    """(radius, how far to the side) of each mark in a cell: one row, two where it takes two; smaller and closer past the room."""
    mid, step = (inner + outer) / 2, STEP if count <= room else STEP * SMALL
    if count <= 2 or room == 1:
        return [(mid, step * (place - (count - 1) / 2)) for place in range(count)]
    upper = math.ceil(count / 2)
    apart = min(step, (outer - inner) * 0.56) / 2
    rows = ((mid + apart, upper), (mid - apart, count - upper))
    return [(radius, step * (place - (many - 1) / 2)) for radius, many in rows for place in range(many)]


def _in_the_middle(tasks):
    """What lasts all year, in rows of three under the word in the middle; smaller when there are many."""
    many = len(tasks) > 6
    across, scale = (5, 0.6) if many else (3, 0.9)
    step = STEP * (0.66 if many else 0.94)
    rows = [tasks[start : start + across] for start in range(0, len(tasks), across)]
    for number, row in enumerate(rows):
        y = 12 + step * (number - (len(rows) - 1) / 2)
        for place, task in enumerate(row):
            yield Placed(task, step * (place - (len(row) - 1) / 2), y, scale)


def _arc(radius, start, end, *, clockwise=True):
    large = int(abs(end - start) > 180)
    return (
        f"M{_p(_at(radius, start))} A{radius:g} {radius:g} 0 {large} {int(clockwise)} {_p(_at(radius, end))}"
    )


def _at(radius, degrees):
    return radius * math.cos(math.radians(degrees)), radius * math.sin(math.radians(degrees))


def _p(point):
    return f"{point[0]:.1f} {point[1]:.1f}"
