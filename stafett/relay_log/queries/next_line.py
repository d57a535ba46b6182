"""What happens next in each of several logs, in two queries however many they are."""

from dataclasses import dataclass

from django.db.models import F

from stafett.access.enums import Relation
from stafett.consent import queries as consent_queries
from stafett.consent.standing import Standing
from stafett.relay_log.enums import ConcernState, MeasureState
from stafett.relay_log.models import Measure, RelayLog
from stafett.relay_log.rules.whats_next import WhatsNext, whats_next


@dataclass(frozen=True)
class Row:
    """A log in a list: the log, its consent standing, what comes next, and the words of the measure that is about."""

    log: RelayLog
    standing: Standing
    next: WhatsNext
    measure_text: str


def rows_with_next(logs, *, today) -> list[Row]:
    """One row a log, in the order given. Each log carries `.concern_states`."""
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
    )


def _row(log, standing, all_measures, today):
    sees_drafts = log.relation == Relation.BATON_HOLDER
    states = [state for state in log.concern_states if sees_drafts or state != ConcernState.DRAFT]
    measures = [
        measure
        for measure in all_measures
        if measure.log_id == log.pk and (sees_drafts or measure.concern_state != ConcernState.DRAFT)
    ]
    line = next_in(log, standing=standing, concern_states=states, measures=measures, today=today)
    text = next((measure.description for measure in measures if measure.pk == line.measure_id), "")
    return Row(log=log, standing=standing, next=line, measure_text=text)
