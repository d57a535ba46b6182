"""Reads of the trail. The number of questions never grows with the rows."""

from stafett.oversight.queries.people import child, child_to_answer_for, employee
from stafett.oversight.queries.readers import readers_of

__all__ = ["child", "child_to_answer_for", "employee", "readers_of"]
