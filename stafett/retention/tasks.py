"""Job of retention: lists that nobody answered in time are let go. Arguments are ids only."""

import logging

from procrastinate.contrib.django import app

from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within
from stafett.retention.operations import disposing

logger = logging.getLogger(__name__)


@app.periodic(cron="20 4 * * *")
@app.task(name="retention.let_go", queueing_lock="retention.let_go")
def let_go(timestamp: int) -> int:
    """Each night: proposals past their last day expire, one municipality at a time; gives how many."""
    count = 0
    for municipality_id in municipality_ids():
        try:
            with within(municipality_id):
                count += disposing.expire(municipality_id, today=today_in_norway(clock.now()))
        except Exception:
            logger.exception(
                "Old proposals of disposal could not be let go in one municipality; the others go on."
            )
    return count
