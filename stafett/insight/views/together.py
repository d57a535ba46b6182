"""The tables of the numbers that municipalities share: one's own beside everybody's, on the screen and in the file."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from stafett.insight.enums import (
    LEVEL_ONE,
    LEVEL_THREE,
    LEVEL_UP,
    REST,
    SUMMED,
    Band,
    FigureKind,
    SharedTable,
)
from stafett.insight.queries.national import NationalNumbers, Together
from stafett.insight.queries.sharing import Shared
from stafett.insight.rules import HALF
from stafett.insight.views.tables import COUNT, PER_HUNDRED, PERCENT, WEEKS, NumberRow, NumberTable, said
from stafett.kernel.cells import cell
from stafett.register.enums import UnitKind
from stafett.relay_log.enums import Category, MeasureType


@dataclass(frozen=True)
class PairRow:
    """A row: the reader's own number and everybody's, each with how much it fills of the widest bar of its kind."""

    label: str
    own: int | None
    together: int | None
    own_fills: int = 0
    together_fills: int = 0
    showing: int | None = None  # how many municipalities show theirs, when it is not all


@dataclass(frozen=True)
class PairTable:
    """One table with a heading. `unit` says what its numbers are; the others have a middle and no sum."""

    key: str
    heading: str
    about: str
    unit: str
    rows: tuple[PairRow, ...]

    @property
    def has_bars(self) -> bool:
        """A bar says something beside another one, or of a whole that is known."""
        return len(self.rows) > 1 or self.unit in (PERCENT, PER_HUNDRED)

    @property
    def has_sum(self) -> bool:
        return self.unit == COUNT


def of_nation(numbers: NationalNumbers, *, today: date) -> list[PairTable]:
    """Open logs by day, and then every table; none before three municipalities share."""
    if not numbers.is_enough:
        return []
    parts = groupby((row for row in numbers.rows if row.table != SharedTable.OPEN), lambda row: row.table)
    tables = [_pairs(table, list(rows), numbers.municipalities) for table, rows in parts]
    return [_days(numbers, today), *tables]


def compared(numbers: NationalNumbers) -> NumberTable | None:
    """Every municipality's number in the row that is compared."""
    if not numbers.is_enough:
        return None
    table, key = numbers.compared
    widest = _widest(table, [each.count for each in numbers.beside])
    rows = tuple(
        NumberRow(
            _("%(name)s (vår)") % {"name": each.name} if each.is_own else each.name,
            each.count,
            _fills(each.count, widest),
        )
        for each in numbers.beside
    )
    return NumberTable("beside", label_of(table, key), _about(table), unit_of(table), rows)


def choices(numbers: NationalNumbers) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """What may be compared: heading -> (value, label, whether it is chosen)."""
    return [
        (
            str(table.label),
            [
                (f"{table.value}.{row.key}", label_of(table, row.key), (table, row.key) == numbers.compared)
                for row in rows
            ],
        )
        for table, rows in groupby(numbers.rows, lambda row: row.table)
    ]


def of_shared(numbers: Iterable[Shared], *, today: date) -> list[NumberTable]:
    """What one municipality shares, in the same tables as it sees them itself."""
    tables = []
    for table, found in groupby(sorted(numbers, key=_place), lambda each: each.table):
        rows = list(found)
        widest = _widest(table, [each.value for each in rows])
        lines = tuple(NumberRow(_said(each, today), each.value, _fills(each.value, widest)) for each in rows)
        tables.append(NumberTable(table.value, str(table.label), _about(table), unit_of(table), lines))
    return tables


def as_csv(numbers: NationalNumbers, everybodys: Iterable) -> str:
    """Sums and middles first, then every municipality's; a number that is not shown is empty."""
    text = io.StringIO()
    line = csv.writer(text, delimiter=";")
    line.writerow([_("Kommune"), _("Tabell"), _("Rad"), _("Tall"), _("Enhet")])
    units = {
        COUNT: _("logger"),
        PERCENT: _("prosent"),
        WEEKS: _("uker"),
        PER_HUNDRED: _("logger per 100 barn"),
    }
    all_of_them, middle = _("Alle sammen"), _("Den midterste")
    together = [
        (all_of_them if row.table in SUMMED else middle, row.table, row.key, row.together)
        for row in numbers.rows
    ]
    for name, table, key, value in (*together, *everybodys):
        number = "" if value is None else value
        words = [cell(str(name)), cell(str(table.label)), cell(label_of(table, key))]
        line.writerow([*words, number, units[unit_of(table)]])
    return "\ufeff" + text.getvalue()


def unit_of(table: SharedTable) -> str:
    """What the numbers of a table are."""
    if table in SUMMED:
        return COUNT
    return {SharedTable.WEEKS: WEEKS, SharedTable.PER_HUNDRED: PER_HUNDRED}.get(table, PERCENT)


def label_of(table: SharedTable, key: str) -> str:
    """The row's name, in the reader's language."""
    if key == REST:
        return _("Fordeles ikke")
    named = {
        SharedTable.CATEGORY: Category, SharedTable.BAND: Band, SharedTable.KIND: UnitKind, SharedTable.WORK: FigureKind,
        SharedTable.WEEKS: FigureKind, SharedTable.EFFECT: MeasureType, SharedTable.SOME_EFFECT: MeasureType,
    }  # fmt: skip
    if table in named:
        return str(named[table](key).label)
    levels = {LEVEL_ONE: "1", LEVEL_UP: "2–3", LEVEL_THREE: "3"}
    if table == SharedTable.LEVEL:
        return _("Nivå %(level)s") % {"level": levels[key]}
    return _("Noen har skrevet de siste fire ukene") if table == SharedTable.IN_USE else str(table.label)


def _days(numbers, today):
    days = numbers.over_time
    widest = [
        _widest(SharedTable.OPEN, found)
        for found in ([day.own for day in days], [day.together for day in days])
    ]
    rows = tuple(
        PairRow(
            said(each.day, today=today), each.own, each.together,
            _fills(each.own, widest[0]), _fills(each.together, widest[1]),
        )
        for each in days
    )  # fmt: skip
    about = _("En dag har en sum når alle kommunene som deler nå, viser tallet for den dagen.")
    return PairTable("over_time", _("Åpne logger etter dag"), about, COUNT, rows)


def _pairs(table: SharedTable, rows: list[Together], municipalities: int) -> PairTable:
    own, together = (_widest(table, [getattr(row, name) for row in rows]) for name in ("own", "together"))
    lines = tuple(
        PairRow(
            label_of(table, row.key), row.own, row.together, _fills(row.own, own), _fills(row.together, together),
            None if row.showing == municipalities else row.showing,
        )
        for row in rows
    )  # fmt: skip
    return PairTable(table.value, str(table.label), _about(table), unit_of(table), lines)


def _about(table):
    if table == SharedTable.CATEGORY:
        return _("En logg kan handle om flere ting, så tallene blir til sammen flere enn loggene.")
    if table == SharedTable.PER_HUNDRED:
        return _("Åpne logger for hvert hundre barn. 50 betyr halvparten eller flere.")
    if table == SharedTable.WEEKS:
        return _("Halvparten ventet ikke lenger enn dette.")
    if table == SharedTable.WORK:
        return _("Andeler av det siste halvåret, rundet av til nærmeste ti.")
    if table in (SharedTable.EFFECT, SharedTable.SOME_EFFECT):
        return _("Andel av evaluerte tiltak av hvert slag, rundet av til nærmeste ti.")
    return ""


def _widest(table, numbers):
    """Shares fill what they say, logs per hundred children what they may be; the others are measured by the widest."""
    whole = {PERCENT: 100, PER_HUNDRED: HALF}.get(unit_of(table))
    return whole or max((number or 0 for number in numbers), default=0) or 1


def _fills(number, widest):
    return round(100 * (number or 0) / widest)


def _place(shared):
    return list(SharedTable).index(shared.table)


def _said(shared, today):
    if shared.table == SharedTable.OPEN:
        return said(shared.counted_on, today=today)
    return label_of(shared.table, shared.key)
