"""A log as one document of plain values, for a package: what the pages show this reader, without the pages."""

from stafett.access.enums import LogState
from stafett.child_page.queries import goals_of
from stafett.kernel.clock import local
from stafett.log_meetings.queries.family import meetings_with_minutes
from stafett.log_meetings.queries.wish import current_wish
from stafett.register.directory import shown_unit
from stafett.relay_log.enums import GoalKind, Level, MeasureState, StepState
from stafett.relay_log.queries.analysis import shared_factors
from stafett.relay_log.queries.coordination import coordination_of, told
from stafett.relay_log.queries.family import pages_of_story
from stafett.relay_log.queries.parts import concern_parts, steps_of
from stafett.relay_log.views import presenting, story
from stafett.transfers.queries.carried import carried_into
from stafett.transfers.views import carried


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
        "meetings": [_meeting(meeting) for meeting in meetings_with_minutes(log)],
        "childs_goals": [_childs_goal(goal) for goal in goals_of(log)],
        "childs_wish": [{"about": about, "words": words} for about, words in _wish(log)],
        "coordination": [{"about": about, "words": words} for about, words in coordination_told(log)],
        "carried": [_carried(row, log) for row in carried_into(log)],
        "story": [_told(entry) for page in pages for entry in story.told(page, sees_drafts=False)],
    }


def concern_of(concern) -> dict:
    """One reached concern as the same plain values, and why it is kept from guardians if it is (L-13); `concern.log`
    carries its sight. What is not shared is not here, whoever reads (S001-23)."""
    return _concern(concern, concern.log) | {"kept_from_guardians": concern.kept_from_guardians}


def coordination_told(log):
    """What is written of the log's coordination, for papers that leave the house: (what it is about, words) (L-41)."""
    said = coordination_of(log)
    return told(said, shown_unit(log.child, said.unit, None) if said.unit else "")


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
        "category": concern.category_label,
        "subcategory": concern.subcategory_label,
        "background": concern.background,
        "context": concern.context,
        "child_view": concern.child_view,
        "child_disagrees": concern.child_disagrees,
        "disagreement_weighed": concern.disagreement_weighed,
        "informed": presenting.informed(concern),
        "talked_with_guardians_on": _iso(concern.talked_with_guardians_on),
        "talked_with_child_on": _iso(concern.talked_with_child_on),
        "no_child_talk_reason": concern.no_child_talk_reason,
        "no_child_measure_reason": concern.no_child_measure_reason,
        "ended_reason": concern.ended_reason,
        "goals": [_goal(goal) for goal in parts["goals"]],
        "factors": [_factor(factor) for factor in shared_factors(concern)],
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


def _factor(factor):
    return {
        "kind": factor.get_kind_display(),
        "text": factor.text,
        "named_by": factor.get_named_by_display(),
        "within_reach": factor.is_within_reach,
    }


def _measure(measure):
    outcome = measure.outcome or ""
    return {
        "description": measure.description,
        "where": measure.place_label,
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


def _meeting(meeting):
    """A meeting and its minutes. What somebody wrote with an answer is for whoever invites, so it is not here."""
    return {
        "at": local(meeting.starts_at).isoformat(timespec="minutes"),
        "kind": meeting.get_kind_display(),
        "form": meeting.get_form_display(),
        "state": meeting.get_state_display(),
        "people": [_invited(each) for each in meeting.people],
        "minutes": [{"heading": part["heading"], "text": part["text"]} for part in meeting.parts],
        "confirmations": [
            {"name": each.name, "agrees": each.agrees, "words": each.words, "on": _day(each.at)}
            for each in meeting.answers
        ],
    }


def _invited(invitation):
    return {
        "name": invitation.person.name,
        "role": invitation.get_relation_display(),
        "answer": invitation.get_answer_display(),
        "was_there": invitation.was_there,
    }


def _childs_goal(goal):
    return {"text": goal.text, "written_on": _day(goal.written_at), "replaced_on": _day(goal.replaced_at)}


def _wish(log):
    wish = current_wish(log)
    return wish.lines() if wish else ()


def _carried(row, log):
    """A part of the history from another municipality, with whose words it is (ADR 0044)."""
    part = carried.told(row.kind, row.content)
    return {
        "source": carried.source(row, log.child.person),
        "heading": part.heading,
        "facts": [{"about": term, "words": value} for term, value in part.facts],
        "lists": [{"heading": heading, "lines": list(lines)} for heading, lines in part.lists],
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
