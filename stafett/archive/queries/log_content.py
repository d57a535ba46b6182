"""A whole log as plain values for the archive: everything that was shared in it, whoever it was kept from, with what
stood before and what happened (L-55). Drafts that were never shared are no record, and are not here (X5, S001-23).

A fixed number of questions a log. Dates are ISO texts; every value is a text, a number, a list or a dict.
"""

from collections import defaultdict

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.archive.queries.log_story import events_of, former_texts_of
from stafett.child_page.models import ChildGoal
from stafett.consent.models import Consent
from stafett.kernel.clock import local
from stafett.log_meetings.enums import MeetingState
from stafett.log_meetings.models import Confirmation, Invitation, Meeting, MinutesPart
from stafett.relay_log.enums import ConcernState, Level, MeasureState
from stafett.relay_log.models import (
    BrightSpot,
    Concern,
    Evaluation,
    Goal,
    LadderStep,
    MaintainingFactor,
    Measure,
    MeasureLadder,
    MeasureOwner,
    Note,
    RelayLog,
)
from stafett.relay_log.queries.coordination import coordination_of, told

FORMAT = "stafett-logg/1"


def content_of(log_id) -> dict:
    """Everything in the log, as `content/log.schema.json` describes it. Must run within the municipality.

    Raises RelayLog.DoesNotExist.
    """
    log = RelayLog.objects.select_related(
        "child__person", "child__unit", "unit", "municipality", "leader", "closed_by", "started_by"
    ).get(pk=log_id)
    concerns = list(
        Concern.objects.filter(log=log).exclude(state=ConcernState.DRAFT).order_by("created_at", "id")
    )
    parts = _Parts(log)
    return {
        "format": FORMAT,
        "id": str(log.pk),
        "municipality": log.municipality.name,
        "unit": log.unit.name,
        "child": {
            "id": str(log.child_id),
            "name": log.child.person.name,
            "birth_date": _iso(log.child.person.birth_date),
            "unit": log.child.unit.name,
        },
        "state": str(LogState(log.state).label),
        "level": str(Level(log.level).label),
        "leader": log.leader.name,
        "started_at": _moment(log.started_at),
        "started_by": log.started_by.name,
        "closed_at": _moment(log.closed_at),
        "closed_by": log.closed_by.name if log.closed_by else "",
        "summary": log.summary,
        "people": _people(log),
        "consents": _consents(log),
        "concerns": [_concern(concern, parts) for concern in concerns],
        "notes": [_word(note) for note in parts.notes[None]],
        "bright_spots": [_word(spot) for spot in BrightSpot.objects.filter(log=log).order_by("at", "id")],
        "childs_goals": [
            {"text": goal.text, "said": goal.get_said_display(), "written_at": _moment(goal.written_at),
             "replaced_at": _moment(goal.replaced_at)}
            for goal in ChildGoal.objects.filter(log=log).order_by("written_at", "id")
        ],
        **_coordination(log),
        "meetings": _meetings(log),
        "former": former_texts_of([*concerns, *parts.rows]),
        "events": events_of(log),
    }  # fmt: skip


def _coordination(log):
    """Who coordinates, where somebody does; else nothing, as in packages from before."""
    said = coordination_of(log)
    rows = told(said, said.unit.name if said.unit else "")
    return {"coordination": [{"about": about, "words": words} for about, words in rows]} if rows else {}


class _Parts:
    """What stands under the concerns of a log, by the concern's id."""

    def __init__(self, log):
        measures = list(Measure.objects.filter(log=log).order_by("created_at", "id"))
        goals = list(Goal.objects.filter(log=log).order_by("created_at", "id"))
        factors = MaintainingFactor.objects.filter(log=log, shared_at__isnull=False)
        ladders = list(MeasureLadder.objects.filter(log=log).order_by("created_at", "id"))
        notes = list(Note.objects.filter(log=log).order_by("at", "id"))
        self.measures, self.goals, self.ladders = (
            _grouped(rows, "concern_id") for rows in (measures, goals, ladders)
        )
        self.factors = _grouped(factors.order_by("created_at", "id"), "concern_id")
        self.notes = _grouped(notes, "concern_id")
        owners = MeasureOwner.objects.filter(log=log).select_related("person").order_by("kind", "id")
        self.owners = _grouped(owners, "measure_id")
        evaluations = Evaluation.objects.filter(log=log).select_related("recorded_by")
        self.evaluations = {each.measure_id: each for each in evaluations}
        self.steps = _grouped(LadderStep.objects.filter(log=log).order_by("position"), "ladder_id")
        self.rows = [*measures, *goals, *notes]


def _concern(concern, parts):
    return {
        "id": str(concern.pk),
        "title": concern.title,
        "state": concern.get_state_display(),
        "category": concern.category_label,
        "subcategory": concern.subcategory_label,
        "background": concern.background,
        "context": concern.context,
        "talked_with_guardians_on": _iso(concern.talked_with_guardians_on),
        "talked_with_child_on": _iso(concern.talked_with_child_on),
        "child_view": concern.child_view,
        "child_disagrees": concern.child_disagrees,
        "disagreement_weighed": concern.disagreement_weighed,
        "no_child_talk_reason": concern.no_child_talk_reason,
        "no_child_measure_reason": concern.no_child_measure_reason,
        "kept_from_guardians": concern.kept_from_guardians,
        "shared_at": _moment(concern.shared_at),
        "ended_at": _moment(concern.ended_at),
        "ended_reason": concern.ended_reason,
        "goals": [_goal(goal) for goal in parts.goals[concern.pk]],
        "factors": [
            {
                "kind": factor.get_kind_display(),
                "text": factor.text,
                "named_by": factor.get_named_by_display(),
            }
            for factor in parts.factors[concern.pk]
        ],
        "measures": [_measure(measure, parts) for measure in parts.measures[concern.pk]],
        "ladders": [_ladder(ladder, parts) for ladder in parts.ladders[concern.pk]],
        "notes": [_word(note) for note in parts.notes[concern.pk]],
    }


def _goal(goal):
    return {
        "text": goal.text,
        "kind": goal.get_kind_display(),
        "success_indicator": goal.success_indicator,
        "written_at": _moment(goal.created_at),
        "replaced_at": _moment(goal.replaced_at),
        "reached_on": _iso(goal.reached_on),
    }


def _measure(measure, parts):
    evaluation = parts.evaluations.get(measure.pk)
    return {
        "id": str(measure.pk),
        "description": measure.description,
        "type": measure.get_type_display(),
        "where": measure.place_label,
        "state": str(MeasureState(measure.state).label),
        "owners": [
            owner.person.name if owner.person else owner.get_kind_display() for owner in parts.owners[measure.pk]
        ],
        "start_by": _iso(measure.start_by),
        "evaluate_by": _iso(measure.evaluate_by),
        "evaluation": {
            "outcome": evaluation.get_outcome_display(),
            "form": evaluation.get_form_display(),
            "words": evaluation.words,
            "evaluated_on": _iso(evaluation.evaluated_on),
            "recorded_by": evaluation.recorded_by.name,
        } if evaluation else None,
    }  # fmt: skip


def _ladder(ladder, parts):
    return {
        "title": ladder.title,
        "steps": [
            {"text": step.text, "state": step.get_state_display(), "done_on": _iso(step.done_on)}
            for step in parts.steps[ladder.pk]
        ],
    }


def _word(row):
    """A note or a bright spot."""
    return {
        "at": _moment(row.at),
        "author": row.author_name,
        "title": row.author_title,
        "text": row.text,
        "kept_from_guardians": getattr(row, "kept_from_guardians", ""),
    }


def _people(log):
    grants = Grant.objects.filter(log=log).select_related("person", "unit").order_by("started_at", "id")
    return [
        {
            "name": grant.person.name,
            "role": str(Relation(grant.relation).label),
            "unit": grant.unit.name,
            "purpose": grant.purpose,
            "from": _moment(grant.started_at),
            "to": _moment(grant.ended_at) or _iso(grant.ends_on),
        }
        for grant in grants
    ]


def _consents(log):
    rows = Consent.objects.filter(log=log).select_related("guardian").order_by("recorded_at", "id")
    return [
        {
            "given_by": row.guardian.name,
            "form": row.get_form_display(),
            "signed_on": _iso(row.signed_on),
            "valid_until": _iso(row.valid_until),
            "limits": row.limits,
            "recorded_at": _moment(row.recorded_at),
        }
        for row in rows
    ]


def _meetings(log):
    rows = Meeting.objects.filter(log=log).select_related("chair", "writer").order_by("starts_at", "id")
    invited = _grouped(
        Invitation.objects.filter(log=log).select_related("person").order_by("person__sort_key", "id"),
        "meeting_id",
    )
    minutes = _grouped(MinutesPart.objects.filter(log=log).order_by("position"), "meeting_id")
    confirmed = _grouped(Confirmation.objects.filter(log=log).order_by("at", "id"), "meeting_id")
    return [
        {
            "id": str(meeting.pk),
            "at": _moment(meeting.starts_at),
            "kind": meeting.get_kind_display(),
            "form": meeting.get_form_display(),
            "state": str(MeetingState(meeting.state).label),
            "done_at": _moment(meeting.done_at),
            "chair": meeting.chair.name,
            "writer": meeting.writer.name,
            "cancelled_reason": meeting.cancelled_reason,
            "people": [
                {"name": each.person.name, "role": each.get_relation_display(), "was_there": bool(each.was_there)}
                for each in invited[meeting.pk]
            ],
            "minutes": [{"heading": part.heading, "text": part.text} for part in minutes[meeting.pk]],
            "confirmations": [
                {"name": each.name, "agrees": each.agrees, "words": each.words, "at": _moment(each.at)}
                for each in confirmed[meeting.pk]
            ],
        }
        for meeting in rows
    ]  # fmt: skip


def _grouped(rows, name):
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def _moment(moment):
    return local(moment).isoformat(timespec="seconds") if moment else ""


def _iso(day):
    return day.isoformat() if day else ""
