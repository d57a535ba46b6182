"""What the leader of an area sees: which units have sent their reports, and how they compare over the years."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from stafett.register.models import Unit
from stafett.self_assessment import rules
from stafett.self_assessment.content.library import FORMS
from stafett.self_assessment.enums import AssessmentKind, AssessmentState
from stafett.self_assessment.models import Assessment, AssessmentReading
from stafett.self_assessment.queries.assessments import Line, lines_of
from stafett.self_assessment.rules import Period

COMPARED = 6  # periods side by side


@dataclass(frozen=True)
class Compared:
    """One unit's answers to one question, one for each period in order; None where nothing was sent or answered."""

    unit: Unit
    answers: tuple[int | None, ...]


def inbox(actor, period: Period, *, today: date) -> list[Line]:
    """What the units of the actor's areas have sent for a period, by name. Drafts are not there. What is sent has
    `.is_read`: whether the actor has said so. Two queries."""
    own = AssessmentReading.objects.filter(assessment_id=OuterRef("pk"), reader_id=actor.person_id)
    rows = _sent(actor).filter(kind=period.kind, school_year=period.school_year).annotate(is_read=Exists(own))
    return lines_of(units_of(actor), [period], rows, today=today)


def comparison(actor, form: str, question: str) -> tuple[list[Period], list[Compared]]:
    """How the units of the actor's areas have answered one question of a form (a key of each) in the newest periods.

    At most six periods, oldest first; the newest edition of each report counts. Two queries.
    """
    kinds = [kind for kind, key in FORMS.items() if key == form]
    given: dict[tuple, int | None] = {}
    for each in _sent(actor).filter(kind__in=kinds).order_by("number"):
        period = Period(AssessmentKind(each.kind), each.school_year)
        given[each.unit_id, period] = each.answers.get(question)
    periods = sorted({period for _unit, period in given}, key=rules.due_on)[-COMPARED:]
    rows = [
        Compared(unit, tuple(given.get((unit.pk, period)) for period in periods)) for unit in units_of(actor)
    ]
    return periods, rows


def units_of(actor) -> list[Unit]:
    """The units of the areas the actor leads, by name."""
    return list(Unit.objects.filter(area_id__in=list(actor.led_area_ids)).order_by("sort_key", "id"))


def _sent(actor):
    areas = list(actor.led_area_ids)
    return Assessment.objects.filter(unit__area_id__in=areas, state=AssessmentState.SUBMITTED)
