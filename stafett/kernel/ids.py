"""Ids of rows: made here, never by the database, so that a row knows its id before it is written.

An id is UUID version 7 (RFC 9562): it starts with the time, so new rows lie together in every index.
"""

import re
import secrets
import threading
import time
import uuid

_VERSION_7 = 0x7 << 76
_VARIANT_RFC = 0b10 << 62
_CANONICAL = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def new_id() -> uuid.UUID:
    """A new id, larger than every id this process has made before, also within one millisecond."""
    stamp = _stamps.next()
    milliseconds, counter = stamp >> 12, stamp & 0xFFF
    return uuid.UUID(
        int=(milliseconds << 80) | _VERSION_7 | (counter << 64) | _VARIANT_RFC | secrets.randbits(62)
    )


def parse_id(text: object) -> uuid.UUID | None:
    """The id written in `text`, or None when it is not one.

    Only the usual form with four hyphens counts (`uuid.UUID` also takes braces, `urn:` and stray hyphens),
    so that a thing has one address.
    """
    if not isinstance(text, str) or not _CANONICAL.fullmatch(text):
        return None
    return uuid.UUID(text)


class _Stamps:
    """Ever larger numbers of 60 bits: 48 of milliseconds since 1970, 12 of counter within one.

    A full counter borrows from the next millisecond, and a clock that is set back is waited out the same way.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        with self._lock:
            self._last = max(time.time_ns() // 1_000_000 << 12, self._last + 1)
            return self._last


_stamps = _Stamps()
