"""The numbers of the municipalities that share theirs, put together: sums and middles of what each shows (ADR 0042).

Everything here is worked out from shared numbers, never from a count, so that whatever a municipality hides is in none of
it. Whose numbers can be read at all is the database's word: the fence of `SharedNumber`.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Aggregate, Count, IntegerField, Max, Q, Sum

from stafett.insight import rules
from stafett.insight.enums import KEYS, SUMMED, SharedTable
from stafett.insight.models import SharedNumber
from stafett.insight.queries.sharing import sharing_of
from stafett.kernel.sort_key import sort_key


@dataclass(frozen=True)
class Together:
    """One row of one table: the reader's own number, and that of all. `showing`: how many municipalities show theirs.

    `together` is a sum of logs, or the middle one of shares and medians.
    """

    table: SharedTable
    key: str
    own: int | None
    together: int | None
    showing: int


@dataclass(frozen=True)
class OnDay:
    """Open logs on a counting day: the reader's own, and those of all, when each of them shows that day."""

    day: date
    own: int | None
    together: int | None


@dataclass(frozen=True)
class Beside:
    """One municipality's number in the row that is compared."""

    name: str
    count: int | None
    is_own: bool


@dataclass(frozen=True)
class NationalNumbers:
    """What a municipality that shares is shown. `is_shared`: it does; `municipalities`: how many have a count that day.

    No rows when they are fewer than three, or the reader's own does not share.
    """

    is_shared: bool
    counted_on: date
    municipalities: int = 0
    rows: tuple[Together, ...] = ()
    over_time: tuple[OnDay, ...] = ()
    beside: tuple[Beside, ...] = ()
    compared: tuple[SharedTable, str] = (SharedTable.OPEN, "")

    @property
    def is_enough(self) -> bool:
        return bool(self.rows)


class _Middle(Aggregate):
    """The middle one of the numbers that are there; the lower of two."""

    function = "percentile_disc"
    template = "percentile_disc(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = IntegerField()


def national_numbers(actor, *, today: date, compared: tuple[str, str] | None = None) -> NationalNumbers:
    """The numbers of the newest counting day. `compared`: (table, key) of the row to show municipality by municipality.

    Four queries, however many municipalities and numbers there are. Source: issue E 6, S002-12, ADR 0042.
    """
    day = rules.newest_counting_day(today)
    if sharing_of(actor.municipality_id) is None:
        return NationalNumbers(False, day)
    rows = _together(actor.municipality_id, day)
    known = {(row.table, row.key): row for row in rows}
    chosen = known.get(compared) or known.get((SharedTable.OPEN, ""))
    beside = _beside(actor.municipality_id, day, chosen) if chosen else ()
    if len(beside) < rules.FEWEST_MUNICIPALITIES:
        return NationalNumbers(True, day, len(beside))
    over_time = _over_time(actor.municipality_id, day, len(beside))
    return NationalNumbers(True, day, len(beside), rows, over_time, beside, (chosen.table, chosen.key))


def everybodys_numbers(actor, *, today: date) -> list[tuple[str, SharedTable, str, int | None]]:
    """Every shared number of the newest counting day: municipality, table, key, number. Three queries."""
    found = SharedNumber.objects.filter(counted_on=rules.newest_counting_day(today))
    municipalities = found.filter(table=SharedTable.OPEN).count()
    if sharing_of(actor.municipality_id) is None or municipalities < rules.FEWEST_MUNICIPALITIES:
        return []
    names: dict[UUID, str] = {}
    by_place: dict[UUID, list] = {}
    for place, name, *row in found.values_list(
        "municipality_id", "municipality__name", "table", "key", "value"
    ).order_by("municipality_id"):
        names[place] = name
        by_place.setdefault(place, []).append(row)
    return [
        (names[place], SharedTable(table), key, value)
        for place in sorted(names, key=lambda place: sort_key(names[place]))
        for table, key, value in sorted(by_place[place], key=lambda row: _place_of(row[0], row[1]))
    ]


def _together(own_id: UUID, day) -> tuple[Together, ...]:
    """Each row of each table, worked out by the database."""
    found = SharedNumber.objects.filter(counted_on=day).values_list("table", "key").order_by("table", "key")
    rows = found.annotate(
        own=Max("value", filter=Q(municipality_id=own_id)),
        sum=Sum("value"),
        middle=_Middle("value"),
        showing=Count("value"),
    )
    made = [_row(*row) for row in rows]
    return tuple(sorted(made, key=lambda row: _place_of(row.table, row.key)))


def _row(table, key, own, total, middle, showing):
    together = total if table in SUMMED else rules.middle_of(middle, municipalities=showing)
    return Together(SharedTable(table), key, own, together, showing)


def _beside(own_id, day, chosen) -> tuple[Beside, ...]:
    """The reader's own first, and the others by name: this is no contest. Those that do not have the row show none."""
    rows = SharedNumber.objects.filter(counted_on=day).filter(
        Q(table=SharedTable.OPEN) | Q(table=chosen.table, key=chosen.key)
    )
    names, numbers = {}, {}
    for place, name, table, key, value in rows.values_list(
        "municipality_id", "municipality__name", "table", "key", "value"
    ):
        names[place] = name
        if (table, key) == (chosen.table, chosen.key):
            numbers[place] = value
    places = sorted(names, key=lambda place: (place != own_id, sort_key(names[place])))
    return tuple(Beside(names[place], numbers.get(place), place == own_id) for place in places)


def _over_time(own_id, day, municipalities) -> tuple[OnDay, ...]:
    """A day that some of them do not show has no sum: it would rise and fall with who is in it."""
    rows = SharedNumber.objects.filter(table=SharedTable.OPEN, counted_on__lte=day).values_list("counted_on")
    found = rows.order_by("counted_on").annotate(
        own=Max("value", filter=Q(municipality_id=own_id)), sum=Sum("value"), showing=Count("value")
    )
    return tuple(
        OnDay(on, own, total if showing == municipalities else None) for on, own, total, showing in found
    )


def _place_of(table, key):
    """Where a row stands: tables and rows in the order of the municipality's own page."""
    keys = KEYS[table]
    return _TABLES.index(table), keys.index(key) if key in keys else len(keys)


_TABLES = list(SharedTable)
