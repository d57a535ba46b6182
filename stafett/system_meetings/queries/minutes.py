"""The minutes: what was said, put together for the leader to go over, and the editions as they were signed."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from stafett.kernel.clock import local
from stafett.system_meetings.models import (
    Attendee,
    FollowUp,
    MeasureIdea,
    SystemFactor,
    SystemMeasure,
    SystemMinutes,
    SystemMinutesPart,
)


@dataclass(frozen=True)
class Draft:
    """What the minutes say before anybody has signed, made from what was said in the meeting (S002-30..33)."""

    challenge: str
    factors: str
    measures: str
    plan: str
    evaluate_on: date | None
    evaluator: str
    method: str


def draft_of(meeting) -> Draft:
    """The minutes as the meeting itself wrote them, in the reader's language. Four queries."""
    measure = first_measure(meeting)
    return Draft(
        challenge=meeting.agreed_challenge or meeting.challenge,
        factors="\n".join(_factors(meeting)),
        measures="\n".join(_about(measure)) if measure else "",
        plan=measure.plan if measure else "",
        evaluate_on=measure.evaluate_on if measure else None,
        evaluator=measure.evaluator if measure else "",
        method=measure.method if measure else "",
    )


def first_measure(meeting) -> SystemMeasure | None:
    """The measure the meeting decided to try first (S002-25)."""
    return SystemMeasure.objects.filter(meeting_id=meeting.pk, is_first=True).first()


def who_was_there(meeting) -> tuple[list[str], list[str]]:
    """(who was there, who was asked and did not come), each by name and service, in the order they spoke. One query."""
    rows = Attendee.objects.filter(meeting_id=meeting.pk, removed_at__isnull=True).order_by("position", "id")
    seats = list(rows)
    there = [_named(seat) for seat in seats if seat.arrived_at]
    return there, [_named(seat) for seat in seats if not seat.arrived_at]


def kept_ideas(meeting) -> list[MeasureIdea]:
    """Ideas from the meeting that nobody has tried and that still stand, in the order they came (S002-37). One query."""
    rows = MeasureIdea.objects.filter(meeting_id=meeting.pk, removed_at__isnull=True, measure__isnull=True)
    return list(rows.order_by("said_at", "id"))


def editions_of(meeting) -> list[SystemMinutes]:
    """Signed editions, newest first, each with who signed. One query."""
    rows = SystemMinutes.objects.filter(meeting_id=meeting.pk).select_related("written_by")
    return list(rows.order_by("-edition"))


def parts_of(minutes: SystemMinutes) -> list[SystemMinutesPart]:
    """What an edition says, in order. One query."""
    return list(SystemMinutesPart.objects.filter(minutes_id=minutes.pk).order_by("position"))


def _factors(meeting):
    rows = SystemFactor.objects.filter(meeting_id=meeting.pk, removed_at__isnull=True)
    for factor in sorted(rows.order_by("said_at", "id"), key=lambda each: each.chosen_at is None):
        yield _("Her begynner vi: %(factor)s") % {"factor": factor.text} if factor.chosen_at else factor.text


def _about(measure):
    yield measure.text
    yield str(measure.get_form_display())
    if measure.partner_name:
        yield _("Sammen med: %(service)s") % {"service": measure.partner_name}
    rows = FollowUp.objects.filter(measure_id=measure.pk, cancelled_at__isnull=True).order_by(
        "starts_at", "id"
    )
    for each in rows:
        day = f"{local(each.starts_at):%-d.%-m.%Y kl. %H.%M}"
        yield _("Avtale med %(service)s %(day)s") % {"service": each.partner_name, "day": day}


def _named(seat):
    return f"{seat.name}, {seat.service}"
