"""Beginning the meeting, who has which task, who comes and goes, and breaking it off."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.system_meetings.enums import Event, MeetingState, MeetingStep, Refusal
from stafett.system_meetings.operations import table
from stafett.system_meetings.operations.plan_state import day_of
from stafett.system_meetings.queries.names import require_nameless
from stafett.system_meetings.queries.reach import seats_of
from stafett.system_meetings.queries.running import sitting_of
from stafett.system_meetings.rules import steps


@operation(Event.MEETING_OPENED, lock="meeting")
def open_meeting(*, actor, meeting, there_ids, writer_id, presenter_id, track_keeper_id, turn_minutes):
    """Begin the meeting: who is here, and who writes, tells and keeps watch. All ids are of seats. Raises Refused."""
    seats = seats_of(meeting)
    there = {seat.pk for seat in seats} & set(there_ids)
    leader = next((seat.pk for seat in seats if seat.person_id == meeting.leader_id), None)
    require(
        steps.may_open(
            meeting.state,
            challenge=meeting.challenge,
            there=there,
            leader=leader,
            writer=writer_id,
            presenter=presenter_id,
            track_keeper=track_keeper_id,
        )
    )
    meeting.opened_at = clock.now()
    for seat in seats:
        if seat.pk in there:
            seat.arrived_at = meeting.opened_at
            seat.save(update_fields=["arrived_at"])
    meeting.state, meeting.step = MeetingState.UNDER_WAY, MeetingStep.ROLES
    meeting.reached, meeting.turn_minutes = meeting.step, turn_minutes
    _give_tasks(meeting, seats, writer_id, presenter_id, track_keeper_id)
    fields = ("opened_at", "state", "step", "reached", "turn_minutes")
    table.save(meeting, *fields, "writer", "presenter", "track_keeper")
    return Outcome(meeting, day_of(meeting))


@operation(Event.ROLES_CHANGED, lock="meeting")
def change_roles(*, actor, meeting, writer_id, presenter_id, track_keeper_id):
    """Let others write, tell or keep watch from now on, among those who are there. Raises Refused."""
    _require_under_way(meeting)
    seats = seats_of(meeting)
    require(
        steps.may_have_roles(
            there={seat.pk for seat in seats if seat.is_there},
            leader=next((seat.pk for seat in seats if seat.person_id == meeting.leader_id), None),
            writer=writer_id,
            presenter=presenter_id,
            track_keeper=track_keeper_id,
        )
    )
    _give_tasks(meeting, seats, writer_id, presenter_id, track_keeper_id)
    table.save(meeting, "writer", "presenter", "track_keeper")
    return Outcome(meeting, day_of(meeting))


@operation(Event.ATTENDANCE_CHANGED, lock="meeting")
def mark_presence(*, actor, meeting, seat_id, is_here, is_keeper):
    """Note that somebody has come, or has gone; everybody for themselves, whoever leads or writes for all. Raises Refused.

    Whoever has the floor when they go has had it.
    """
    _require_under_way(meeting)
    sitting = sitting_of(meeting, actor=actor, is_keeper=is_keeper)
    seat = sitting.seat(seat_id)
    if seat is None or not (is_keeper or seat == sitting.own):
        require(no(Refusal.NOT_THERE))
    if is_here and not seat.is_there:
        seat.arrived_at, seat.left_at = seat.arrived_at or clock.now(), None
    elif not is_here and seat.is_there:
        seat.left_at = clock.now()
        if sitting.speaker == seat:
            table.go_round(sitting)
    seat.save(update_fields=["arrived_at", "left_at"])
    table.save(meeting)
    return Outcome(meeting, day_of(meeting) | {"seat": str(seat.pk), "here": is_here})


@operation(Event.MEETING_STOPPED, lock="meeting")
def stop_meeting(*, actor, meeting, reason, not_a_child=False):
    """Break off a meeting that has begun. What was said stands there; there are no minutes. Raises Refused."""
    _require_under_way(meeting)
    require_nameless({"reason": reason}, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    meeting.state, meeting.cancelled_reason = MeetingState.CANCELLED, reason
    table.save(meeting, "state", "cancelled_reason")
    return Outcome(meeting, day_of(meeting))


def _give_tasks(meeting, seats, writer_id, presenter_id, track_keeper_id):
    """Whoever writes needs a login, so the choice has only such seats; somebody else's leaves the writing as it was."""
    writer = next((seat for seat in seats if seat.pk == writer_id), None)
    meeting.writer_id = writer.person_id if writer and writer.person_id else meeting.writer_id
    meeting.presenter_id, meeting.track_keeper_id = presenter_id, track_keeper_id


def _require_under_way(meeting):
    if meeting.state != MeetingState.UNDER_WAY:
        require(no(Refusal.NOT_UNDER_WAY))
