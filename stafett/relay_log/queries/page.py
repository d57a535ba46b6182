"""Everything one log page shows, in a fixed number of queries."""

from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Concat, JSONObject

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.audit import trail
from stafett.register import staff
from stafett.relay_log.enums import StepState
from stafett.relay_log.models import Coordination, Goal, LadderStep, Measure, MeasureLadder, MeasureOwner
from stafett.relay_log.queries.next_line import next_in
from stafett.relay_log.queries.sight import bright_spots_seen, concerns_seen, notes_seen
from stafett.relay_log.rules import coordination
from stafett.relay_log.rules.whats_next import WhatsNext

STORY = 20


@dataclass(frozen=True)
class Words:
    """A bright spot or a note, why it is kept from guardians (empty when it is shared), and who wrote it."""

    text: str
    kept: str
    author_id: UUID


@dataclass(frozen=True)
class LogPage:
    """A log as a page shows it. `story` are trail entries that this reader may be told, `words` bright spots and notes
    (as Words) by id, `newest` the number of the newest act in the log, `older` where the next page of the story begins,
    `coordination` who coordinates (None on level 1, and where nobody has said it).
    """

    concerns: list
    people: list
    story: list
    words: dict
    next: WhatsNext
    measures: dict = field(default_factory=dict)
    older: int | None = None
    newest: int = 0
    coordination: object = None


def log_page(log, *, today, before=None) -> LogPage:
    """The page of a reached log. `log` carries `.standing`, `.relation` and `.sight`; `before` pages the story."""
    concerns = _concerns(log)
    measures = measures_of(log, concerns)
    for concern in concerns:
        concern.shown_measures = [m for m in measures if m.concern_id == concern.pk]
    story = trail.story_of(log.pk, limit=STORY + 1, before=before)
    words = _words(log, story[:STORY])
    seen = {concern.pk for concern in concerns} | {measure.pk for measure in measures} | set(words)
    seen |= {UUID(ladder["id"]) for concern in concerns for ladder in concern.shown_ladders}
    return LogPage(
        concerns=concerns,
        measures={measure.pk: measure for measure in measures},
        people=grants_of(log, today=today),
        story=[entry for entry in story[:STORY] if is_told(entry, seen)],
        words=words,
        next=next_in(
            log,
            standing=log.standing,
            concern_states=[concern.state for concern in concerns],
            measures=measures,
            today=today,
        ),
        older=story[STORY - 1].number if len(story) > STORY else None,
        newest=story[0].number if story else 0,
        coordination=_coordination(log),
    )


def is_told(entry, seen) -> bool:
    """Whether a reader who sees the things with these ids may be told of an act. What is about the log itself is for
    everyone in it."""
    about = about_what(entry)
    return about is None or about in seen


def about_what(entry) -> UUID | None:
    """The id of what decides who may know of an act: a concern, something in one, or words; None when it is the log."""
    if "concern" in entry.facts:
        return UUID(entry.facts["concern"])
    return entry.thing_id if entry.thing_kind in _SEEN_OR_NOT else None


_SEEN_OR_NOT = {f"relay_log.{name}" for name in ("concern", "measure", "measureladder", "note", "brightspot")}


def visible_concerns(log):
    """Concerns of a reached log that this reader sees (L-07, L-13, X5)."""
    return concerns_seen(log.sight, log.pk)


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
            shown_owners=ArraySubquery(
                owners.values(json=JSONObject(kind="kind", name=named, person="person_id"))
            ),
        )
        .order_by("created_at", "id")
    )
    return list(rows)


def grants_of(log, *, today):
    """Open places in the log with person and unit, the holder first; `is_employed` is false for who has left (L-29).

    Who comes from outside the municipality has a last day instead (W-05).
    """
    employed = staff.holding_in_unit(person=OuterRef("person_id"), unit=OuterRef("unit_id"), day=today)
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
    return list(
        Grant.objects.filter(lasting, log_id=log.pk, ended_at__isnull=True)
        .annotate(is_employed=Q(relation=Relation.EXTERNAL) | Q(Exists(employed)))
        .select_related("person", "unit")
        .order_by("relation", "person__sort_key", "id")
    )


def _coordination(log):
    """Asked for only where several services may be in the log (L-41)."""
    if not coordination.is_due(log.level):
        return None
    return Coordination.objects.filter(log_id=log.pk).select_related("unit", "child_coordinator").first()


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


def _words(log, story) -> dict[UUID, "Words"]:
    """The bright spots and notes that the story tells of, as far as the reader sees them, by id."""
    ids = [
        entry.thing_id for entry in story if entry.thing_kind in ("relay_log.brightspot", "relay_log.note")
    ]
    columns = ("id", "text", "kept", "author_id")
    bright_spots = bright_spots_seen(log.sight, log.pk).annotate(kept=Value(""))
    notes = notes_seen(log.sight, log.pk).annotate(kept=F("kept_from_guardians"))
    parts = [rows.filter(pk__in=ids).order_by().values_list(*columns) for rows in (bright_spots, notes)]
    return {pk: Words(*rest) for pk, *rest in parts[0].union(parts[1])}
