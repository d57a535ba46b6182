"""Tidying of counted requests."""

from procrastinate.contrib.django import app

from stafett.access import limits
from stafett.kernel import clock


@app.periodic(cron="*/10 * * * *")
@app.task(name="access.forget_past_counts", queueing_lock="access.forget_past_counts")
def forget_past_counts(timestamp: int) -> int:
    """Delete counts whose time is over; returns how many."""
    return limits.forget_past(now=clock.now())
