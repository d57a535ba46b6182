"""Reads of the relay log. Every list starts from access.scope; the number of queries never grows with the rows."""

from stafett.relay_log.queries.lists import family_logs, my_logs, participating_logs
from stafett.relay_log.queries.reach import (
    facts_about,
    reachable_concern,
    reachable_ladder,
    reachable_log,
    reachable_measure,
    reachable_note,
    reachable_step,
)

__all__ = [
    "facts_about", "family_logs", "my_logs", "participating_logs", "reachable_concern", "reachable_ladder",
    "reachable_log", "reachable_measure", "reachable_note", "reachable_step",
]  # fmt: skip
