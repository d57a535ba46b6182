"""Reads of transfers and school starters: what each party may know, and how many wait."""

from stafett.transfers.queries.starters import school_starters_waiting

__all__ = ["school_starters_waiting"]
