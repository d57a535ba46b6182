"""Sealing stored values anew under the current key, and making fingerprints anew under a new index key.

A model says what it seals: `sealed = {column: field whose id is the context}`; and what it finds by fingerprint:
`fingerprints = {column: sealed column it is made from, or None when the original is not kept}`.
One municipality at a time, a few rows in each transaction; a run that was stopped goes on where it was.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction

from stafett.kernel.crypto import DecryptionFailed, KeyRing, blind_index
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import Tenanted, within

ROWS = 200
SAMPLE = (
    5  # values that are opened, of each column in each municipality, to see that the key is the right one
)
BYTES = 20_000_000  # of sealed values in memory at a time


@dataclass(frozen=True)
class Column:
    """One column of sealed values: its model, its name, and the field whose id is the context of the seal."""

    model: type[models.Model]
    name: str
    context: str

    @property
    def is_fenced(self) -> bool:
        return issubclass(self.model, Tenanted)

    def __str__(self):
        return f"{self.model._meta.label}.{self.name}"


@dataclass(frozen=True)
class Step:
    """So many rows of a column are done; `failed` are the ids of those that do not open with any key of the ring."""

    column: Column
    municipality_id: UUID | None
    done: int
    failed: tuple[UUID, ...] = ()


def columns() -> list[Column]:
    """Every column that holds sealed values."""
    return [
        Column(model, name, context)
        for model in apps.get_models()
        for name, context in getattr(model, "sealed", {}).items()
    ]


def used_keys() -> dict[str, int]:
    """How many stored values each key has sealed, by key id, in all municipalities."""
    found: dict[str, int] = {}
    for column in columns():
        for municipality_id in _places(column):
            with _place(municipality_id):
                for key_id, count in _count(column):
                    found[key_id] = found.get(key_id, 0) + count
    return found


def shut() -> list[str]:
    """Columns with values that do not open, told by the newest few in each municipality: a ring can have the right name for
    the wrong key. Values under a key that is not on the ring count too."""
    ring = KeyRing.from_setting(settings.KEY_RING)
    return sorted(
        {str(each) for each in columns() for place in _places(each) if not _opens(each, ring, place)}
    )


def rotate(*, rows: int = ROWS) -> Iterator[Step]:
    """Seal anew under the current key all that an older one sealed; gives a step for each transaction."""
    ring = KeyRing.from_setting(settings.KEY_RING)
    for column in columns():
        for municipality_id in _places(column):
            yield from _rotate_place(column, ring, municipality_id, rows)


def reindex(*, rows: int = ROWS) -> Iterator[Step]:
    """Make every fingerprint anew under the index key of the settings; gives a step for each transaction.

    While it runs, people are not found by their personal number: the site must be stopped.
    """
    ring, key = KeyRing.from_setting(settings.KEY_RING), base64.b64decode(settings.INDEX_KEY)
    for model in apps.get_models():
        for name, source in getattr(model, "fingerprints", {}).items():
            column = Column(model, name, getattr(model, "sealed", {}).get(source, "id"))
            for municipality_id in municipality_ids():
                if source is None:
                    yield _forget_place(column, municipality_id)
                else:
                    yield from _reindex_place(column, source, ring, key, municipality_id, rows)


def _opens(column, ring, municipality_id):
    with _place(municipality_id):
        newest = column.model._default_manager.exclude(**{column.name: None}).order_by("-pk")[:SAMPLE]
        try:
            for token, context in newest.values_list(column.name, column.context).iterator(chunk_size=1):
                ring.decrypt(token, context=context.bytes)
        except DecryptionFailed:
            return False
    return True


def _rotate_place(column, ring, municipality_id, rows):
    after = None
    while True:
        with _place(municipality_id):
            waiting = _waiting(column, ring.current_id, after=after, rows=rows)
            failed = _seal_anew(column, ring, waiting)
        if not waiting:
            return
        after = waiting[-1]
        yield Step(column, municipality_id, len(waiting) - len(failed), tuple(failed))


def _seal_anew(column, ring, waiting):
    """Seal these rows anew; gives the ids of those that do not open."""
    failed = []
    objects = column.model._default_manager.filter(pk__in=waiting).select_for_update().order_by("pk")
    for row in objects.values_list("pk", column.name, column.context):
        pk, token, context = row
        try:
            sealed = ring.rotate(token, context=context.bytes)
        except DecryptionFailed:
            failed.append(pk)
            continue
        column.model._default_manager.filter(pk=pk).update(**{column.name: sealed})
    return failed


def _forget_place(column, municipality_id):
    """Fingerprints of what is not kept cannot be made anew; they are forgotten."""
    with within(municipality_id):
        rows = column.model._default_manager.exclude(**{column.name: None})
        return Step(column, municipality_id, rows.update(**{column.name: None}))


def _reindex_place(column, source, ring, key, municipality_id, rows):
    after = UUID(int=0)
    while True:
        with within(municipality_id):
            found = column.model._default_manager.exclude(**{column.name: None}).filter(pk__gt=after)
            batch = list(found.order_by("pk").values_list("pk", source, column.context)[:rows])
            for pk, token, context in batch:
                value = ring.decrypt(token, context=context.bytes).decode()
                index = blind_index(value, key=key, context=str(municipality_id))
                column.model._default_manager.filter(pk=pk).update(**{column.name: index})
        if not batch:
            return
        after = batch[-1][0]
        yield Step(column, municipality_id, len(batch))


def _places(column):
    """The municipalities a fenced column has rows in; one place without a name for the others."""
    return municipality_ids() if column.is_fenced else [None]


def _place(municipality_id):
    return within(municipality_id) if municipality_id else transaction.atomic()


# The id of the key stands in clear at the front of a token (kernel/crypto.py): format, its length, itself.
_KEY_ID = "convert_from(substring({0} FROM 3 FOR get_byte({0}, 1)), 'SQL_ASCII')"


def _count(column):
    name = connection.ops.quote_name(column.name)
    table = connection.ops.quote_name(column.model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_KEY_ID.format(name)}, count(*) FROM {table}"  # noqa: S608 - names of our own models
            f" WHERE {name} IS NOT NULL GROUP BY 1"
        )
        return cursor.fetchall()


def _waiting(column, current_id, *, after, rows):
    """Ids of the next rows that another key has sealed, in order; not more than fit in memory."""
    name = connection.ops.quote_name(column.name)
    table = connection.ops.quote_name(column.model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, octet_length({name}) FROM {table}"  # noqa: S608 - names of our own models
            f" WHERE {name} IS NOT NULL AND {_KEY_ID.format(name)} <> %s AND (%s::uuid IS NULL OR id > %s)"
            " ORDER BY id LIMIT %s",
            [current_id, after, after, rows],
        )
        found, size = [], 0
        for pk, length in cursor.fetchall():
            size += length
            if found and size > BYTES:
                break
            found.append(pk)
    return found
