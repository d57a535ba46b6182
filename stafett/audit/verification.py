"""Reckons a municipality's chain again from the rows themselves, and says what does not fit (SEC-07).

The text of each row is put together in the question below and hashed here, so that a function changed in the
database deceives nobody. What was cut off the end, head included, shows only against a checkpoint.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from stafett.audit.enums import Fault
from stafett.register.tenancy import within

CHUNK = 2_000
_HEAD = "SELECT number, hash FROM audit_head WHERE municipality_id = %s"
# Fields and order as in migration 0002; a field more or less there would show as an altered row here.
_ROWS = """
SELECT number, previous_hash, hash, convert_to(jsonb_build_array(
    id, municipality_id, number, extract(epoch FROM at), kind, event, actor_id, actor_name, actor_title, log_id,
    child_id, thing_kind, thing_id, reason, facts, request_id
  )::text, 'UTF8')
FROM audit_entry WHERE municipality_id = %s ORDER BY number
"""


@dataclass(frozen=True)
class Found:
    """One thing that does not fit: what, and at which number of the municipality's trail."""

    fault: Fault
    number: int

    def sentence(self) -> str:
        """The fault in words, for an operator."""
        return self.fault.label % {"number": self.number}


def length_of(municipality_id: UUID) -> int:
    """How many rows the head says there are; for a progress bar."""
    with within(municipality_id):
        return _head(municipality_id)[0]


def verify(
    municipality_id: UUID,
    *,
    checkpoints: Mapping[int, bytes] | None = None,
    on_rows: Callable[[int], None] = lambda rows: None,
) -> list[Found]:
    """Every fault in a municipality's chain, in the order of the rows; none when it is whole.

    Args: `checkpoints` are hashes by number, written down outside the database; `on_rows` hears how many rows more
    have been read. Others may write meanwhile. Reads as the app's own role, inside the fence, a chunk at a time.
    Source: L-60, SEC-07.
    """
    with within(municipality_id):
        before = _head(municipality_id)
        chain = _Chain(before, dict(checkpoints or {}))
        for row in _rows(municipality_id, on_rows):
            chain.add(*row)
        chain.end(_head(municipality_id))
    return chain.found


class _Chain:
    """What has been seen of a chain so far, and what was wrong with it."""

    def __init__(self, head: tuple[int, bytes], checkpoints: dict[int, bytes]):
        self.found: list[Found] = []
        self._head, self._checkpoints = head, checkpoints
        self._number, self._hash = 0, b""
        self._has_met_head = head == (0, b"")

    def add(self, number: int, previous: bytes, stored: bytes, text: bytes) -> None:
        """One row more, in the order of numbers."""
        if number != self._number + 1:
            self._say(Fault.MISSING, self._number + 1)
        elif previous != self._hash:
            self._say(Fault.UNLINKED, number)
        if hashlib.sha256(previous + text).digest() != stored:
            self._say(Fault.ALTERED, number)
        if self._checkpoints.pop(number, stored) != stored:
            self._say(Fault.OTHER_THAN_CHECKPOINT, number)
        self._number, self._hash = number, stored
        self._has_met_head |= (number, stored) == self._head

    def end(self, head: tuple[int, bytes]) -> None:
        """No more rows. The head of before must be among them, the head of now at or after the last of them, and no
        checkpoint may be left over."""
        is_beyond = head[0] > self._number or head == (self._number, self._hash)
        if not (self._has_met_head and is_beyond):
            self._say(Fault.HEAD, head[0])
        for number in sorted(self._checkpoints):
            self._say(Fault.CUT, number)

    def _say(self, fault: Fault, number: int) -> None:
        self.found.append(Found(fault, number))


def _head(municipality_id: UUID) -> tuple[int, bytes]:
    with connection.cursor() as cursor:
        cursor.execute(_HEAD, [municipality_id])
        number, stored = cursor.fetchone() or (0, b"")
    return number, bytes(stored)


def _rows(municipality_id: UUID, on_rows: Callable[[int], None]) -> Iterator[tuple[int, bytes, bytes, bytes]]:
    """Rows through a cursor that stays in the database, so that a long trail takes no more memory than a short one."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(_ROWS, [municipality_id])
        while chunk := cursor.fetchmany(CHUNK):
            for number, previous, stored, text in chunk:
                yield number, bytes(previous or b""), bytes(stored or b""), bytes(text)
            on_rows(len(chunk))
