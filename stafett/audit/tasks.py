"""What the trail needs done by itself: nightly tidying, and an hourly checkpoint outside the database."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from stafett.audit import checkpoints, trail
from stafett.kernel import clock
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within

KEPT_DAYS = 7


@app.periodic(cron="17 3 * * *")
@app.task(name="audit.forget_submissions", queueing_lock="audit.forget_submissions")
def forget_submissions(timestamp: int) -> int:
    """Forget carried-out form ids older than a week, one municipality at a time; returns how many."""
    limit = clock.now() - timedelta(days=KEPT_DAYS)
    gone = 0
    for municipality_id in municipality_ids():
        with within(municipality_id):
            gone += trail.forget_submissions(older_than=limit)
    return gone


@app.periodic(cron="7 * * * *")
@app.task(name="audit.write_checkpoints", queueing_lock="audit.write_checkpoints")
def write_checkpoints(timestamp: int) -> int:
    """Write down where every chain has come to, when the operator has said in which file; returns how many."""
    return checkpoints.write(Path(settings.CHECKPOINT_FILE)) if settings.CHECKPOINT_FILE else 0
