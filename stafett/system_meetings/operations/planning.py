"""Planning a system meeting: when and where, about what, and calling it off (S002-03, S002-07)."""

from stafett.access.guard import require_version
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.kernel.verdict import require
from stafett.log_meetings.enums import Answer
from stafett.log_meetings.rules.planning import on_the_clock
from stafett.messages.enums import Kind
from stafett.system_meetings.enums import MeetingState, ProposalState
from stafett.system_meetings.enums.around import EventAround
from stafett.system_meetings.models import Attendee, SystemMeeting, TopicProposal
from stafett.system_meetings.operations import seating
from stafett.system_meetings.operations.plan_state import day_of, require_planned
from stafett.system_meetings.operations.proposing import decide, tell_proposer, title_of
from stafett.system_meetings.operations.telling import tell_seated
from stafett.system_meetings.queries.names import require_nameless
from stafett.system_meetings.rules import planning, proposing

_WORDS = ("minutes", "place", "video_link")


@operation(EventAround.MEETING_PLANNED)
def plan_meeting(*, actor, unit, day, at, not_a_child=False, **words):
    """Set a time for a unit's next system meeting; the actor leads and writes until somebody else does. Raises Refused.

    `words`: minutes, place, video_link. The topic may be chosen later: proposals are reported a week before (S002-06).
    """
    starts_at = on_the_clock(day, at)
    require(planning.may_plan(starts_at=starts_at, now=clock.now(), **words))
    require_nameless({"place": words["place"]}, unit_ids=[unit.pk], not_a_child=not_a_child)
    meeting = SystemMeeting.objects.create(
        municipality_id=actor.municipality_id,
        unit=unit,
        starts_at=starts_at,
        leader_id=actor.person_id,
        writer_id=actor.person_id,
        created_by_id=actor.person_id,
        created_at=clock.now(),
        **words,
    )
    seating.seat_leader(actor, meeting)
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.MEETING_CHANGED, lock="meeting")
def change_meeting(*, actor, meeting, version, day, at, today, not_a_child=False, **words):
    """Move a meeting or change where it is; those who have been told are told again. Raises Refused, or Conflict.

    When the day moves, everybody is asked anew; and the proposal it is about must still have come a week before.
    """
    require_planned(meeting)
    require_version(meeting, version)
    starts_at = on_the_clock(day, at)
    require(planning.may_plan(starts_at=starts_at, now=clock.now(), **words))
    require_nameless({"place": words["place"]}, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    moved = starts_at != meeting.starts_at
    if moved and meeting.proposal_id:
        require(_still_in_time(meeting.proposal, day))
    meeting.starts_at = starts_at
    for name in _WORDS:
        setattr(meeting, name, words[name])
    _save(meeting, "starts_at", *_WORDS)
    if moved:
        Attendee.objects.filter(meeting=meeting).exclude(person_id=actor.person_id).update(
            answer=Answer.NONE, answer_words="", answered_at=None
        )
    if meeting.informed_at:
        kind = Kind.SYSTEM_MEETING_MOVED if moved else Kind.SYSTEM_MEETING_CHANGED
        tell_seated(meeting, kind, today=today, leave_out=[actor.person_id])
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.MEETING_CANCELLED, lock="meeting")
def cancel_meeting(*, actor, meeting, reason, today, not_a_child=False):
    """Call a planned meeting off; its proposal waits for the next, and those who have been told hear of it. Raises Refused."""
    require_planned(meeting)
    require_nameless({"reason": reason}, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    _let_go_of_proposal(actor, meeting)
    meeting.state, meeting.cancelled_reason = MeetingState.CANCELLED, reason
    _save(meeting, "state", "cancelled_reason", "proposal")
    if meeting.informed_at:
        tell_seated(meeting, Kind.SYSTEM_MEETING_CANCELLED, today=today, leave_out=[actor.person_id])
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.TOPIC_CHOSEN, lock="meeting")
def choose_proposal(*, actor, meeting, proposal_id, today):
    """Put a proposal on the meeting in place of what was there; whoever made it is told. Raises Refused.

    A service that reported it presents it: whoever made the proposal gets a seat, and the task (S002-16).
    """
    require_planned(meeting)
    proposal = TopicProposal.objects.select_for_update(of=("self",)).get(
        pk=proposal_id, unit_id=meeting.unit_id
    )
    day = today_in_norway(meeting.starts_at)
    reported_on = today_in_norway(proposal.reported_at)
    require(proposing.may_put_on(proposal.state, reported_on=reported_on, meeting_on=day))
    _let_go_of_proposal(actor, meeting)
    decide(actor, proposal, ProposalState.CHOSEN)
    meeting.proposal = proposal
    for name in ("topic", "title", "challenge", "sources"):
        setattr(meeting, name, getattr(proposal, name))
    meeting.background, meeting.information = "", ""
    meeting.presenter = seating.presenter_for(actor, meeting, proposal, today=today)
    _save(
        meeting,
        "proposal",
        "topic",
        "title",
        "challenge",
        "sources",
        "background",
        "information",
        "presenter",
    )
    tell_proposer(actor, proposal)
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.TOPIC_CHOSEN, lock="meeting")
def set_topic(*, actor, meeting, version, topic, title, challenge, background, sources, not_a_child=False):
    """Say what the meeting is about in the leader's words, or put right what was proposed. Raises Refused, or Conflict."""
    require_planned(meeting)
    require_version(meeting, version)
    title = title or title_of(topic, actor.locale)
    require(proposing.may_propose(title=title, challenge=challenge, sources=sources))
    texts = {"title": title, "challenge": challenge, "background": background}
    require_nameless(texts, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    meeting.topic, meeting.title, meeting.challenge = topic, title, challenge
    meeting.background, meeting.sources = background, sorted(sources)
    _save(meeting, "topic", "title", "challenge", "background", "sources")
    return Outcome(meeting, day_of(meeting))


@operation(EventAround.TOPIC_CHOSEN, lock="meeting")
def drop_proposal(*, actor, meeting):
    """Take the proposal off the meeting, which then has no topic; the proposal waits for the next. Raises Refused."""
    require_planned(meeting)
    _let_go_of_proposal(actor, meeting)
    meeting.topic, meeting.title, meeting.challenge, meeting.sources = None, "", "", []
    meeting.background, meeting.information = "", ""
    _save(meeting, "proposal", "topic", "title", "challenge", "sources", "background", "information")
    return Outcome(meeting, day_of(meeting))


def _still_in_time(proposal, day):
    waiting = ProposalState.WAITING  # asked as if it were to be chosen now
    return proposing.may_put_on(waiting, reported_on=today_in_norway(proposal.reported_at), meeting_on=day)


def _let_go_of_proposal(actor, meeting):
    if meeting.proposal_id:
        decide(actor, meeting.proposal, ProposalState.WAITING)
        meeting.proposal = None


def _save(meeting, *names):
    meeting.version += 1
    meeting.save(update_fields=[*names, "version"])
