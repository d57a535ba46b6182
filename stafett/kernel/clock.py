"""The clock, and from a moment to the day and hour in Norway. Rules never read it: they are handed the day."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_set: ContextVar[datetime | None] = ContextVar("clock", default=None)
NORWAY = ZoneInfo("Europe/Oslo")


def now() -> datetime:
    """This moment in UTC, or the moment that `set_to` has set for demo data and tests."""
    return _set.get() or datetime.now(UTC)


def set_moment() -> datetime | None:
    """The moment that `set_to` has set, in this thread or task; None when the clock goes by itself."""
    return _set.get()


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Let `now` give one fixed moment (time zone aware) inside the block, in this thread or task only."""
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)


def today_in_norway(now: datetime) -> date:
    """The date in Norway at the moment `now`. Raises ValueError when `now` has no time zone."""
    return local(now).date()


def local(now: datetime) -> datetime:
    """The same moment on a Norwegian clock. Raises ValueError when `now` has no time zone."""
    if now.utcoffset() is None:
        raise ValueError("a moment needs a time zone; use datetime.now(UTC)")
    return now.astimezone(NORWAY)
