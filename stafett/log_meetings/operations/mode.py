"""Holding the meeting: opening it, going from step to step, and passing the writing on."""

from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.log_meetings.enums import Event, MeetingState, MeetingStep, Refusal
from stafett.log_meetings.models import Invitation, Meeting
from stafett.log_meetings.operations import agreeing, next_meeting, placing
from stafett.log_meetings.operations.writing import day_of, put_words
from stafett.log_meetings.queries.mode import concerns_to_begin_from, sitting_of
from stafett.log_meetings.queries.people import is_pupil
from stafett.log_meetings.rules import steps, working

_GOING_ON = (MeetingState.UNDER_WAY, MeetingState.TO_CONFIRM)
_WRITERS = ("baton_holder", "participant")
_PLACE = {
    MeetingStep.EVALUATION: agreeing.place_evaluation,
    MeetingStep.CONCERN: placing.place_concern,
    MeetingStep.ANALYSIS: placing.place_analysis,
    MeetingStep.GOAL: placing.place_goal,
    MeetingStep.MEASURES: agreeing.place_measures,
    MeetingStep.DATES: agreeing.place_dates,
}


@operation(Event.MEETING_OPENED, lock="meeting")
def open_meeting(*, actor, log, meeting, there_ids, writer_id, child_absent_reason, today, concern_id=None):
    """Begin the meeting: who is here, who writes, and which concern it begins from (None: a new one). Raises Refused.

    `there_ids` are ids of those invited; others are left out. A draft that is begun from is shown to those at the table.
    """
    invitations = list(Invitation.objects.filter(meeting=meeting))
    there = {each.person_id for each in invitations} & set(there_ids)
    child = log.child.person_id
    child_is_due = child not in there and (
        is_pupil(log, today=today) or any(each.person_id == child for each in invitations)
    )
    require(
        steps.may_open(
            meeting.state,
            there=there,
            writer_id=writer_id,
            child_is_due=child_is_due,
            child_reason=child_absent_reason,
            is_another_open=Meeting.objects.filter(log_id=meeting.log_id, state__in=_GOING_ON).exists(),
        )
    )
    _require_writer(meeting, writer_id)
    for each in invitations:
        each.was_there = each.person_id in there
        each.save(update_fields=["was_there"])
    meeting.concern = _begun_from(log, meeting, concern_id)
    meeting.state, meeting.step = MeetingState.UNDER_WAY, steps.steps_of(meeting.kind)[0]
    meeting.writer_id, meeting.opened_at = writer_id, clock.now()
    meeting.child_absent_reason = child_absent_reason if child_is_due else ""
    _save(meeting, "state", "step", "concern", "writer", "opened_at", "child_absent_reason")
    next_meeting.refresh(log)
    return Outcome(meeting, day_of(meeting))


@operation(Event.STEP_TAKEN, lock="meeting", kind=EntryKind.WORDS)
def take_step(*, actor, log, meeting, at, words, go, today):
    """Save the words of a step, and do what the writer asks for. Raises Refused, or Conflict with every Clash.

    `at` is the step the page showed. `go`: "next" puts the step into the log and goes on; "back" goes one step back;
    "more.<arena>" makes room for one more measure; anything else only saves.
    """
    require(steps.may_write(meeting.state, step=meeting.step, at=at))
    put_words(actor, meeting, {name: each for name, each in words.items() if each[0] or each[1]})
    meeting.log = log
    if go == "next" and meeting.step in _PLACE:
        sitting = sitting_of(meeting, today=today)
        _PLACE[meeting.step](actor, sitting)
        if "at" not in meeting.placed:
            meeting.step = steps.step_after(meeting.kind, meeting.step)
    elif go == "back":
        _go_back(meeting, today)
    elif go.startswith("more."):
        _make_room(actor, meeting, go.removeprefix("more."), today)
    _save(meeting, "step", "placed", "concern")
    meeting.log = log
    return Outcome(meeting, day_of(meeting) | {"step": meeting.step})


@operation(Event.WRITER_CHANGED, lock="meeting", kind=EntryKind.WORDS)
def change_writer(*, actor, log, meeting, writer_id):
    """Pass the writing on to another employee who is there (S003-57). Raises Refused."""
    if meeting.state != MeetingState.UNDER_WAY:
        require(no(Refusal.NOT_UNDER_WAY))
    _require_writer(meeting, writer_id, is_there=True)
    meeting.writer_id = writer_id
    _save(meeting, "writer")
    meeting.log = log
    return Outcome(meeting, day_of(meeting) | {"person": str(writer_id)})


@operation(Event.MEETING_CANCELLED, lock="meeting")
def stop_meeting(*, actor, log, meeting, reason):
    """Break off a meeting that has begun. What it has put into the log stands there; there are no minutes. Raises Refused."""
    if meeting.state != MeetingState.UNDER_WAY:
        require(no(Refusal.NOT_UNDER_WAY))
    meeting.state, meeting.cancelled_reason = MeetingState.CANCELLED, reason
    _save(meeting, "state", "cancelled_reason")
    next_meeting.refresh(log)
    meeting.log = log
    return Outcome(meeting, day_of(meeting))


def _require_writer(meeting, writer_id, *, is_there=None):
    rows = Invitation.objects.filter(meeting=meeting, person_id=writer_id, relation__in=_WRITERS)
    if not (rows.filter(was_there=True) if is_there else rows).exists():
        require(no(Refusal.WRITER_NOT_THERE))


def _begun_from(log, meeting, concern_id):
    """The concern that was chosen, among those this meeting can be about; a follow-up takes the one there is."""
    offered = concerns_to_begin_from(log, meeting.kind)
    chosen = next((each for each in offered if each.pk == concern_id), None)
    only = offered[0] if len(offered) == 1 and meeting.kind == "follow_up" else None
    return chosen or only


def _go_back(meeting, today):
    """One step back; among several measures, to the one before."""
    if meeting.step != MeetingStep.EVALUATION:
        meeting.step = steps.step_before(meeting.kind, meeting.step)
        return
    rows = [each.pk.hex for each in sitting_of(meeting, today=today).to_evaluate]
    at = rows.index(meeting.placed["at"]) if meeting.placed.get("at") in rows else len(rows)
    if rows:
        meeting.placed["at"] = rows[max(at - 1, 0)]


def _make_room(actor, meeting, arena, today):
    slot = (
        working.next_slot(arena, sitting_of(meeting, today=today).slots)
        if meeting.step == MeetingStep.MEASURES
        else None
    )
    if slot is not None and working.field_of(f"measure.{slot}.text"):
        put_words(actor, meeting, {f"measure.{slot}.text": (" ", 0)})


def _save(meeting, *fields):
    meeting.version += 1
    meeting.save(update_fields=[*fields, "version"])
