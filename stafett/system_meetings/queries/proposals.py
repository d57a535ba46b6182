"""Proposals of topics: those to a unit with the meeting each reaches, and one's own."""

from dataclasses import dataclass, field
from datetime import date

from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.models import Unit
from stafett.system_meetings.enums import MeetingState, ProposalState
from stafett.system_meetings.models import SystemMeeting, TopicProposal
from stafett.system_meetings.queries.reach import WITH_MEETINGS
from stafett.system_meetings.rules import proposing

KEPT = 50


@dataclass(frozen=True)
class ProposalsToUnit:
    """What a unit has been proposed: what waits, each with `.aim`, and what was set aside."""

    waiting: list = field(default_factory=list)
    set_aside: list = field(default_factory=list)


def proposals_to(unit_id, *, planned: list[SystemMeeting]) -> ProposalsToUnit:
    """Proposals to a unit that nobody has chosen yet, oldest first, at most 50 of each kind. One query.

    Each that waits has `.aim` (a proposing.Aim) and `.reaches`, the planned meeting it aims at, or None.
    """
    rows = TopicProposal.objects.filter(unit_id=unit_id).select_related("service", "proposed_by")
    open_ones = rows.filter(state__in=[ProposalState.WAITING, ProposalState.SET_ASIDE])
    found = list(open_ones.order_by("reported_at", "id")[: 2 * KEPT])
    waiting = [_aimed(each, planned) for each in found if each.state == ProposalState.WAITING]
    return ProposalsToUnit(
        waiting=waiting, set_aside=[each for each in found if each.state == ProposalState.SET_ASIDE]
    )


def in_time_for(meeting) -> list[TopicProposal]:
    """Proposals that wait in the meeting's unit and were reported in time for it, oldest first. One query."""
    rows = TopicProposal.objects.filter(unit_id=meeting.unit_id, state=ProposalState.WAITING)
    found = rows.select_related("service", "proposed_by").order_by("reported_at", "id")[:KEPT]
    day = today_in_norway(meeting.starts_at)
    return [each for each in found if proposing.is_in_time(reported_on(each), meeting_on=day)]


def own_proposals(actor) -> list[TopicProposal]:
    """What the actor has proposed, newest first, at most 50: each with `.aim` while it waits, and `.taken_up_at`, when the
    meeting it was chosen for begins, or None. Three queries."""
    rows = TopicProposal.objects.filter(proposed_by_id=actor.person_id).select_related("unit", "service")
    found = list(rows.order_by("-reported_at", "id")[:KEPT])
    planned = _planned_by_unit({each.unit_id for each in found if each.state == ProposalState.WAITING})
    chosen = SystemMeeting.objects.filter(proposal__in=[each.pk for each in found]).exclude(
        state=MeetingState.CANCELLED
    )
    taken_up = dict(chosen.values_list("proposal_id", "starts_at"))
    for each in found:
        if each.state == ProposalState.WAITING:
            _aimed(each, planned.get(each.unit_id, []))
        each.taken_up_at = taken_up.get(each.pk)
    return found


def planned_of(unit_id) -> list[SystemMeeting]:
    """Meetings of a unit that are planned and have not begun, soonest first. One query."""
    return _planned_by_unit([unit_id]).get(unit_id, [])


def units_to_propose_to() -> list[Unit]:
    """Every kindergarten and school, by name."""
    return list(Unit.objects.filter(kind__in=WITH_MEETINGS).order_by("sort_key", "id"))


def reported_on(proposal) -> date:
    """The day in Norway when it was reported."""
    return today_in_norway(proposal.reported_at)


def _planned_by_unit(unit_ids):
    rows = SystemMeeting.objects.filter(
        unit_id__in=list(unit_ids), state=MeetingState.PLANNED, starts_at__gt=clock.now()
    )
    found: dict = {}
    for meeting in rows.order_by("starts_at", "id"):
        found.setdefault(meeting.unit_id, []).append(meeting)
    return found


def _aimed(proposal, planned):
    by_day = {today_in_norway(meeting.starts_at): meeting for meeting in reversed(planned)}
    proposal.aim = proposing.aim_of(reported_on(proposal), planned=by_day)
    proposal.reaches = by_day.get(proposal.aim.meeting_on)
    return proposal
