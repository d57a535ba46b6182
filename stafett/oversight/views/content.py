"""A log as one document of plain values, for a package: what the pages show this reader, without the pages."""

from stafett.access.enums import LogState
from stafett.kernel.clock import local
from stafett.register.directory import shown_unit
from stafett.relay_log.enums import Arena, GoalKind, Level, MeasureState, StepState
from stafett.relay_log.queries.family import pages_of_story
from stafett.relay_log.queries.parts import concern_parts, steps_of
from stafett.relay_log.views import presenting, story


def document_of(log, *, today) -> dict:
    """Everything the reader may see of a log they have reached, as dicts, lists, texts and ISO dates."""
    pages = list(pages_of_story(log, today=today))
    first = pages[0]
    return {
        "child": log.child.person.name,
        "unit": shown_unit(log.child, log.child.unit, None),
        "municipality": log.municipality.name,
        "state": str(LogState(log.state).label),
        "level": str(Level(log.level).label),
        "started_on": _day(log.started_at),
        "closed_on": _day(log.closed_at),
        "summary": log.summary,
        "consent_until": _iso(log.standing.ends_on),
        "people": [
            _person(each)
            for each in presenting.people(first.people, log.standing, child=log.child, reader=None)
        ],
        "concerns": [_concern(concern, log) for concern in first.concerns],
        "story": [_told(entry) for page in pages for entry in story.told(page, sees_drafts=False)],
    }


def _person(person):
    return {
        "name": person.name,
        "role": str(person.role),
        "unit": person.unit or "",
        "purpose": person.contact or "",
    }


def _concern(concern, log):
    concern.log = log
    parts = concern_parts(concern)
    return {
        "title": concern.title,
        "state": concern.get_state_display(),
        "category": concern.get_category_display(),
        "subcategory": concern.get_subcategory_display() if concern.subcategory else "",
        "background": concern.background,
        "context": concern.context,
        "child_view": concern.child_view,
        "informed": presenting.informed(concern),
        "talked_with_guardians_on": _iso(concern.talked_with_guardians_on),
        "talked_with_child_on": _iso(concern.talked_with_child_on),
        "no_child_talk_reason": concern.no_child_talk_reason,
        "no_child_measure_reason": concern.no_child_measure_reason,
        "ended_reason": concern.ended_reason,
        "goals": [_goal(goal) for goal in parts["goals"]],
        "factors": [{"kind": f.get_kind_display(), "text": f.text} for f in parts["factors"]],
        "measures": [_measure(measure) for measure in parts["measures"]],
        "ladders": [_ladder(ladder) for ladder in parts["ladders"]],
    }


def _goal(goal):
    return {
        "text": goal.text,
        "kind": str(GoalKind(goal.kind).label),
        "success_indicator": goal.success_indicator,
        "written_on": _day(goal.created_at),
        "replaced_on": _day(goal.replaced_at),
        "reached_on": _iso(goal.reached_on),
    }


def _measure(measure):
    outcome = measure.outcome or ""
    return {
        "description": measure.description,
        "where": str(Arena(measure.arena).label),
        "type": measure.get_type_display(),
        "state": str(MeasureState(measure.state).label),
        "owners": presenting.owners(measure.shown_owners),
        "start_by": _iso(measure.start_by),
        "evaluate_by": _iso(measure.evaluate_by),
        "outcome": str(presenting.EvaluationOption(outcome).label) if outcome else "",
        "words": measure.outcome_words or "",
    }


def _ladder(ladder):
    return {
        "title": ladder.title,
        "steps": [
            {"text": step.text, "state": str(StepState(step.state).label), "done_on": _iso(step.done_on)}
            for step in steps_of(ladder)
        ],
    }


def _told(entry):
    return {
        "at": entry.at.isoformat(timespec="minutes"),
        "sentence": entry.sentence,
        "words": entry.quote or "",
    }


def _day(moment):
    return local(moment).date().isoformat() if moment else ""


def _iso(day):
    return day.isoformat() if day else ""
