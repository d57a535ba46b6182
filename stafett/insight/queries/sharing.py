"""What a municipality shares: every number as its leaders are shown it, and nothing else (ADR 0042).

The same rows are shown before somebody says yes, put out when they do, and made anew after each count.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stafett.insight.enums import (
    IN_USE,
    LEVEL_ONE,
    LEVEL_THREE,
    LEVEL_UP,
    SHARES,
    FigureKind,
    SharedTable,
)
from stafett.insight.models import SharedNumber, Sharing
from stafett.insight.queries.published import MunicipalityNumbers, whole_municipality

MOST_DAYS = 8  # counting days of open logs: four years


@dataclass(frozen=True)
class Shared:
    """One number that is shared, or None where it is hidden. `key` says which row of the table."""

    counted_on: date
    table: SharedTable
    key: str
    value: int | None


def sharing_of(municipality_id) -> Sharing | None:
    """The municipality's yes, when it shares. One query."""
    return Sharing.objects.filter(municipality_id=municipality_id).first()


def shared_by(municipality_id) -> tuple[Shared, ...]:
    """What the others see of the municipality now, in the order of `to_share`. One query."""
    rows = SharedNumber.objects.filter(municipality_id=municipality_id).order_by("counted_on", "pk")
    found = {(row.counted_on, row.table, row.key): row.value for row in rows}
    return tuple(Shared(day, SharedTable(table), key, value) for (day, table, key), value in found.items())


def to_share(*, today: date) -> tuple[Shared, ...]:
    """What the municipality shares, or would; empty before the first count. Five queries."""
    return shared_of(whole_municipality(today=today))


def shared_of(numbers: MunicipalityNumbers) -> tuple[Shared, ...]:
    """The numbers one by one. Units, uses of the measure bank and topics are the municipality's own, and stay."""
    day = numbers.counted_on
    if day is None:
        return ()
    rows = (Shared(day, table, key, value) for table, key, value in _of_the_day(numbers))
    return (*_open(numbers), *rows)


def fingerprint(numbers: tuple[Shared, ...]) -> str:
    """A short name that these numbers have and no others do; empty for none."""
    words = "\n".join(f"{each.counted_on} {each.table.value} {each.key} {each.value}" for each in numbers)
    return hashlib.sha256(words.encode()).hexdigest()[:32] if numbers else ""


def _open(numbers) -> Iterator[Shared]:
    """Open logs on each of the last counting days, oldest first. The newest is the one that is shown by the groups."""
    for day, value in numbers.over_time[-MOST_DAYS:]:
        shown = numbers.open_logs if day == numbers.counted_on else value
        yield Shared(day, SharedTable.OPEN, "", shown)


def _of_the_day(numbers):
    yield SharedTable.PER_HUNDRED, "", numbers.per_hundred_whole
    for line in numbers.by_category:
        yield SharedTable.CATEGORY, line.key, line.count
    yield from _levels(numbers)
    yield SharedTable.IN_USE, IN_USE, numbers.in_use
    for line in numbers.by_band:
        yield SharedTable.BAND, line.key, line.count
    for line in numbers.by_kind:
        yield SharedTable.KIND, line.key, line.count
    for kind in SHARES:
        yield SharedTable.WORK, kind.value, getattr(numbers, kind.value)
    yield SharedTable.WEEKS, FigureKind.WEEKS_TO_MEASURE.value, numbers.weeks_to_measure
    for kind, effect, some in numbers.effects:
        yield SharedTable.EFFECT, kind.value, effect
        yield SharedTable.SOME_EFFECT, kind.value, some


def _levels(numbers):
    """Levels two and three together, whether or not they are told apart: else a sum would mix the two ways of telling."""
    told = {line.key: line.count for line in numbers.by_level}
    yield SharedTable.LEVEL, LEVEL_ONE, told.get("1")
    yield SharedTable.LEVEL, LEVEL_UP, numbers.level_two_or_three
    yield SharedTable.LEVEL, LEVEL_THREE, told.get("3")
