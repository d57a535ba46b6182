"""Tidying of logins, and the daily look at how long our keys towards the providers last."""

import logging
from datetime import timedelta

from django.conf import settings
from procrastinate.contrib.django import app

from stafett.identity import operations, sessions
from stafett.identity.oidc import checking
from stafett.kernel import clock

USED_TOKENS_KEPT = timedelta(hours=1)  # far longer than a token is accepted
log = logging.getLogger(__name__)


@app.periodic(cron="*/15 * * * *")
@app.task(name="identity.forget_stale_sessions", queueing_lock="identity.forget_stale_sessions")
def forget_stale_sessions(timestamp: int) -> int:
    """Delete logins that are past their limits, and ids of old logout tokens; returns how many logins."""
    now = clock.now()
    operations.forget_used_tokens(older_than=now - USED_TOKENS_KEPT)
    return sessions.forget_stale(now=now)


@app.periodic(cron="0 6 * * *")
@app.task(name="identity.warn_of_keys", queueing_lock="identity.warn_of_keys")
def warn_of_keys(timestamp: int) -> int:
    """Warn the operator of keys that end within 60 days (OIDC-11); returns how many."""
    ending = checking.ending_keys(settings.LOGIN_FILE, now=clock.now())
    for sentence in ending:
        log.warning("login: %s", sentence)
    return len(ending)
