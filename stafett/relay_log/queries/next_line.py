"""What happens next in each of several logs, in two queries however many they are."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from stafett.consent import queries as consent_queries
from stafett.consent.standing import Standing
from stafett.kernel.clock import today_in_norway
from stafett.relay_log.enums import MeasureState
from stafett.relay_log.models import Measure, RelayLog
from stafett.relay_log.queries.sight import sight_in
from stafett.relay_log.rules.sight import shows_concern
from stafett.relay_log.rules.whats_next import WhatsNext, whats_next


@dataclass(frozen=True)
class Row:
    """A log in a list: the log, its consent standing, what comes next, and the words of the measure that is about."""

    log: RelayLog
    standing: Standing
    next: WhatsNext
    measure_text: str


def rows_with_next(logs, *, today) -> list[Row]:
    """One row a log, in the order given. Each log carries `.found_concerns`: id, state, and why it is kept."""
    if not logs:
        return []
    ids = [log.pk for log in logs]
    standings = consent_queries.standings_of(logs, today=today)
    measures = list(
        Measure.objects.filter(log_id__in=ids)
        .exclude(state=MeasureState.EVALUATED)
        .annotate(concern_state=F("concern__state"))
    )
    return [_row(log, standings[log.pk], measures, today) for log in logs]


def next_in(log, *, standing, concern_states, measures, today) -> WhatsNext:
    """What comes next in one log, from what the reader may see of it."""
    return whats_next(
        log_state=log.state,
        consent_valid=standing.is_valid,
        consent_ends=standing.ends_on,
        concern_states=concern_states,
        measures=measures,
        today=today,
        consent_withdrawn=standing.is_withdrawn,
        asks_to_end=standing.asks_to_end,
        own_consent_by=standing.own_consent_by,
        meeting_on=today_in_norway(log.next_meeting_at) if log.next_meeting_at else None,
        offered_until=log.baton_offered_until,
    )


def _row(log, standing, all_measures, today):
    sight = sight_in(log, standing)
    seen = {UUID(each["id"]): each["state"] for each in log.found_concerns if _shows(sight, each)}
    measures = [measure for measure in all_measures if measure.concern_id in seen]
    line = next_in(log, standing=standing, concern_states=list(seen.values()), measures=measures, today=today)
    text = next((measure.description for measure in measures if measure.pk == line.measure_id), "")
    return Row(log=log, standing=standing, next=line, measure_text=text)


def _shows(sight, found):
    return shows_concern(
        sight, concern_id=UUID(found["id"]), state=found["state"], kept_from_guardians=found["kept"]
    )
