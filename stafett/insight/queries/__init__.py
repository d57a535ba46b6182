"""Reads of insight: what may be shown of what was counted, and the full count that the job makes."""

from stafett.insight.queries.national import everybodys_numbers, national_numbers
from stafett.insight.queries.published import (
    bank_uses,
    facts_about_unit,
    municipality_numbers,
    reachable_unit,
    topics_by_numbers,
    unit_numbers,
    units_of,
)
from stafett.insight.queries.sharing import fingerprint, shared_by, sharing_of, to_share

__all__ = [
    "bank_uses",
    "everybodys_numbers",
    "facts_about_unit",
    "fingerprint",
    "municipality_numbers",
    "national_numbers",
    "reachable_unit",
    "shared_by",
    "sharing_of",
    "to_share",
    "topics_by_numbers",
    "unit_numbers",
    "units_of",
]
