"""Closing the log when the goals are reached (S003-71)."""

from stafett.access.enums import LogState
from stafett.audit.trail import Outcome, operation
from stafett.consent.queries import standing_of
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.relay_log.enums import ConcernState, Event, MeasureState
from stafett.relay_log.models import Concern, Measure
from stafett.relay_log.rules import closing

OPEN_CONCERNS = (ConcernState.DRAFT, ConcernState.SHARED, ConcernState.ACTIVE)


@operation(Event.LOG_CLOSED, lock="log")
def close_log(*, actor, log, summary, today):
    """Close the log with a few words on where the family stands. Raises Refused while something is unfinished."""
    require(
        closing.may_close(
            log.state,
            open_concerns=Concern.objects.filter(log=log, state__in=OPEN_CONCERNS).count(),
            open_measures=Measure.objects.filter(log=log)
            .exclude(state=MeasureState.EVALUATED)
            .exclude(concern__state=ConcernState.ENDED)
            .count(),
            summary=summary,
            has_consent=standing_of(log, today=today).is_valid,
            has_meeting_ahead=log.next_meeting_at is not None and log.next_meeting_at > clock.now(),
        )
    )
    log.state, log.summary = LogState.CLOSED, summary
    log.closed_at, log.closed_by_id = clock.now(), actor.person_id
    log.next_meeting_at = None
    log.save(update_fields=["state", "summary", "closed_at", "closed_by", "next_meeting_at"])
    return Outcome(log, {"closed_on": today.isoformat()})


@operation(Event.ACCESS_ENDS, lock="log")
def end_access(*, actor, log, last_day):
    """Say until which day a closed log is read here, once the archive has it (L-53). Raises Refused for a log in use."""
    require(closing.may_end_access(log.state))
    log.access_ends_on = last_day
    log.save(update_fields=["access_ends_on"])
    return Outcome(log, {"until": last_day.isoformat()})
