"""Timing: how long visits take, and how two ways compare when they take turns."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

WARM_UP = 20
MOST = 5_000
FEWEST = 100  # visits to each of two that are compared, however short the time


@dataclass(frozen=True)
class Timing:
    """Durations in seconds, one for each visit, by one visitor who waits for each answer."""

    durations: tuple[float, ...]

    @property
    def p50_ms(self) -> float:
        return 1000 * median(self.durations)

    @property
    def p95_ms(self) -> float:
        if len(self.durations) < 2:
            return self.p50_ms
        return 1000 * quantiles(self.durations, n=20, method="inclusive")[-1]

    @property
    def per_second(self) -> float:
        return len(self.durations) / sum(self.durations)


def timed(act: Callable[[], object], *, seconds: float, warm_up: int = WARM_UP) -> Timing:
    """Do something over and over for so many seconds (at least once, at most 5,000 times), after a warm-up."""
    for _ in range(warm_up):
        act()
    durations = []
    until = time.perf_counter() + seconds
    while not durations or (time.perf_counter() < until and len(durations) < MOST):
        durations.append(_once(act))
    return Timing(tuple(durations))


def in_turns(
    first: Callable[[], object],
    second: Callable[[], object],
    *,
    seconds: float,
    warm_up: int = WARM_UP,
    fewest: int = FEWEST,
) -> tuple[Timing, Timing]:
    """Time two things by turns (first, second, second, first, ...), so that what the machine does meanwhile
    strikes both alike; for so many seconds, and each at least `fewest` times."""
    for _ in range(warm_up):
        first()
        second()
    durations: tuple[list[float], list[float]] = ([], [])
    until = time.perf_counter() + seconds
    while len(durations[0]) < fewest or time.perf_counter() < until:
        for which in (0, 1, 1, 0):
            durations[which].append(_once((first, second)[which]))
    return Timing(tuple(durations[0])), Timing(tuple(durations[1]))


def _once(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
