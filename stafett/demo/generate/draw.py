"""Drawing: one stream of chance and of ids for each municipality, so that they can be made in any order."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TypeVar

# 2024-01-01: ids made by the product are later, so that generated rows lie together in every index.
EPOCH_MS = 1_704_067_200_000
Thing = TypeVar("Thing")
_ENCODER = json.JSONEncoder(ensure_ascii=False)


class Draw:
    """Chance, ids and days of one municipality. The same seed and index give the same draws.

    `today` is the day everything is looked at; ids do not depend on it.
    """

    def __init__(self, seed: int, index: int, today: date) -> None:
        self.random = Random(f"{seed}/{index}")  # noqa: S311 - invented data, no secret
        self.today = today
        self._ids = Random(f"{seed}/{index}/ids")  # noqa: S311 - ids need to differ, not to be unguessable
        self._stamp = (EPOCH_MS + index * 1000) << 12

    def id(self) -> str:
        """A UUID of version 7 as 32 digits; each is larger than the one before (as kernel.ids makes them)."""
        self._stamp += 1
        tail = 0x8000_0000_0000_0000 | self._ids.getrandbits(62)
        return f"{self._stamp >> 12:012x}7{self._stamp & 0xFFF:03x}{tail:016x}"

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """Any of the things, each as likely."""
        return things[int(self.random.random() * len(things))]

    def chance(self, share: float) -> bool:
        """True so often as `share` says, from 0 to 1."""
        return self.random.random() < share

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.random.random() * (high - low + 1))

    def days_ago(self, low: int, high: int) -> date:
        """A day so many days before today; a negative number is a day to come."""
        return self.today - timedelta(days=self.number(low, high))

    def moments(self, since: date, count: int) -> list[datetime]:
        """So many moments between a day and this morning, in order."""
        first = datetime(since.year, since.month, since.day, 7, tzinfo=UTC)
        last = datetime(self.today.year, self.today.month, self.today.day, 5, tzinfo=UTC)
        seconds = max(1, int((last - first).total_seconds()))
        return [first + timedelta(seconds=s) for s in sorted(self.number(0, seconds) for _ in range(count))]


def hyphened(identity: str) -> str:
    """An id as it is written in JSON."""
    return f"{identity[:8]}-{identity[8:12]}-{identity[12:16]}-{identity[16:20]}-{identity[20:]}"


def as_json(value: object) -> str:
    """A value for a JSON column."""
    return _ENCODER.encode(value)
