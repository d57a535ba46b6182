"""Counting: what the job does on a counting day. Nobody acts, and what was counted once is left as it was."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from statistics import median_low
from uuid import UUID

from stafett.access.enums import Relation
from stafett.insight import rules
from stafett.insight.enums import FigureKind
from stafett.insight.models import Count, Figure
from stafett.insight.operations.sharing import publish
from stafett.insight.queries import counting, measuring
from stafett.relay_log.enums import EvaluationOption

BY_SUBJECT = (FigureKind.EFFECT, FigureKind.SOME_EFFECT, FigureKind.BANK_USED, FigureKind.BANK_CONTINUED)


def count_up(municipality_id: UUID, *, today: date) -> int:
    """Count the municipality as it was on the newest counting day; gives how many rows that made.

    Must run within the municipality. A day that has been counted stays as it is: what has been shown is not
    counted anew, since two counts of one day would tell of what lies between them (ADR 0033). A municipality that
    shares its numbers publishes the new ones in the same transaction (ADR 0042).
    """
    day = rules.newest_counting_day(today)
    if counting.is_counted(day):
        return 0
    logs = counting.open_logs(day)
    common = {"municipality_id": municipality_id, "counted_on": day}
    kinds = counting.kinds()
    counts = [
        Count(unit_id=unit, kind=kinds[unit], band=band, question=question, logs=number, **common)
        for (unit, band, question), number in counting.counts(logs, day=day).items()
    ]
    figures = [Figure(**each, **common) for each in (*_figures(day), *_children())]
    Count.objects.bulk_create(counts, batch_size=1000)
    Figure.objects.bulk_create(figures, batch_size=1000)
    publish(today=today)
    return len(counts) + len(figures)


def _figures(day):
    after = rules.counting_day_before(day)
    found = {
        FigureKind.WEEKS_TO_MEASURE: measuring.weeks_to_measure(after, day),
        FigureKind.EVALUATED_ON_TIME: measuring.evaluated_on_time(after, day),
        FigureKind.GUARDIAN_THERE: measuring.meetings_with(Relation.GUARDIAN, after, day),
        FigureKind.CHILD_THERE: measuring.meetings_with(Relation.CHILD, after, day),
        FigureKind.WRITTEN_LIVE: measuring.written_live(after, day),
        FigureKind.EFFECT: measuring.outcomes(after, day, *measuring.EFFECTS),
        FigureKind.SOME_EFFECT: measuring.outcomes(after, day, EvaluationOption.SOME_EFFECT),
        FigureKind.BANK_USED: measuring.bank_measures(day, continued=False),
        FigureKind.BANK_CONTINUED: measuring.bank_measures(day, continued=True),
    }
    for kind, rows in found.items():
        yield from _of_kind(kind, rows)


def _of_kind(kind: FigureKind, rows: Iterable):
    """A figure for the municipality, and, where it is not told by subject, one for each unit."""
    values, behind = defaultdict(list), defaultdict(set)
    for unit, subject, log, value in rows:
        for place in (None,) if kind in BY_SUBJECT else (None, unit):
            values[place, subject].append(value)
            behind[place, subject].add(log)
    for (place, subject), found in values.items():
        logs = len(behind[place, subject])
        yield {
            "unit_id": place, "kind": kind.value, "subject": subject, "logs": logs, "value": _summed_up(kind, found, logs),
        }  # fmt: skip


def _children():
    """How many children the register has in each unit, and in all: what numbers of logs are held against (S002-12)."""
    found = counting.children()
    for unit, number in {None: sum(found.values()), **found}.items():
        yield {"unit_id": unit, "kind": FigureKind.CHILDREN.value, "value": number, "logs": 0}


def _summed_up(kind, values, logs):
    if kind == FigureKind.WEEKS_TO_MEASURE:
        return median_low(values)
    if kind in (FigureKind.BANK_USED, FigureKind.BANK_CONTINUED):
        return logs
    return round(100 * sum(values) / len(values))
