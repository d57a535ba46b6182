"""Getting many rows in quickly and lawfully: COPY to a temporary table, then INSERT through the fence.

PostgreSQL refuses COPY into a table with row-level security, and taking the fence down for the load would leave
it down for everybody. The trail goes in small transactions: the trigger that chains it walks all versions of the
chain's head that its own transaction has made.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol
from uuid import UUID

from django.db import connections, transaction

from stafett.demo.generate.tables import EVERY, Table

ALIAS = "owner"  # temporary tables are more than the app's role may make
ROWS_AT_ONCE = 50_000
ENTRIES_AT_ONCE = 300


class Rows(Protocol):
    """Whatever takes rows in."""

    def add(self, table: Table, *row: object) -> None:
        """Take in a row: its id, then the table's columns in order."""


class Loader:
    """Rows on their way into one municipality, inside `within`. `on_rows` hears how many have gone in."""

    def __init__(self, municipality_id: UUID, on_rows: Callable[[int], None]) -> None:
        self._municipality_id, self._on_rows = municipality_id, on_rows
        self._rows: dict[Table, list[tuple]] = defaultdict(list)
        self._waiting = 0

    def add(self, table: Table, *row: object) -> None:
        """Take in a row, and write when many wait."""
        self._rows[table].append(row)
        self._waiting += 1
        if self._waiting >= ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what waits. Keys are checked at the end of the transaction, so the order is free."""
        cursor = connections[ALIAS].connection.cursor()
        for table, rows in self._rows.items():
            _write(cursor, table, rows, self._municipality_id)
        self._on_rows(self._waiting)
        self._rows.clear()
        self._waiting = 0


@contextmanager
def within(municipality_id: UUID, tables: Sequence[Table]) -> Iterator[None]:
    """A transaction of the owner's that sees one municipality, ready to fill these tables. It does not wait for
    the disk: whatever a power cut takes can be generated again."""
    link = connections[ALIAS]
    with transaction.atomic(using=ALIAS), link.cursor() as cursor:
        cursor.execute("SELECT set_config('stafett.municipality', %s, true)", [str(municipality_id)])
        cursor.execute("SET LOCAL synchronous_commit = off")
        for table in tables:
            cursor.execute(table.stage_sql)
        yield


def settle() -> None:
    """Tidy up and count after the load, as the server would do by itself in time: plans rest on it."""
    with connections[ALIAS].cursor() as cursor:
        for table in EVERY:
            cursor.execute(f'VACUUM (ANALYZE) "{table.name}"')


def _write(cursor, table: Table, rows: list[tuple], municipality_id: UUID) -> None:
    with cursor.copy(table.copy_sql) as copy:
        for row in rows:
            copy.write_row(row)
    cursor.execute(table.insert_sql, [municipality_id, *(value for _kind, value in table.defaults.values())])
    cursor.execute(f'TRUNCATE "{table.stage}"')
