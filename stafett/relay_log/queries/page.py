"""Everything one log page shows, in a fixed number of queries."""

from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Coalesce, Concat, JSONObject

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.audit import trail
from stafett.register import staff
from stafett.relay_log.enums import ConcernState, StepState
from stafett.relay_log.models import (
    BrightSpot,
    Concern,
    Goal,
    LadderStep,
    Measure,
    MeasureLadder,
    MeasureOwner,
    Note,
)
from stafett.relay_log.queries.next_line import next_in
from stafett.relay_log.rules.whats_next import WhatsNext

STORY = 20


@dataclass(frozen=True)
class LogPage:
    """A log as a page shows it. `story` are trail entries, `words` texts of bright spots and notes by id."""

    concerns: list
    people: list
    story: list
    words: dict
    next: WhatsNext
    measures: dict = field(default_factory=dict)
    older: int | None = None


def log_page(log, *, today, before=None) -> LogPage:
    """The page of a reached log. `log` carries `.standing` and `.relation`; `before` pages the story."""
    concerns = _concerns(log)
    measures = measures_of(log, concerns)
    for concern in concerns:
        concern.shown_measures = [m for m in measures if m.concern_id == concern.pk]
    story = trail.story_of(log.pk, limit=STORY + 1, before=before)
    return LogPage(
        concerns=concerns,
        measures={measure.pk: measure for measure in measures},
        people=grants_of(log, today=today),
        story=story[:STORY],
        words=_words(story[:STORY]),
        next=next_in(
            log,
            standing=log.standing,
            concern_states=[concern.state for concern in concerns],
            measures=measures,
            today=today,
        ),
        older=story[STORY - 1].number if len(story) > STORY else None,
    )


def visible_concerns(log):
    """Concerns of a log that this reader may see: drafts only for the baton holder (X5)."""
    rows = Concern.objects.filter(log_id=log.pk)
    return rows if log.relation == Relation.BATON_HOLDER else rows.exclude(state=ConcernState.DRAFT)


def measures_of(log, concerns):
    """Measures of these concerns with outcome and owners, in the order they were made."""
    owners = MeasureOwner.objects.filter(measure_id=OuterRef("pk")).order_by("kind")
    named = Concat("person__given_name", Value(" "), "person__family_name")
    rows = (
        Measure.objects.filter(log_id=log.pk, concern_id__in=[concern.pk for concern in concerns])
        .annotate(
            concern_state=F("concern__state"),
            outcome=F("evaluation__outcome"),
            outcome_words=F("evaluation__words"),
            shown_owners=ArraySubquery(owners.values(json=JSONObject(kind="kind", name=named))),
        )
        .order_by("created_at", "id")
    )
    return list(rows)


def grants_of(log, *, today):
    """Open places in the log with person and unit, the holder first; `is_employed` is false for who has left (L-29)."""
    employed = staff.holding_in_unit(person=OuterRef("person_id"), unit=OuterRef("unit_id"), day=today)
    return list(
        Grant.objects.filter(log_id=log.pk, ended_at__isnull=True)
        .annotate(is_employed=Exists(employed))
        .select_related("person", "unit")
        .order_by("relation", "person__sort_key", "id")
    )


def _concerns(log):
    steps = LadderStep.objects.filter(ladder__concern_id=OuterRef("pk")).exclude(state=StepState.MERGED)
    ladders = MeasureLadder.objects.filter(concern_id=OuterRef("pk")).order_by("created_at")
    rows = (
        visible_concerns(log)
        .annotate(
            goal_text=_current_goal("text"),
            goal_indicator=_current_goal("success_indicator"),
            shown_ladders=ArraySubquery(ladders.values(json=JSONObject(id="id", title="title"))),
            shown_steps=ArraySubquery(steps.values("state")),
        )
        .order_by("created_at", "id")
    )
    return list(rows)


def _current_goal(column):
    goal = Goal.objects.filter(concern_id=OuterRef("pk"), replaced_at__isnull=True)
    return Coalesce(goal.values(column)[:1], Value(""), output_field=CharField())


def _words(story):
    """Texts of the bright spots and notes that the story tells of."""
    ids = [
        entry.thing_id for entry in story if entry.thing_kind in ("relay_log.brightspot", "relay_log.note")
    ]
    bright_spots = BrightSpot.objects.filter(pk__in=ids).values_list("id", "text")
    return dict(bright_spots.union(Note.objects.filter(pk__in=ids).values_list("id", "text")))
