"""Rules of retention: when a time is over, what stops disposal, and who may carry it out."""

from stafett.retention.rules.disposing import VALID_DAYS, may_approve, may_become, may_withdraw
from stafett.retention.rules.keeping import LogFacts, due_before, due_on, may_change, may_dispose, may_hold

__all__ = [
    "VALID_DAYS", "LogFacts", "due_before", "due_on", "may_approve", "may_become", "may_change", "may_dispose",
    "may_hold", "may_withdraw",
]  # fmt: skip
