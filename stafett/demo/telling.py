"""Tells several logs' lives side by side, in the order of time, so that the trail is as it would have been.

A life is a generator: it does what people did at one moment, and yields the next moment it waits for.
"""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from stafett.kernel import clock

FRIDAY = 4
PAUSE = timedelta(minutes=20)  # moved off a weekend, a moment could fall before the one it follows


class When(NamedTuple):
    """A moment counted in days from today, on a Norwegian clock."""

    days: int
    hour: int
    minute: int


def on(days: int, hour: int = 14, minute: int = 15) -> When:
    """What a life yields: negative days are in the past."""
    return When(days, hour, minute)


@dataclass(frozen=True)
class Calendar:
    """Days counted from the day the demo is loaded, moved off weekends: back before today, onwards after it."""

    today: date

    def day(self, days: int) -> date:
        day = self.today + timedelta(days=days)
        while day.weekday() > FRIDAY:
            day += timedelta(days=1 if days > 0 else -1)
        return day

    def moment(self, when: When) -> datetime:
        return datetime.combine(self.day(when.days), time(when.hour, when.minute), clock.NORWAY)


def told(lives: Iterable[Iterator[When]]) -> Iterator[datetime]:
    """Run the lives with the clock set to each moment in turn; yields the moments, oldest first."""
    calendar = Calendar(clock.today_in_norway(clock.now()))
    waiting = [(calendar.moment(next(life)), number, life) for number, life in enumerate(lives)]
    heapq.heapify(waiting)
    while waiting:
        moment, number, life = heapq.heappop(waiting)
        with clock.set_to(moment):
            following = next(life, None)
        if following is not None:
            heapq.heappush(waiting, (max(calendar.moment(following), moment + PAUSE), number, life))
        yield moment
