"""Reminders of reports. Run as often as one likes: each is given once."""

from datetime import date
from uuid import UUID

from stafett.kernel.dates import school_year_of
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.self_assessment import rules
from stafett.self_assessment.enums import AssessmentKind
from stafett.self_assessment.queries import assessments as queries
from stafett.self_assessment.rules import Period
from stafett.self_assessment.rules.reminding import Reminder


def remind(municipality_id: UUID, *, today: date) -> int:
    """Remind the leaders of units that have not sent a report which is due soon or has been; gives how many messages.

    Whoever leads the unit that day is reminded, so a leader who has left is not. Must run within the municipality.
    Source: S000-18, S000-21.
    """
    made = []
    for period, reminder in _due(today):
        due = rules.due_on(period)
        is_over = reminder is Reminder.OVERDUE
        made += tell(
            municipality_id,
            [post.person_id for post in staff.leaders_of(queries.not_sent(period), day=today)],
            Kind.ASSESSMENT_OVERDUE if is_over else Kind.ASSESSMENT_DUE,
            facts={"date": due},
            link=("self_assessments", None),
            once=f"{period.name}:{reminder.value}",
        )
    return len(made)


def _due(today):
    """(period, its reminder) for each that is due: also the last of the year before, which is late in August."""
    years = (school_year_of(today) - 1, school_year_of(today))
    for period in (Period(kind, year) for year in years for kind in AssessmentKind):
        if reminder := rules.reminder_of(rules.due_on(period), today=today):
            yield period, reminder
