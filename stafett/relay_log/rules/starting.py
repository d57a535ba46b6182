"""When it is time for a relay log."""

from collections.abc import Collection
from datetime import date

from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import Refusal, StartCriterion


def may_start(
    *,
    criteria: Collection[str],
    simple_measures_tried: bool,  # asked of everybody, never a condition (S001-05)
    leader_agreed_on: date | None,
    today: date,
    has_open_log: bool,
) -> Verdict:
    """A log is started when it is called for and the leader agrees; a child has one log at a time.

    Whether simple measures were tried first is something to think about, and never stops anybody.
    Source: S001-05, S001-06..11, S001-12, S003-06.
    """
    if has_open_log:
        return no(Refusal.LOG_ALREADY_OPEN)
    if not set(criteria) & set(StartCriterion.values):
        return no(Refusal.NO_CRITERION)
    if leader_agreed_on is None:
        return no(Refusal.LEADER_NOT_ASKED)
    if leader_agreed_on > today:
        return no(Refusal.DATE_IN_FUTURE)
    return YES
