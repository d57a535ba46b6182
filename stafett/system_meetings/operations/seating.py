"""Who is asked to a system meeting, and who does what in it (S002-13..16)."""

from uuid import UUID

from django.db.models import Max

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.log_meetings.enums import Answer
from stafett.messages.enums import Kind
from stafett.register import staff
from stafett.system_meetings.enums import Refusal
from stafett.system_meetings.enums.around import EventAround
from stafett.system_meetings.enums.before import BeforeRefusal
from stafett.system_meetings.models import Attendee
from stafett.system_meetings.operations.plan_state import day_of, require_planned
from stafett.system_meetings.operations.telling import tell_seated
from stafett.system_meetings.queries.names import require_nameless
from stafett.system_meetings.queries.planned import units_of
from stafett.system_meetings.queries.reach import seats_of
from stafett.system_meetings.rules import planning, proposing


@operation(EventAround.MEETING_CHANGED, lock="meeting")
def seat_colleagues(*, actor, meeting, person_ids, today):
    """Let exactly these of the unit's own employees have a seat; the leader always has one. Raises Refused."""
    require_planned(meeting)
    posts = {post.person_id: post for post in staff.working_in(meeting.unit_id, day=today)}
    wanted = set(person_ids) | {meeting.leader_id}
    if not wanted - {meeting.leader_id} <= set(posts):
        require(no(BeforeRefusal.NOT_EMPLOYED))
    seats = seats_of(meeting)
    own = {seat.person_id: seat for seat in seats if seat.unit_id == meeting.unit_id}
    keeps_tasks = {meeting.leader_id, meeting.writer_id}
    for person_id in set(own) - wanted - keeps_tasks:
        _take_off(meeting, own[person_id], today)
    for person_id in sorted(
        wanted - set(own) - {meeting.leader_id}, key=lambda each: posts[each].person.sort_key
    ):
        _seat(actor, meeting, posts[person_id], today)
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.MEETING_CHANGED, lock="meeting")
def seat_employee(*, actor, meeting, employment_id: UUID, today):
    """Ask one employee of any service. Raises Refused when they are not employed any more."""
    require_planned(meeting)
    post = staff.employment_on(employment_id, day=today)
    if post is None:
        require(no(BeforeRefusal.NOT_EMPLOYED))
    if all(seat.person_id != post.person_id for seat in seats_of(meeting)):
        _seat(actor, meeting, post, today)
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.MEETING_CHANGED, lock="meeting")
def seat_outsider(*, actor, meeting, name, service, not_a_child=False):
    """Ask somebody without a login, by name and service; the leader tells them. Raises Refused."""
    require_planned(meeting)
    _require_room(meeting)
    texts = {"name": name, "service": service}
    require_nameless(texts, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    Attendee.objects.create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        name=name,
        service=service,
        position=_last(meeting) + 1,
    )
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.MEETING_CHANGED, lock="meeting")
def remove_seat(*, actor, meeting, seat_id: UUID, today):
    """Take somebody off the list; the leader stays. When they have been told, they hear that it is off. Raises Refused."""
    require_planned(meeting)
    seat = Attendee.objects.filter(pk=seat_id, meeting=meeting, removed_at__isnull=True).first()
    if seat is not None and seat.person_id != meeting.leader_id:
        _take_off(meeting, seat, today)
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.MEETING_CHANGED, lock="meeting")
def give_tasks(*, actor, meeting, writer_id: UUID, presenter_id: UUID, track_keeper_id: UUID | None, today):
    """Say who writes (a person), who tells of the challenge, and who keeps the meeting on track (seats). Raises Refused.

    The viddevakt may be named now or when the meeting begins (S002-15); a service presents what it reported (S002-16).
    """
    require_planned(meeting)
    seats = {seat.pk: seat for seat in seats_of(meeting)}
    people = {seat.person_id for seat in seats.values() if seat.person_id}
    presenter, keeper = seats.get(presenter_id), seats.get(track_keeper_id)
    if presenter is None or writer_id not in people or (track_keeper_id and keeper is None):
        require(no(BeforeRefusal.PRESENTER_NOT_INVITED))
    if keeper is not None and keeper.person_id == meeting.leader_id:
        require(no(Refusal.LEADER_KEEPS_WATCH))
    require(
        planning.may_present(
            presenter.person_id or presenter.pk,
            units=_units(seats.values(), today),
            leader=meeting.leader_id,
            service=_service_of(meeting),
        )
    )
    meeting.writer_id, meeting.presenter, meeting.track_keeper = writer_id, presenter, keeper
    meeting.save(update_fields=["writer", "presenter", "track_keeper"])
    return Outcome(meeting, day_of(meeting))


def seat_leader(actor, meeting):
    """Part of planning: whoever plans it leads it, speaks first, presents, and comes."""
    post = next((each for each in actor.posts if each.unit_id == meeting.unit_id), None)
    service = post.unit_name if post else str(meeting.unit)
    meeting.presenter = Attendee.objects.create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        person_id=actor.person_id,
        name=actor.name,
        unit_id=meeting.unit_id,
        service=service,
        position=1,
        answer=Answer.YES,
        answered_at=clock.now(),
    )
    meeting.save(update_fields=["presenter"])


def presenter_for(actor, meeting, proposal, *, today):
    """Part of choosing a proposal: the seat of whoever presents it, made if it must be.

    The leader, unless a service reported it and somebody there made the proposal.
    """
    seats = {seat.person_id: seat for seat in seats_of(meeting)}
    if not proposing.is_from_a_service(meeting.unit_id, service_id=proposal.service_id):
        return seats[meeting.leader_id]
    if proposal.proposed_by_id in seats:
        return seats[proposal.proposed_by_id]
    posts = staff.working_in(proposal.service_id, day=today)
    post = next((each for each in posts if each.person_id == proposal.proposed_by_id), None)
    return _seat(actor, meeting, post, today) if post else seats[meeting.leader_id]


def _seat(actor, meeting, post, today):
    _require_room(meeting)
    seat = Attendee.objects.create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        person_id=post.person_id,
        name=post.person.name,
        unit_id=post.unit_id,
        service=post.unit.name,
        position=_last(meeting) + 1,
    )
    if meeting.informed_at:
        tell_seated(meeting, Kind.SYSTEM_MEETING_INVITED, today=today, among=[post.person_id])
    return seat


def _take_off(meeting, seat, today):
    seat.removed_at = clock.now()
    seat.save(update_fields=["removed_at"])
    if meeting.presenter_id == seat.pk:
        meeting.presenter = next(each for each in seats_of(meeting) if each.person_id == meeting.leader_id)
    if meeting.track_keeper_id == seat.pk:
        meeting.track_keeper = None
    if seat.person_id and meeting.writer_id == seat.person_id:
        meeting.writer_id = meeting.leader_id
    meeting.save(update_fields=["presenter", "track_keeper", "writer"])
    if seat.person_id and meeting.informed_at:
        tell_seated(meeting, Kind.SYSTEM_MEETING_CANCELLED, today=today, among=[seat.person_id])


def _units(seats, today):
    employed = units_of([seat.person_id for seat in seats if seat.person_id], today=today)
    return {seat.person_id or seat.pk: employed.get(seat.person_id, ()) for seat in seats}


def _service_of(meeting):
    if meeting.proposal_id is None:
        return None
    service_id = meeting.proposal.service_id
    return service_id if proposing.is_from_a_service(meeting.unit_id, service_id=service_id) else None


def _last(meeting):
    return Attendee.objects.filter(meeting=meeting).aggregate(last=Max("position"))["last"] or 0


def _require_room(meeting):
    require(planning.may_invite(count=len(seats_of(meeting))))
