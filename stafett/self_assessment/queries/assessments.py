"""Reports: those one reaches, those of the units one leads, and what has been said about them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from stafett.access.course_rules import AssessmentFacts
from stafett.register import staff
from stafett.register.enums import EmploymentRole
from stafett.register.models import Employment, Unit
from stafett.self_assessment import rules
from stafett.self_assessment.enums import AssessmentState
from stafett.self_assessment.models import Assessment, AssessmentReading, Remark
from stafett.self_assessment.rules import Period


@dataclass(frozen=True)
class Line:
    """One report of one unit: the period, its due day, whether it can be begun, the newest edition that is sent, and a draft."""

    unit: Unit
    period: Period
    due_on: date
    is_open: bool
    sent: Assessment | None
    draft: Assessment | None


def reached(actor, assessment_id: UUID) -> Assessment | None:
    """A report of a unit the actor leads, or one that is sent in an area the actor leads; with unit and who sent it."""
    own = Q(unit_id__in=list(actor.led_unit_ids))
    sent = Q(unit__area_id__in=list(actor.led_area_ids), state=AssessmentState.SUBMITTED)
    return (
        Assessment.objects.select_related("unit", "submitted_by").filter(own | sent, pk=assessment_id).first()
    )


def facts_about(assessment: Assessment, *, today: date) -> AssessmentFacts:
    """What the policy asks of a report."""
    return AssessmentFacts(
        unit_id=assessment.unit_id,
        area_id=assessment.unit.area_id,
        is_submitted=assessment.state == AssessmentState.SUBMITTED,
    )


def led_unit(actor, unit_id: UUID) -> Unit | None:
    """A unit the actor leads."""
    return Unit.objects.filter(pk=unit_id).first() if unit_id in actor.led_unit_ids else None


def facts_about_unit(unit: Unit, *, today: date) -> AssessmentFacts:
    """What the policy asks before a report is begun."""
    return AssessmentFacts(unit_id=unit.pk, area_id=unit.area_id, is_submitted=False)


def own_lines(actor, *, today: date) -> list[Line]:
    """The school year's reports of the units the actor leads, by unit and due day. Two queries."""
    units = staff.units_named(actor.led_unit_ids)
    rows = Assessment.objects.filter(unit__in=units, school_year=rules.periods_of(today)[0].school_year)
    return lines_of(units, rules.periods_of(today), rows, today=today)


def former(actor, *, today: date) -> list[Assessment]:
    """Reports that were sent in earlier school years by the units the actor leads, the newest edition of each, newest first."""
    rows = Assessment.objects.filter(
        unit_id__in=list(actor.led_unit_ids), state=AssessmentState.SUBMITTED,
        school_year__lt=rules.periods_of(today)[0].school_year,
    )  # fmt: skip
    found = rows.select_related("unit").order_by("unit_id", "-school_year", "kind", "-number")
    newest = found.distinct("unit_id", "school_year", "kind")
    return sorted(newest, key=lambda each: each.submitted_at, reverse=True)


def lines_of(units, periods: list[Period], assessments, *, today: date) -> list[Line]:
    """A line for each unit and period, with what there is of each."""
    found: dict[tuple, dict[str, Assessment]] = {}
    for each in assessments.order_by("number"):
        found.setdefault((each.unit_id, each.school_year, each.kind), {})[each.state] = each
    return [_line(unit, period, found, today) for unit in units for period in periods]


def editions_of(assessment: Assessment) -> list[Assessment]:
    """Every edition of the same report that is sent, newest first, with who sent it."""
    rows = Assessment.objects.filter(
        unit_id=assessment.unit_id, kind=assessment.kind, school_year=assessment.school_year,
        state=AssessmentState.SUBMITTED,
    )  # fmt: skip
    return list(rows.select_related("submitted_by").order_by("-number"))


def draft_of(assessment: Assessment) -> Assessment | None:
    """The edition of the same report that is being written, or None."""
    same = {"unit_id": assessment.unit_id, "kind": assessment.kind, "school_year": assessment.school_year}
    return Assessment.objects.filter(state=AssessmentState.DRAFT, **same).first()


def readings_of(assessment: Assessment) -> list[AssessmentReading]:
    """Who has said that it is read, and when."""
    return list(
        AssessmentReading.objects.filter(assessment=assessment).select_related("reader").order_by("read_at")
    )


def remarks_about(assessment: Assessment) -> list[Remark]:
    """What has been asked and answered about every edition of the same report, oldest first."""
    rows = Remark.objects.filter(
        assessment__unit_id=assessment.unit_id,
        assessment__kind=assessment.kind,
        assessment__school_year=assessment.school_year,
    )
    return list(rows.select_related("writer").order_by("written_at", "id"))


def unit_leader_ids(unit_id: UUID, *, day: date) -> list[UUID]:
    """Those who lead a unit on a day."""
    return [post.person_id for post in staff.leaders_of([unit_id], day=day)]


def area_leader_ids(area_id: UUID | None, *, day: date) -> list[UUID]:
    """Those who lead an area on a day; nobody for a unit in none."""
    rows = Employment.objects.filter(staff.holding_on(day), unit_id=area_id, role=EmploymentRole.AREA_LEADER)
    return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())


def not_sent(period: Period) -> list[UUID]:
    """Units in an area that have sent nothing for a period."""
    sent = Assessment.objects.filter(
        unit_id=OuterRef("pk"), kind=period.kind, school_year=period.school_year,
        state=AssessmentState.SUBMITTED,
    )  # fmt: skip
    rows = Unit.objects.filter(~Exists(sent), area__isnull=False)
    return list(rows.order_by("sort_key", "id").values_list("pk", flat=True))


def _line(unit, period, found, today):
    there = found.get((unit.pk, period.school_year, period.kind), {})
    return Line(
        unit=unit, period=period, due_on=rules.due_on(period), is_open=bool(rules.may_begin(period, today=today)),
        sent=there.get(AssessmentState.SUBMITTED), draft=there.get(AssessmentState.DRAFT),
    )  # fmt: skip
