"""The geometry of a curve over the counting days. The template draws it; the table below it says the same."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 340, 170
LEFT, RIGHT, TOP, BOTTOM = 22, 318, 34, 132
MOST_DAYS = 8  # four years


@dataclass(frozen=True)
class Point:
    """A counting day on the curve, with its number over it and, where there is room, its name below."""

    x: float
    y: float
    count: int
    label: str


@dataclass(frozen=True)
class Curve:
    """The whole curve: its points, oldest first, and the line through them as an SVG path."""

    points: tuple[Point, ...]
    path: str
    width: int = WIDTH
    height: int = HEIGHT
    ground: int = BOTTOM


def curve(over_time: tuple[tuple[date, int | None], ...], *, name: Callable[[date], str]) -> Curve | None:
    """A curve through the counting days that show a number; None when fewer than two do. `name` says a day in words."""
    known = [(day, count) for day, count in over_time[-MOST_DAYS:] if count is not None]
    if len(known) < 2:
        return None
    named = {known[0][0], known[-1][0]}
    most = max(count for _day, count in known)
    step = (RIGHT - LEFT) / (len(known) - 1)
    points = tuple(
        Point(
            round(LEFT + at * step, 1),
            round(BOTTOM - (BOTTOM - TOP) * count / most, 1),
            count,
            name(day) if day in named else "",
        )
        for at, (day, count) in enumerate(known)
    )
    path = "M" + "L".join(f"{point.x:g} {point.y:g}" for point in points)
    return Curve(points, path)
