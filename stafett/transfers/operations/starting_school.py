"""Where a school starter's log is to go (S000-11, L-48)."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.log_meetings.queries.agenda import is_starter
from stafett.register import staff
from stafett.register.enums import UnitKind
from stafett.transfers import rules
from stafett.transfers.enums import QuietEvent
from stafett.transfers.models import SchoolStart


@operation(QuietEvent.SCHOOL_CHOSEN, lock="log")
def choose_school(*, actor, log, school_id, today):
    """Say which school a child comes to; it may be changed until the school has the log. Raises Refused."""
    school = next(iter(staff.units_named([school_id])), None)
    require(
        rules.may_choose_school(
            is_starter=is_starter(log, today=today),
            is_school=school is not None and school.kind == UnitKind.SCHOOL,
        )
    )
    year = rules.first_year_of_school(
        first_grade_year=log.child.first_grade_year, born=log.child.person.birth_date
    )
    start, _made = SchoolStart.objects.update_or_create(
        log=log,
        defaults={
            "municipality_id": log.municipality_id, "from_unit_id": log.unit_id, "school_id": school.pk, "year": year,
            "chosen_by_id": actor.person_id, "chosen_at": clock.now(),
        },
    )  # fmt: skip
    return Outcome(start, {"school": str(school.pk)})
