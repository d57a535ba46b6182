"""The BTI picture: four levels with their steps, and the relay log that runs down from level 1. Geometry only."""

from dataclasses import dataclass

from stafett.action_guide.content import library

WIDTH, ROW, GAP, TOP = 640, 118, 14, 4
RELAY_X, RELAY_WIDTH = 586, 44
LEFT, RIGHT = 10, 566
STEP_TOP, STEP_HEIGHT, STEP_GAP = 44, 62, 8


@dataclass(frozen=True)
class Box:
    """One step as a box in the picture."""

    step: library.Step
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Row:
    """One level as a row in the picture."""

    level: library.Level
    y: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Picture:
    """The whole picture in its own units. The relay runs from level 1 and down, for nothing is kept above it."""

    rows: tuple[Row, ...]
    height: float
    relay_top: float
    relay_height: float


def picture(guide: library.Guide) -> Picture:
    """The picture of a guide. Source: domain 7, S003-01."""
    rows = tuple(_row(place, level) for place, level in enumerate(guide.levels))
    kept = [row for row in rows if not row.level.keeps_nothing]
    bottom = rows[-1].y + ROW
    return Picture(rows, height=bottom + TOP, relay_top=kept[0].y, relay_height=bottom - kept[0].y)


def _row(place, level):
    y = TOP + place * (ROW + GAP)
    room = RIGHT - LEFT - 20
    width = (room - STEP_GAP * (len(level.steps) - 1)) / max(len(level.steps), 1)
    boxes = tuple(
        Box(step, round(LEFT + 10 + at * (width + STEP_GAP), 1), y + STEP_TOP, round(width, 1))
        for at, step in enumerate(level.steps)
    )
    return Row(level, y, boxes)
