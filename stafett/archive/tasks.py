"""Jobs of the archive: hand in what is closed, send what waits, take in what is answered. Arguments are ids only."""

from uuid import UUID

from procrastinate.contrib.django import app

from stafett.archive.operations import depositing, packaging, sending
from stafett.archive.queries import to_hand_in
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within


@app.periodic(cron="* * * * *")
@app.task(name="archive.look", queueing_lock="archive.look")
def look(timestamp: int) -> int:
    """Each minute: hand in closed logs, and take in what archives have answered; gives how many that was."""
    return sum(_look(municipality_id) for municipality_id in municipality_ids())


@app.periodic(cron="30 3 * * *")
@app.task(name="archive.snapshots", queueing_lock="archive.snapshots")
def snapshots(timestamp: int) -> int:
    """Each night: hand in logs that have been in use for a year as they stand (L-54); gives how many."""
    count = 0
    for municipality_id in municipality_ids():
        with within(municipality_id):
            found = to_hand_in.logs_for_snapshot(today=today_in_norway(clock.now()))
        count += _package(municipality_id, found)
    return count


@app.periodic(cron="*/15 * * * *")
@app.task(name="archive.find_forgotten", queueing_lock="archive.find_forgotten")
def find_forgotten(timestamp: int) -> int:
    """Send what should have been sent already, should a job have been lost; gives how many that was."""
    count = 0
    for municipality_id in municipality_ids():
        with within(municipality_id):
            found = to_hand_in.overdue_deposits()
        for deposit_id in found:
            send(municipality_id=str(municipality_id), deposit_id=str(deposit_id))
        count += len(found)
    return count


@app.task(name="archive.send")
def send(municipality_id: str, deposit_id: str) -> str | None:
    """Send one deposit; gives the state it came to, for the log of the worker."""
    with within(municipality_id):
        return sending.send(UUID(deposit_id))


@app.task(name="archive.make_period")
def make_period(municipality_id: str, order_id: str) -> int:
    """Make an ordered deposit of a period; gives how many logs it holds."""
    return depositing.make(UUID(municipality_id), UUID(order_id))


def _look(municipality_id):
    with within(municipality_id):
        found = to_hand_in.closed_logs()
    count = _package(municipality_id, found)
    with within(municipality_id):
        return count + sending.take_answers(municipality_id)


def _package(municipality_id, log_ids):
    """One small transaction for each log, so that a fault in one stops no other for long."""
    for log_id in log_ids:
        with within(municipality_id):
            packaging.package(log_id)
    return len(log_ids)
