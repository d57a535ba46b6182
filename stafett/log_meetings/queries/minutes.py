"""The minutes: what was agreed, read out of the log part by part, and what one reader may see of it."""

from django.utils import translation
from django.utils.translation import gettext as _

from stafett.kernel.clock import local
from stafett.log_meetings.enums import MeetingState
from stafett.log_meetings.models import Meeting, MinutesPart
from stafett.log_meetings.queries.mode import Sitting
from stafett.relay_log.enums import Arena, EvaluationOption, FactorKind, OwnerKind
from stafett.relay_log.queries.page import visible_concerns


def parts_of(sitting: Sitting) -> list[dict]:
    """What this meeting has put into the log, as {kind, heading, text, concern (id as text, or None)}, in bokmål.

    Nothing here is written for the minutes: it is the log's own words, as they are at this moment (S003-08).
    """
    with translation.override("nb"):
        return [
            *_evaluations(sitting),
            *_concern(sitting),
            *_measures(sitting),
            *_next_meeting(sitting),
        ]


def shown_parts(meeting) -> list[dict]:
    """The parts of a meeting's minutes, or of the text that is being confirmed, that its reader may see (L-07, L-13)."""
    seen = {str(each.pk) for each in visible_concerns(meeting.log)}
    if meeting.state == MeetingState.DONE:
        rows = MinutesPart.objects.filter(meeting=meeting).order_by("position")
        parts = [
            {"kind": row.kind, "heading": row.heading, "text": row.text, "concern": str(row.concern_id or "")}
            for row in rows
        ]
    else:
        parts = meeting.summary
    return [part for part in parts if not part["concern"] or part["concern"] in seen]


def _evaluations(sitting):
    for row in sitting.to_evaluate:
        option = sitting.meeting.placed.get(f"evaluation.{row.pk.hex}")
        if option:
            lines = [f"{EvaluationOption(option).label}.", row.outcome_words or ""]
            yield _part("evaluation", row.description, lines, row.concern_id)


def _concern(sitting):
    concern, meeting = sitting.concern, sitting.meeting
    if concern is None or meeting.kind != "first":
        return
    view = _("Barnet selv sier: %(words)s") % {"words": concern.child_view} if concern.child_view else ""
    weighed = concern.disagreement_weighed if concern.child_disagrees else ""
    yield _part("concern", concern.title, [str(concern.category_label), view, weighed], concern.pk)
    lines = [
        f"{FactorKind(factor.kind).label}: {factor.text}"
        for factor in sorted(
            sitting.factors, key=lambda factor: list(FactorKind).index(FactorKind(factor.kind))
        )
    ]
    if lines:
        yield _part("analysis", _("Hva som holder utfordringen ved like"), lines, concern.pk)
    if sitting.goal:
        sign = sitting.goal.success_indicator
        yield _part("goal", _("Mål"), [sitting.goal.text, sign], concern.pk)


def _measures(sitting):
    for _place, row in sitting.placed_measures:
        owners = ", ".join(_owner(each) for each in row.shown_owners)
        days = _("I gang innen %(start)s. Evalueres innen %(end)s.") % {
            "start": _day(row.start_by), "end": _day(row.evaluate_by),
        }  # fmt: skip
        heading = _("Tiltak: %(arena)s") % {"arena": str(Arena(row.arena).label).lower()}
        lines = [row.description, _("Ansvarlig: %(owners)s") % {"owners": owners}, days]
        yield _part("measure", heading, lines, row.concern_id)


def _next_meeting(sitting):
    pk = sitting.meeting.placed.get("next_meeting")
    planned = Meeting.objects.filter(pk=pk, state=MeetingState.PLANNED).first() if pk else None
    if planned:
        yield _part("dates", _("Neste møte"), [_moment(planned.starts_at)], None)


def _part(kind, heading, lines, concern_id):
    text = "\n".join(line for line in map(str, lines) if line.strip())
    return {
        "kind": kind,
        "heading": str(heading)[:200],
        "text": text,
        "concern": str(concern_id) if concern_id else None,
    }


def _owner(owner):
    return owner["name"].strip() or str(OwnerKind(owner["kind"]).short)


def _day(day):
    return f"{day:%-d.%-m.%Y}"


def _moment(moment):
    return f"{local(moment):%-d.%-m.%Y kl. %H.%M}"
