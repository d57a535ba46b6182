"""Verbs of insight: the job counts and publishes; the administrator shares the municipality's numbers, and stops."""

from stafett.insight.operations.counting import count_up
from stafett.insight.operations.sharing import publish, share_numbers, stop_sharing

__all__ = ["count_up", "publish", "share_numbers", "stop_sharing"]
