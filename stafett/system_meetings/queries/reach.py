"""Finding one thing of a system meeting among those the actor reaches, and what the policy needs to know of it.

Reached are meetings one is invited to, and those of units one works in; proposals one has made, and those to a unit one
works in. Nothing here leads to a child or a log (S002-39).
"""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from stafett.access.system_rules import SystemFacts
from stafett.register.enums import UnitKind
from stafett.register.models import Unit
from stafett.system_meetings.models import Attendee, MeasureIdea, SystemMeasure, SystemMeeting, TopicProposal

WITH_MEETINGS = (UnitKind.KINDERGARTEN, UnitKind.SCHOOL)
_WITH = ("unit", "leader", "writer", "presenter", "track_keeper", "proposal__service")


def reached_by(actor) -> Q:
    """Which meetings the actor reaches, to filter meetings with."""
    seat = Attendee.objects.filter(
        meeting_id=OuterRef("pk"), person_id=actor.person_id, removed_at__isnull=True
    )
    return Q(unit_id__in=actor.unit_ids) | Q(Exists(seat))


def reachable_meeting(actor, pk: UUID) -> SystemMeeting | None:
    """A meeting with its people, for an employee who reaches it.

    On it: `.seats`, who is invited, in the order they speak, and `.own_seat`, the actor's, or None. Two queries.
    """
    if not actor.is_staff:
        return None
    meeting = SystemMeeting.objects.filter(reached_by(actor), pk=pk).select_related(*_WITH).first()
    if meeting is not None:
        meeting.seats = seats_of(meeting)
        meeting.own_seat = next((seat for seat in meeting.seats if seat.person_id == actor.person_id), None)
    return meeting


def seats_of(meeting) -> list[Attendee]:
    """Who is invited and has not been taken off the list, in the order they speak."""
    rows = Attendee.objects.filter(meeting_id=meeting.pk, removed_at__isnull=True)
    return list(rows.order_by("position", "id"))


def facts_about(meeting, *, today=None) -> SystemFacts:
    """What the policy asks of a meeting as `reachable_meeting` gives it."""
    return SystemFacts(
        unit_id=meeting.unit_id,
        leader_id=meeting.leader_id,
        writer_id=meeting.writer_id,
        attendee_ids=frozenset(seat.person_id for seat in meeting.seats if seat.person_id),
    )


def reachable_unit(actor, pk: UUID) -> Unit | None:
    """A kindergarten or school where the actor works."""
    return Unit.objects.filter(pk__in=actor.unit_ids, kind__in=WITH_MEETINGS).filter(pk=pk).first()


def units_of_actor(actor) -> list[Unit]:
    """Kindergartens and schools where the actor works, by name."""
    rows = Unit.objects.filter(pk__in=actor.unit_ids, kind__in=WITH_MEETINGS)
    return list(rows.order_by("sort_key", "id"))


def facts_about_unit(unit, *, today=None) -> SystemFacts:
    """What the policy asks of a unit."""
    return SystemFacts(unit_id=unit.pk)


def reachable_proposal(actor, pk: UUID) -> TopicProposal | None:
    """A proposal the actor has made, or one to a unit where they work."""
    if not actor.is_staff:
        return None
    mine = Q(proposed_by_id=actor.person_id) | Q(unit_id__in=actor.unit_ids)
    return TopicProposal.objects.filter(mine, pk=pk).select_related("unit", "service", "proposed_by").first()


def facts_about_proposal(proposal, *, today=None) -> SystemFacts:
    """What the policy asks of a proposal."""
    return SystemFacts(unit_id=proposal.unit_id, own_ids=frozenset({proposal.proposed_by_id}))


def reachable_measure(actor, pk: UUID) -> SystemMeasure | None:
    """A measure from a meeting the actor reaches; on it `.meeting` as `reachable_meeting` gives it."""
    measure = SystemMeasure.objects.filter(pk=pk).first()
    return _with_meeting(actor, measure)


def facts_about_measure(measure, *, today=None) -> SystemFacts:
    """What the policy asks of a measure: its own person is whoever is to evaluate it."""
    own = {measure.evaluator_person_id} - {None}
    return SystemFacts(
        unit_id=measure.meeting.unit_id, leader_id=measure.meeting.leader_id, own_ids=frozenset(own)
    )


def reachable_idea(actor, pk: UUID) -> MeasureIdea | None:
    """An idea that still stands from a meeting the actor reaches; on it `.meeting` as `reachable_meeting` gives it."""
    idea = MeasureIdea.objects.filter(pk=pk, removed_at__isnull=True).first()
    return _with_meeting(actor, idea)


def facts_about_idea(idea, *, today=None) -> SystemFacts:
    """What the policy asks of an idea."""
    return facts_about(idea.meeting)


def _with_meeting(actor, row):
    meeting = reachable_meeting(actor, row.meeting_id) if row else None
    if meeting is None:
        return None
    row.meeting = meeting
    return row
