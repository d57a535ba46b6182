"""Reads of insight: what may be shown of what was counted, and the full count that the job makes."""

from stafett.insight.queries.published import (
    bank_uses,
    facts_about_unit,
    municipality_numbers,
    reachable_unit,
    topics_by_numbers,
    unit_numbers,
    units_of,
)

__all__ = [
    "bank_uses",
    "facts_about_unit",
    "municipality_numbers",
    "reachable_unit",
    "topics_by_numbers",
    "unit_numbers",
    "units_of",
]
