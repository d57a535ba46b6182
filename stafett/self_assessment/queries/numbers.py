"""The numbers of a unit that a report is filled in with: as `insight` publishes them, so small ones are hidden already."""

from datetime import date
from uuid import UUID

from stafett.insight.queries import unit_numbers

KEYS = (
    "open_logs",
    "level_two_or_three",
    "weeks_to_measure",
    "evaluated_on_time",
    "guardian_there",
    "child_there",
    "written_live",
)


def numbers_of(actor, unit_id: UUID, *, today: date) -> dict[str, object]:
    """`counted_on` (ISO date) and one number for each of `KEYS`, None for what is hidden; empty when nothing has been counted.

    Source: S000-18, W-10, L-56.
    """
    found = unit_numbers(actor, unit_id, today=today)
    if found is None or found.counted_on is None:
        return {}
    return {"counted_on": found.counted_on.isoformat()} | {key: getattr(found, key) for key in KEYS}
