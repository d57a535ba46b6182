"""When a login is still good."""

from datetime import datetime, timedelta

IDLE_LIMIT = timedelta(minutes=30)
ABSOLUTE_LIMIT = timedelta(hours=8)
TOUCH_EVERY = timedelta(minutes=1)


def is_live(*, started_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """A login lasts while it is used: at most 30 minutes idle and eight hours in all.

    Source: compliance 1.1, "our session must time out after at most 30 min of inactivity".
    """
    return now - seen_at <= IDLE_LIMIT and now - started_at <= ABSOLUTE_LIMIT


def should_touch(*, seen_at: datetime, now: datetime) -> bool:
    """Last use is written at most once a minute, so that reading pages seldom writes. Source: ours."""
    return now - seen_at >= TOUCH_EVERY
