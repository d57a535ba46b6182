"""What a meeting has left behind: how it was, measures with how they went, and what a unit has learned over time."""

from dataclasses import dataclass

from django.db.models import Prefetch

from stafett.system_meetings.enums import MeasureState, MeetingState, Result
from stafett.system_meetings.models import (
    FollowUp,
    MeasureEvaluation,
    MeetingEvaluation,
    SystemMeasure,
    SystemMeeting,
)
from stafett.system_meetings.rules import following

KEPT = 50


@dataclass(frozen=True)
class Learned:
    """What a unit has tried: meetings newest first, each with `.tried` measures, and counts of how those went."""

    meetings: list
    counts: list  # of (Result, how many)
    trying: int


def evaluation_of(meeting) -> MeetingEvaluation | None:
    """What those who were there said of the meeting, or None. One query."""
    return MeetingEvaluation.objects.filter(meeting_id=meeting.pk).select_related("written_by").first()


def measures_of(meeting, *, today) -> list[SystemMeasure]:
    """Measures of a meeting, the newest first; each with `.how_it_went` (newest first), `.appointments` and `.is_due`.

    Three queries.
    """
    rows = _with_outcome(SystemMeasure.objects.filter(meeting_id=meeting.pk)).prefetch_related(
        Prefetch(
            "follow_ups",
            FollowUp.objects.filter(cancelled_at__isnull=True).order_by("starts_at"),
            to_attr="appointments",
        )
    )
    found = list(rows.order_by("-decided_at", "id"))
    for measure in found:
        is_tried = measure.state == MeasureState.TRYING
        measure.is_due = is_tried and following.is_due(measure.evaluate_on, today=today)
    return found


def learned_in(unit_id) -> Learned:
    """What a unit has tried in its last 50 meetings, and how it went. Three queries."""
    meetings = list(
        SystemMeeting.objects.filter(unit_id=unit_id, state=MeetingState.DONE)
        .prefetch_related(
            Prefetch(
                "measures",
                _with_outcome(SystemMeasure.objects.order_by("-is_first", "decided_at", "id")),
                to_attr="tried",
            )
        )
        .order_by("-starts_at", "id")[:KEPT]
    )
    tried = [measure for meeting in meetings for measure in meeting.tried]
    last = [measure.how_it_went[0].result for measure in tried if measure.how_it_went]
    return Learned(
        meetings=meetings,
        counts=[(result, last.count(result)) for result in Result],
        trying=sum(each.state == MeasureState.TRYING and not each.how_it_went for each in tried),
    )


def measures_to_look_at(unit_ids, *, today) -> list[SystemMeasure]:
    """Measures of these units whose day of evaluation has come, oldest first. One query."""
    rows = SystemMeasure.objects.filter(
        meeting__unit_id__in=list(unit_ids), state=MeasureState.TRYING, evaluate_on__lte=today
    )
    return list(rows.select_related("meeting__unit").order_by("evaluate_on", "id")[:KEPT])


def _with_outcome(measures):
    newest_first = MeasureEvaluation.objects.order_by("-evaluated_at", "-id")
    return measures.prefetch_related(Prefetch("evaluations", newest_first, to_attr="how_it_went"))
