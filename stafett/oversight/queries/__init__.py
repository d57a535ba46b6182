"""Reads of the trail. The number of questions never grows with the rows."""

from stafett.oversight.queries.people import child, employee
from stafett.oversight.queries.readers import readers_of

__all__ = ["child", "employee", "readers_of"]
