"""Making next year's wheels from this year's. Run as often as one likes: each unit gets a year once."""

from datetime import date
from uuid import UUID

from stafett.annual_wheel import rules
from stafett.annual_wheel.models import Wheel
from stafett.annual_wheel.operations.planning import new_wheel


def roll_forward(municipality_id: UUID, *, today: date) -> int:
    """From June to August, give every unit that had a wheel last year one for the year that begins; gives how many.

    Must run within the municipality. Own tasks and edits come along. Source: issue E 2, S000-20.
    """
    year = rules.year_to_prepare(today)
    if year is None:
        return 0
    have = set(Wheel.objects.filter(year=year).values_list("unit_id", flat=True))
    former = Wheel.objects.filter(municipality_id=municipality_id, year=year - 1).exclude(unit_id__in=have)
    waiting = [wheel.unit for wheel in former.select_related("unit").order_by("unit_id")]
    for unit in waiting:
        new_wheel(unit, year, opened_by_id=None, today=today)
    return len(waiting)
