"""Jobs of messages: send a pointer, find those that were forgotten, and forget what is old. Arguments are ids only."""

from datetime import timedelta
from uuid import UUID

from procrastinate.contrib.django import app

from stafett.kernel import clock
from stafett.messages.operations import housekeeping, pointing
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within


@app.task(name="messages.point")
def point(municipality_id: str, delivery_id: str) -> str | None:
    """Send one pointer; gives what became of it, for the log of the worker."""
    with within(municipality_id):
        return pointing.point(UUID(delivery_id))


@app.periodic(cron="*/15 * * * *")
@app.task(name="messages.point_forgotten", queueing_lock="messages.point_forgotten")
def point_forgotten(timestamp: int) -> int:
    """Send pointers whose own job was lost with its worker; gives how many there were."""
    late = clock.now() - timedelta(minutes=15)
    count = 0
    for municipality_id in municipality_ids():
        with within(municipality_id):
            forgotten = housekeeping.forgotten(due_before=late)
        for delivery_id in forgotten:
            point(municipality_id=str(municipality_id), delivery_id=str(delivery_id))
            count += 1
    return count


@app.periodic(cron="37 3 * * *")
@app.task(name="messages.forget_old", queueing_lock="messages.forget_old")
def forget_old(timestamp: int) -> int:
    """Delete messages older than a year, one municipality at a time; gives how many."""
    limit = clock.now() - timedelta(days=housekeeping.KEPT_DAYS)
    gone = 0
    for municipality_id in municipality_ids():
        with within(municipality_id):
            gone += housekeeping.forget(older_than=limit)
    return gone
