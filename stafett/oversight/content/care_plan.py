"""One concern as a CarePlan of HL7 FHIR R4 (4.0.1): JSON that other systems can read, with goals and activities. Pure.

Codes are those of the required value sets; words stand as text, since no code system has ours. No personal number: whoever
takes it in knows whose it is (hl7.org/fhir/R4/careplan.html, ADR 0044).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

FORMAT = "application/fhir+json"
_ACHIEVED = {
    "system": "http://terminology.hl7.org/CodeSystem/goal-achievement", "code": "achieved", "display": "Achieved",
}  # fmt: skip
_RESTRICTED = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R", "display": "restricted",
}  # fmt: skip
_CHILD = {"reference": "#child"}
_PLAN_STATUS = {"shared": "draft", "active": "active", "achieved": "completed", "ended": "revoked"}
_GOAL_STATUS = {"shared": "proposed", "active": "active", "achieved": "completed", "ended": "cancelled"}
_ACTIVITY_STATUS = {"planned": "not-started", "active": "in-progress", "evaluated": "completed"}


@dataclass(frozen=True)
class PlanGoal:
    """A goal: its words, how one sees that it is reached, when it was written, and when it was reached or replaced."""

    text: str
    indicator: str
    written_on: date
    reached_on: date | None = None
    is_replaced: bool = False


@dataclass(frozen=True)
class Activity:
    """A measure: its words, where, of what kind, whose, from and until when, its state, and how it went."""

    description: str
    where: str
    kind: str
    owners: str
    start_by: date
    evaluate_by: date
    state: str
    is_mistake: bool = False
    outcome: str = ""
    words: str = ""


@dataclass(frozen=True)
class PlanSource:
    """A shared concern as a CarePlan needs it. `state` is the concern's; `number` its id, by which a later copy is known as
    the same."""

    number: str
    state: str
    title: str
    category: str
    description: str
    language: str
    child_name: str
    child_born: date | None
    author: str
    shared_on: date
    ended_on: date | None
    goals: Sequence[PlanGoal]
    activities: Sequence[Activity]
    notes: Sequence[str]


def care_plan(source: PlanSource) -> dict[str, Any]:
    """The CarePlan as plain JSON values; nothing in it is empty, as FHIR asks. Source: W-12, W-15."""
    contained = [_patient(source), *_goals(source)]
    return _filled({
        "resourceType": "CarePlan",
        "meta": {"security": [_RESTRICTED]},
        "language": source.language,
        "text": {"status": "generated", "div": _narrative(source)},
        "contained": contained,
        "identifier": [{"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{source.number}"}],
        "status": _PLAN_STATUS[source.state],
        "intent": "plan",
        "category": [{"text": source.category}],
        "title": source.title,
        "description": source.description,
        "subject": _CHILD,
        "period": {"start": source.shared_on.isoformat(), "end": _iso(source.ended_on)},
        "created": source.shared_on.isoformat(),
        "author": {"display": source.author},
        "goal": [{"reference": f"#{each['id']}"} for each in contained[1:]],
        "activity": [_activity(each) for each in source.activities],
        "note": [{"text": words} for words in source.notes if words],
    })  # fmt: skip


def _patient(source):
    return _filled({
        "resourceType": "Patient", "id": "child", "name": [{"text": source.child_name}], "birthDate": _iso(source.child_born),
    })  # fmt: skip


def _goals(source):
    for number, goal in enumerate(source.goals, start=1):
        yield _filled({
            "resourceType": "Goal",
            "id": f"goal-{number}",
            "lifecycleStatus": _lifecycle(goal, source.state),
            "achievementStatus": {"coding": [_ACHIEVED]} if goal.reached_on else None,
            "description": {"text": goal.text},
            "subject": _CHILD,
            "startDate": goal.written_on.isoformat(),
            "statusDate": _iso(goal.reached_on),
            "note": [{"text": goal.indicator}] if goal.indicator else None,
        })  # fmt: skip


def _lifecycle(goal, state):
    if goal.reached_on:
        return "completed"
    return "cancelled" if goal.is_replaced else _GOAL_STATUS[state]


def _activity(activity):
    status = "entered-in-error" if activity.is_mistake else _ACTIVITY_STATUS[activity.state]
    start, end = sorted((activity.start_by, activity.evaluate_by))  # a period never ends before it begins
    detail = {
        "code": {"text": activity.kind},
        "status": status,
        "scheduledPeriod": {"start": start.isoformat(), "end": end.isoformat()},
        "location": {"display": activity.where},
        "performer": [{"display": activity.owners}] if activity.owners else None,
        "description": activity.description,
    }
    return _filled({
        "outcomeCodeableConcept": [{"text": activity.outcome}] if activity.outcome else None,
        "progress": [{"text": activity.words}] if activity.words else None,
        "detail": detail,
    })  # fmt: skip


def _narrative(source):
    """The same for people: a heading and a list (XHTML without anything that runs)."""
    lines = "".join(f"<li>{escape(each.description)}</li>" for each in source.activities)
    listed = f"<ul>{lines}</ul>" if lines else ""
    return f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{escape(source.title)}</p>{listed}</div>'


def _filled(value):
    """The value without what is empty, however deep: FHIR has no empty texts, lists or objects."""
    if isinstance(value, dict):
        kept = {name: _filled(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in (None, "", [], {})}
    if isinstance(value, list):
        return [each for each in map(_filled, value) if each not in (None, "", [], {})]
    return value


def _iso(day):
    return day.isoformat() if day else None
