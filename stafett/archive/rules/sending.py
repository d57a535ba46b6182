"""When a deposit is tried again, and what it may become."""

from datetime import date, datetime, timedelta

from stafett.archive.enums import DEPOSIT_STATES, DepositState, Refusal
from stafett.kernel.verdict import YES, Verdict, no

WARNING_DAYS = 7
LONG_WAIT = timedelta(days=1)  # then the archivists are told, once a day
PACK_AGAIN_AFTER = timedelta(hours=1)  # a log that could not be packed
RETRY_AFTER = (timedelta(minutes=2), timedelta(minutes=10), timedelta(minutes=30), timedelta(hours=1))


def next_attempt(attempts: int) -> timedelta:
    """How long to wait after so many attempts that reached nobody. Never given up: the archive may be down for days.

    Source: ARK-04, L-53; the times are ours (ADR 0036).
    """
    return RETRY_AFTER[min(max(attempts, 1), len(RETRY_AFTER)) - 1]


def may_become(state: str, new: str) -> bool:
    """Whether a deposit may go from one state to another. Source: ARK-05, ADR 0036."""
    return DepositState(new) in DEPOSIT_STATES[DepositState(state)]


def may_send_anew(state: str, *, sent_at: datetime | None, now: datetime) -> Verdict:
    """The archivist sends anew what the archive said no to, and what has been sent for a day without a receipt.

    What waits goes by itself. Sending twice is safe: the archive knows the package by its key.
    Source: ARK-05; the day is ours (ADR 0036).
    """
    if state == DepositState.FAILED:
        return YES
    if state != DepositState.SENT:
        return no(Refusal.ONLY_FAILED)
    has_waited = sent_at is not None and now - sent_at >= LONG_WAIT
    return YES if has_waited else no(Refusal.ANSWER_MAY_COME)


def last_day_of_access(*, closed_on: date, received_on: date, days: int) -> date:
    """The last day a closed log is read online: so many days after closing, and some days after the archive got it late.

    Source: L-53; nothing ends while the receipt is missing (ARK-05), nor without a week's warning (ADR 0036).
    """
    return max(closed_on + timedelta(days=days), received_on + timedelta(days=min(days, WARNING_DAYS)))
