"""The geometry of the logs' way through the levels: one line that rises a step for each level. The table below it says the
same."""

from dataclasses import dataclass

from stafett.leadership.queries import Flow

WIDTH, HEIGHT, LEFT, STEP, RISE, GROUND = 340, 190, 14, 104, 44, 150


@dataclass(frozen=True)
class Step:
    """A level: the middle of its tread, and how many logs stand there."""

    level: int
    x: float
    y: float
    logs: int


@dataclass(frozen=True)
class Stair:
    """The whole line with its steps."""

    path: str
    steps: tuple[Step, ...]
    width: int = WIDTH
    height: int = HEIGHT


def drawn(flow: Flow) -> Stair:
    """The staircase of the levels, with the logs that stand on each."""
    logs = (flow.level_1, flow.level_2, flow.level_3)
    steps = tuple(
        Step(at + 1, LEFT + STEP * at + STEP / 2, GROUND - RISE * at, count) for at, count in enumerate(logs)
    )
    line = "".join(f"H{LEFT + STEP * (at + 1)}" + (f"v-{RISE}" if at < 2 else "") for at in range(3))
    return Stair(f"M{LEFT} {GROUND}{line}", steps)
