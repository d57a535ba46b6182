"""From a moment to the day and hour in Norway. Nothing here reads the clock: the moment comes in."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")


def today_in_norway(now: datetime) -> date:
    """The date in Norway at the moment `now`. Raises ValueError when `now` has no time zone."""
    return local(now).date()


def local(now: datetime) -> datetime:
    """The same moment on a Norwegian clock. Raises ValueError when `now` has no time zone."""
    if now.utcoffset() is None:
        raise ValueError("a moment needs a time zone; use datetime.now(UTC)")
    return now.astimezone(NORWAY)
