"""Reads of meetings. Every one starts from the log the reader reaches."""

from stafett.log_meetings.queries.reach import facts_about, reachable_meeting

__all__ = ["facts_about", "reachable_meeting"]
