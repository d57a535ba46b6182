"""Verbs of the archive. Others call `hand_in`; the worker sends, receives and refuses; the archivist does the rest."""

from stafett.archive.operations.handing_in import hand_in, hand_in_log
from stafett.archive.operations.sending import receive, refuse
from stafett.archive.operations.setup import change_setup, finish_period, order_period, send_anew

__all__ = [
    "change_setup", "finish_period", "hand_in", "hand_in_log", "order_period", "receive", "refuse", "send_anew",
]  # fmt: skip
