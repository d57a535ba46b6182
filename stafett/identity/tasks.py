"""Tidying of logins."""

from procrastinate.contrib.django import app

from stafett.identity import sessions
from stafett.kernel import clock


@app.periodic(cron="*/15 * * * *")
@app.task(name="identity.forget_stale_sessions", queueing_lock="identity.forget_stale_sessions")
def forget_stale_sessions(timestamp: int) -> int:
    """Delete logins that are past their limits; returns how many."""
    return sessions.forget_stale(now=clock.now())
