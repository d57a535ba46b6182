"""Verbs of retention: the rules, what is held, and disposal by two with a certificate."""

from stafett.retention.operations.carrying_out import dispose_log
from stafett.retention.operations.disposing import approve, decline, propose, withdraw
from stafett.retention.operations.holding import hold_child, hold_log, lift
from stafett.retention.operations.ruling import change_rule

__all__ = [
    "approve", "change_rule", "decline", "dispose_log", "hold_child", "hold_log", "lift", "propose", "withdraw",
]  # fmt: skip
