"""What stands open in a log when its baton is about to change hands: counts and days, and none of the words."""

from dataclasses import dataclass
from datetime import date, datetime

from stafett.consent import queries as consent_queries
from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.models import Concern, MaintainingFactor, Measure


@dataclass(frozen=True)
class Checklist:
    """The open dates, the drafts, the consent and the next meeting of a log (W-04, S001-45).

    `measures` are those under way or planned; `overdue` those whose day has passed; `next_on` the nearest day of
    evaluation; `drafts` concerns and parts of an analysis that only the holder sees; `consent_until` is nothing when
    consent does not hold today.
    """

    measures: int
    overdue: int
    next_on: date | None
    drafts: int
    consent_until: date | None
    meeting_at: datetime | None

    @property
    def is_clear(self) -> bool:
        """Whether nothing asks to be tidied up first."""
        return (
            not (self.overdue or self.drafts)
            and self.consent_until is not None
            and self.meeting_at is not None
        )


def checklist_of(log, *, today) -> Checklist:
    """The checklist of a log. Four queries; `log` carries its municipality, and its `.standing` where that is known."""
    if not hasattr(log, "standing"):
        log.standing = consent_queries.standing_of(log, today=today)
    days = list(
        Measure.objects.filter(log_id=log.pk)
        .exclude(state=MeasureState.EVALUATED)
        .exclude(concern__state=ConcernState.DRAFT)
        .order_by("evaluate_by", "id")
        .values_list("evaluate_by", flat=True)
    )
    return Checklist(
        measures=len(days),
        overdue=sum(day < today for day in days),
        next_on=days[0] if days else None,
        drafts=unshared_in(log),
        consent_until=log.standing.ends_on if log.standing.is_valid else None,
        meeting_at=log.next_meeting_at,
    )


def unshared_in(log) -> int:
    """How many concerns and parts of an analysis nobody but the holder has seen (X5, S001-23)."""
    drafts = Concern.objects.filter(log_id=log.pk, state=ConcernState.DRAFT)
    factors = MaintainingFactor.objects.filter(log_id=log.pk, shared_at__isnull=True)
    return drafts.count() + factors.exclude(concern__state=ConcernState.DRAFT).count()
