"""What a step about measures becomes in the log: how it has gone, what we do now, from when, and when we meet again.

As in `placing.py`: through the log's own operations, remembered in `meeting.placed`, refused by the log's own rules.
"""

from datetime import time, timedelta
from uuid import UUID

from stafett.access.enums import Relation
from stafett.kernel.verdict import no, require
from stafett.log_meetings.enums import MeetingForm, MeetingKind, MeetingState, Refusal
from stafett.log_meetings.models import Meeting
from stafett.log_meetings.operations.placing import day_said, said
from stafett.log_meetings.operations.planning import change_meeting, plan_meeting
from stafett.log_meetings.rules.planning import on_the_clock
from stafett.relay_log import operations as log_operations
from stafett.relay_log.enums import Arena, ConcernState, EvaluationForm, MeasureState, OwnerKind
from stafett.relay_log.queries.parts import concern_in, owners_of
from stafett.relay_log.rules import concerns, measures

PERSON = "person:"  # before the id of a participant who follows a measure up
_WORDS = ("arena", "type", "description", "is_habit", "start_by", "evaluate_by", "shaped_with_guardians")


def place_evaluation(actor, sitting):
    """Evaluate the measure on the screen with those who are there, and say what comes after it (S001-42..44, S003-72)."""
    meeting, row = sitting.meeting, sitting.evaluated
    if row is None:
        return
    start = f"evaluation.{row.pk.hex}"
    option = said(sitting, f"{start}.option")
    if row.state == MeasureState.ACTIVE:
        if not option:
            require(no(Refusal.OPTION_MISSING))
        done = log_operations.evaluate_measure(
            actor=actor, log=meeting.log, measure=row, option=option, form=_form(meeting), today=sitting.today,
            took_part=[each for each in said(sitting, f"{start}.took_part").split(",") if each],
            words=said(sitting, f"{start}.words"), new_evaluate_by=None, reason="",
        )  # fmt: skip
        meeting.placed[start] = option
        _what_next(actor, sitting, row, done, said(sitting, f"{start}.next"))
    _turn_to_next(sitting, row)


def place_measures(actor, sitting):
    """Put in the measures of the three slots; those emptied again are taken out (S003-46..53, S001-26..28)."""
    meeting = sitting.meeting
    concern = concern_in(meeting.log, meeting.concern_id) if meeting.concern_id else None
    written = [slot for slot in sitting.slots if said(sitting, f"measure.{slot}.text").strip()]
    if concern is None and written:
        require(no(Refusal.NO_CONCERN))
    placed = dict(sitting.placed_measures)
    for slot in sitting.slots:
        row = placed.get(slot)
        if slot in written:
            _write_measure(actor, sitting, concern, slot, row)
        elif row is not None:
            log_operations.discard_measure(actor=actor, log=meeting.log, measure=row)
            del meeting.placed[f"measure.{slot}"]
    if concern is not None and concern.state == ConcernState.SHARED:
        _require_ready(sitting, {slot.partition(".")[0] for slot in written})


def place_dates(actor, sitting):
    """Set the days, set the work in motion, and plan the next meeting with the same people (S003-37, S003-54)."""
    meeting = sitting.meeting
    for place, row in sitting.placed_measures:
        if row.state != MeasureState.EVALUATED:
            _set_days(actor, sitting, place, row)
    concern = concern_in(meeting.log, meeting.concern_id) if meeting.concern_id else None
    if concern is not None and concern.state == ConcernState.SHARED:
        log_operations.activate_concern(
            actor=actor, log=meeting.log, concern=concern, today=sitting.today,
            no_child_measure_reason=said(sitting, "measure.no_child"),
        )  # fmt: skip
    _plan_next(actor, sitting)


def _form(meeting):
    return EvaluationForm.PHONE if meeting.form == MeetingForm.PHONE else EvaluationForm.MEETING


def _what_next(actor, sitting, row, done, text):
    """An adjusted or a new measure in place of the one that was evaluated; nothing when nothing is written (X4)."""
    meeting, successor = sitting.meeting, done.successor
    if successor is not None:
        if text.strip():
            words = _as_they_are(successor) | {"description": text}
            _revise(actor, sitting, successor, words)
            log_operations.start_measure(actor=actor, log=meeting.log, measure=successor)
    elif text.strip() and done.state == MeasureState.EVALUATED:
        start_by = sitting.today + timedelta(days=1)
        words = _as_they_are(row) | {
            "description": text, "start_by": start_by,
            "evaluate_by": measures.default_evaluate_by(start_by, is_habit=row.is_habit),
        }  # fmt: skip
        successor = log_operations.add_measure(
            actor=actor,
            log=meeting.log,
            concern=row.concern,
            accept_second=True,
            today=sitting.today,
            **words,
        )
    if successor is not None:
        meeting.placed[f"next.{row.pk.hex}"] = successor.pk.hex


def _turn_to_next(sitting, row):
    placed = sitting.meeting.placed
    rest = [
        each
        for each in sitting.to_evaluate
        if f"evaluation.{each.pk.hex}" not in placed and each.pk != row.pk
    ]
    if rest:
        placed["at"] = rest[0].pk.hex
    else:
        placed.pop("at", None)


def _write_measure(actor, sitting, concern, slot, row):
    arena = slot.partition(".")[0]
    start_by = sitting.today + timedelta(days=1)
    words = _as_they_are(row) if row is not None else {
        "is_habit": False, "start_by": start_by, "evaluate_by": measures.default_evaluate_by(start_by, is_habit=False),
    }  # fmt: skip
    at_the_table = arena == Arena.HOME and sitting.is_there(Relation.GUARDIAN)
    words |= {
        "shaped_with_guardians": at_the_table or bool(row and row.shaped_with_guardians),
        "arena": arena, "type": said(sitting, f"measure.{slot}.type"), "description": said(sitting, f"measure.{slot}.text"),
        **_owner(said(sitting, f"measure.{slot}.owner")),
    }  # fmt: skip
    if row is None:
        made = log_operations.add_measure(
            actor=actor,
            log=sitting.meeting.log,
            concern=concern,
            accept_second=True,
            today=sitting.today,
            **words,
        )
        sitting.meeting.placed[f"measure.{slot}"] = made.pk.hex
    elif words != _as_they_are(row):
        _revise(actor, sitting, row, words)


def _require_ready(sitting, arenas):
    """Say at once which slot is empty, not first when the work is set in motion."""
    require(
        concerns.may_activate(
            ConcernState.SHARED, goal_text=sitting.goal.text if sitting.goal else "", arenas=arenas,
            first_grader_or_older=sitting.is_pupil, no_child_measure_reason=said(sitting, "measure.no_child"),
            child_age=None, child_view="", no_child_talk_reason="",
        )
    )  # fmt: skip


def _set_days(actor, sitting, place, row):
    start = f"dates.{place}"
    is_habit = said(sitting, f"{start}.habit") == "on"
    start_by = day_said(sitting, f"{start}.start_by", row.start_by)
    usual = measures.default_evaluate_by(start_by, is_habit=is_habit)
    evaluate_by = day_said(sitting, f"{start}.evaluate_by", usual)
    if is_habit and evaluate_by == measures.default_evaluate_by(start_by, is_habit=False):
        evaluate_by = usual  # a habit that was left at the usual six weeks gets its three (S001-37)
    words = _as_they_are(row) | {"is_habit": is_habit, "start_by": start_by, "evaluate_by": evaluate_by}
    if words != _as_they_are(row):
        _revise(actor, sitting, row, words)


def _revise(actor, sitting, row, words):
    log_operations.revise_measure(
        actor=actor, log=sitting.meeting.log, measure=row, version=row.version, accept_second=True,
        today=sitting.today, **words,
    )  # fmt: skip
    row.version += 1


def _as_they_are(row):
    """A measure's own words, with who follows it up."""
    owners = owners_of(row)
    return {name: getattr(row, name) for name in _WORDS} | {
        "owner_kinds": sorted({kind for kind, _person in owners}),
        "chosen_ids": sorted(person for _kind, person in owners if person),
    }


def _owner(owner):
    if owner.startswith(PERSON):
        return {
            "owner_kinds": [OwnerKind.PARTICIPANT.value],
            "chosen_ids": [UUID(owner.removeprefix(PERSON))],
        }
    return {"owner_kinds": [owner] if owner else [], "chosen_ids": []}


def _plan_next(actor, sitting):
    meeting, day = sitting.meeting, day_said(sitting, "dates.next_on")
    if day is None:
        return
    known = Meeting.objects.filter(
        pk=meeting.placed.get("next_meeting"), state=MeetingState.PLANNED, log_id=meeting.log_id
    ).first()
    words = {
        name: getattr(meeting, name)
        for name in (
            "form", "minutes", "place", "video_link", "interpreter", "interpreter_language", "child_absent_reason",
        )
    }  # fmt: skip
    given = words | {
        "actor": actor, "log": meeting.log, "today": sitting.today, "day": day, "kind": MeetingKind.FOLLOW_UP,
        "at": time.fromisoformat(said(sitting, "dates.next_at") or "14:00"), "writer_id": None,
        "invited_ids": [each.person_id for each in sitting.people if each.person_id != actor.person_id],
    }  # fmt: skip
    if known is None:
        planned = plan_meeting(**given)
        Meeting.objects.filter(pk=planned.pk).update(
            chair_id=meeting.chair_id
        )  # whoever happens to write does not lead
        meeting.placed["next_meeting"] = str(planned.pk)
    elif known.starts_at != on_the_clock(day, given["at"]):
        change_meeting(meeting=known, version=known.version, **given)
