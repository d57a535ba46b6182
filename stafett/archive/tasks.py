"""Jobs of the archive: hand in what is closed, send what waits, take in what is answered. Arguments are ids only.

A fault in one log, deposit, answer or municipality is logged (its kind and place, docs/security/logs.md) and stops no
other. What it was about is tried again later.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app

from stafett.archive import rules
from stafett.archive.operations import depositing, packaging, sending
from stafett.archive.queries import to_hand_in
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within

logger = logging.getLogger(__name__)
# Logs that could not be packed, and when each is tried again. It goes with the worker: a new one tries them all.
_resting: dict[UUID, datetime] = {}


@app.periodic(cron="* * * * *")
@app.task(name="archive.look", queueing_lock="archive.look")
def look(timestamp: int) -> int:
    """Each minute: hand in closed logs, and take in what archives have answered; gives how many that was."""
    return _everywhere(_hand_in_closed) + _everywhere(sending.take_answers)


@app.periodic(cron="30 3 * * *")
@app.task(name="archive.snapshots", queueing_lock="archive.snapshots")
def snapshots(timestamp: int) -> int:
    """Each night: hand in logs that have been in use for a year as they stand (L-54); gives how many."""
    return _everywhere(_hand_in_snapshots)


@app.periodic(cron="*/15 * * * *")
@app.task(name="archive.find_forgotten", queueing_lock="archive.find_forgotten")
def find_forgotten(timestamp: int) -> int:
    """Send what should have been sent already, should a job have been lost, and tell archivists of what waits too long.

    Gives how many were sent or tried.
    """
    return _everywhere(_send_forgotten) + _everywhere(_tell_of_waiting)


@app.task(name="archive.send")
def send(municipality_id: str, deposit_id: str) -> str | None:
    """Send one deposit, or put it off after a fault; gives the state it came to, for the log of the worker."""
    try:
        with within(municipality_id):
            return sending.send(UUID(deposit_id))
    except Exception as fault:
        logger.exception("A deposit could not be sent; it is tried again later.")
        with within(municipality_id):
            return sending.put_off(UUID(deposit_id), type(fault).__name__)


@app.task(name="archive.make_period")
def make_period(municipality_id: str, order_id: str) -> int:
    """Make an ordered deposit of a period; gives how many logs it holds."""
    return depositing.make(UUID(municipality_id), UUID(order_id))


def _everywhere(work: Callable[[UUID], int]) -> int:
    """The work in each municipality, whatever happens in the others; gives the sum."""
    count = 0
    for municipality_id in municipality_ids():
        try:
            count += work(municipality_id)
        except Exception:
            logger.exception("A job of the archive failed in one municipality; the others go on.")
    return count


def _hand_in_closed(municipality_id):
    now = clock.now()
    with within(municipality_id):
        found = to_hand_in.closed_logs(but_not=[log_id for log_id, end in _resting.items() if end > now])
    return _package(municipality_id, found)


def _hand_in_snapshots(municipality_id):
    with within(municipality_id):
        found = to_hand_in.logs_for_snapshot(today=today_in_norway(clock.now()))
    return _package(municipality_id, found)


def _package(municipality_id, log_ids):
    """One small transaction for each log. One that cannot be packed rests, so that it neither fills the log nor the way."""
    count = 0
    for log_id in log_ids:
        try:
            with within(municipality_id):
                packaging.package(log_id)
        except Exception:
            logger.exception("A log could not be packed for the archive; it is tried again later.")
            _resting[log_id] = clock.now() + rules.PACK_AGAIN_AFTER
        else:
            _resting.pop(log_id, None)
            count += 1
    return count


def _send_forgotten(municipality_id):
    with within(municipality_id):
        found = to_hand_in.overdue_deposits()
    for deposit_id in found:
        try:
            send(municipality_id=str(municipality_id), deposit_id=str(deposit_id))
        except Exception:
            logger.exception("A deposit could not be put off; the others go on.")
    return len(found)


def _tell_of_waiting(municipality_id):
    with within(municipality_id):
        sending.tell_of_waiting(municipality_id)
    return 0
