"""Reminders of measures to evaluate. Run as often as one likes: each day of evaluation is told of twice at most."""

from datetime import date, timedelta
from uuid import UUID

from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.system_meetings.enums import MeasureState
from stafett.system_meetings.models import SystemMeasure
from stafett.system_meetings.rules import following

_KINDS = {"soon": Kind.SYSTEM_MEASURE_SOON, "today": Kind.SYSTEM_MEASURE_DUE}


def remind(municipality_id: UUID, *, today: date) -> int:
    """Tell whoever is to evaluate a measure a week before and on the day; the unit's leaders where that somebody has left.

    Must run within the municipality. Gives how many messages that made. Source: S002-33, S002-36, issue F 3.
    """
    last = today + timedelta(days=following.REMINDED_DAYS)
    rows = SystemMeasure.objects.filter(state=MeasureState.TRYING, evaluate_on__lte=last)
    measures = list(rows.select_related("meeting").order_by("evaluate_on", "id"))
    employed = staff.employed_among({each.evaluator_person_id for each in measures} - {None}, day=today)
    leaders = _leaders({each.meeting.unit_id for each in measures}, today)
    made = []
    for measure in measures:
        evaluator = measure.evaluator_person_id
        made += tell(
            municipality_id,
            [evaluator] if evaluator in employed else leaders.get(measure.meeting.unit_id, []),
            _KINDS[following.reminder_of(measure.evaluate_on, today=today)],
            facts={"date": measure.evaluate_on},
            link=("system_meeting", measure.meeting_id),
            once=f"{measure.pk}:{measure.evaluate_on.isoformat()}",
        )
    return len(made)


def _leaders(unit_ids, today):
    found: dict = {}
    for post in staff.leaders_of(unit_ids, day=today) if unit_ids else []:
        found.setdefault(post.unit_id, []).append(post.person_id)
    return found
