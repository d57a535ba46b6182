"""How the work went in the half-year up to a counting day: one row for each thing that was done, with its unit and log.

Read by the job only. What is yielded is (unit, subject, log, value); nobody is named and no text leaves.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, Min, OuterRef, Q

from stafett.access.enums import Relation
from stafett.kernel.clock import today_in_norway
from stafett.log_meetings.enums import MeetingState
from stafett.log_meetings.models import Invitation, Meeting
from stafett.relay_log.content import library
from stafett.relay_log.enums import ConcernState, EvaluationOption, MeasureState
from stafett.relay_log.models import Concern, Evaluation, Measure

Found = Iterator[tuple[UUID, str, UUID, int]]
EFFECTS = (EvaluationOption.EFFECT, EvaluationOption.EFFECT_CONTINUED)
EARLY = timedelta(hours=1)


def weeks_to_measure(after: date, day: date) -> Found:
    """Whole weeks from a concern was written until its first measure began, of those that began in the time.

    Source: W-10.
    """
    begun = Q(measures__state__in=(MeasureState.ACTIVE, MeasureState.EVALUATED))
    rows = Concern.objects.exclude(state=ConcernState.DRAFT).annotate(
        first=Min("measures__start_by", filter=begun)
    )
    rows = rows.filter(first__gt=after, first__lte=day).values_list(
        "log__unit_id", "log_id", "created_at", "first"
    )
    for unit, log, created_at, first in rows.iterator():
        yield unit, "", log, max((first - today_in_norway(created_at)).days, 0) // 7


def evaluated_on_time(after: date, day: date) -> Found:
    """Whether each measure that was to be evaluated in the time, was so by the day agreed. Source: W-10, S000-13."""
    rows = Measure.objects.filter(
        evaluate_by__gt=after, evaluate_by__lte=day, state__in=(MeasureState.ACTIVE, MeasureState.EVALUATED)
    ).exclude(concern__state=ConcernState.DRAFT)
    rows = rows.exclude(evaluation__outcome=EvaluationOption.MISREGISTERED)
    found = rows.values_list("log__unit_id", "log_id", "evaluate_by", "evaluation__evaluated_on")
    for unit, log, by, evaluated_on in found.iterator():
        yield unit, "", log, evaluated_on is not None and evaluated_on <= by


def outcomes(after: date, day: date, *outcomes: str) -> Found:
    """Whether each evaluated measure had one of these outcomes, by type of measure. Source: W-10, S003-72."""
    rows = Evaluation.objects.filter(evaluated_on__gt=after, evaluated_on__lte=day)
    rows = rows.exclude(outcome=EvaluationOption.MISREGISTERED)
    found = rows.values_list("log__unit_id", "measure__type", "log_id", "outcome")
    for unit, kind, log, outcome in found.iterator():
        yield unit, kind, log, outcome in outcomes


def meetings_with(relation: Relation, after: date, day: date) -> Found:
    """Whether a guardian, or the child, was at each meeting that was held. Source: S000-08."""
    there = Invitation.objects.filter(meeting=OuterRef("pk"), relation=relation, was_there=True)
    rows = _held(after, day).filter(opened_at__isnull=False).annotate(was_there=Exists(there))
    for unit, log, was_there in rows.values_list("log__unit_id", "log_id", "was_there").iterator():
        yield unit, "", log, was_there


def written_live(after: date, day: date) -> Found:
    """Whether meeting mode was open while each meeting was held. Source: S000-08."""
    rows = _held(after, day).values_list("log__unit_id", "log_id", "starts_at", "minutes", "opened_at")
    for unit, log, starts_at, minutes, opened_at in rows.iterator():
        ends_at = starts_at + timedelta(minutes=minutes)
        yield unit, "", log, opened_at is not None and starts_at - EARLY <= opened_at <= ends_at


def bank_measures(day: date, *, continued: bool) -> Found:
    """Measures of the bank that have been tried, or tried and continued in daily work, until a day, each by its key.

    Source: ranked wish 18.
    """
    keys = {text: item["key"] for item in library.measure_bank() for text in item["description"].values()}
    rows = Evaluation.objects.filter(evaluated_on__lte=day, measure__description__in=list(keys))
    rows = rows.exclude(outcome=EvaluationOption.MISREGISTERED)
    if continued:
        rows = rows.filter(outcome=EvaluationOption.EFFECT_CONTINUED)
    found = rows.values_list("log__unit_id", "log_id", "measure__description")
    for unit, log, text in found.iterator():
        yield unit, keys[text], log, 1


def _held(after, day):
    """Meetings of the time that nobody has cancelled."""
    rows = Meeting.objects.exclude(state=MeetingState.CANCELLED)
    return rows.filter(starts_at__date__gt=after, starts_at__date__lte=day)
