"""Proposing a topic to a unit, taking it back, and what the leader says to it (S002-04..10)."""

from stafett.audit.trail import operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register.models import Unit
from stafett.system_meetings.content import topics
from stafett.system_meetings.enums import ProposalState
from stafett.system_meetings.enums.around import EventAround
from stafett.system_meetings.enums.before import BeforeRefusal
from stafett.system_meetings.models import TopicProposal
from stafett.system_meetings.operations.telling import tell_leaders
from stafett.system_meetings.queries.names import require_nameless
from stafett.system_meetings.queries.reach import WITH_MEETINGS
from stafett.system_meetings.rules import proposing


@operation(EventAround.TOPIC_PROPOSED)
def propose_topic(*, actor, unit_id, service_id, topic, title, challenge, sources, today, not_a_child=False):
    """Propose a challenge to a kindergarten or school; its leader is told. Gives the TopicProposal. Raises Refused.

    Args:
        unit_id: whose meeting it is for. `service_id`: the unit the actor speaks for, one where they work.
        topic: number in the topic bank, or None; then `title` is the actor's own.
        sources: keys of `Source`, at least one.
    """
    unit = Unit.objects.filter(pk=unit_id, kind__in=WITH_MEETINGS).first()
    if unit is None or service_id not in actor.unit_ids:
        require(no(BeforeRefusal.NO_SUCH_UNIT))
    title = title or title_of(topic, actor.locale)
    require(proposing.may_propose(title=title, challenge=challenge, sources=sources))
    texts = {"title": title, "challenge": challenge}
    require_nameless(texts, unit_ids=[unit.pk], not_a_child=not_a_child)
    proposal = TopicProposal.objects.create(
        municipality_id=actor.municipality_id,
        unit=unit,
        proposed_by_id=actor.person_id,
        service_id=service_id,
        topic=topic,
        title=title,
        challenge=challenge,
        sources=sorted(sources),
        reported_at=clock.now(),
    )
    link = ("system_unit", unit.pk)
    tell_leaders(
        unit.pk,
        actor.municipality_id,
        Kind.TOPIC_PROPOSED,
        link=link,
        today=today,
        leave_out=[actor.person_id],
    )
    return proposal


@operation(EventAround.PROPOSAL_WITHDRAWN, lock="proposal")
def withdraw_proposal(*, actor, proposal):
    """Take back one's own proposal while it waits. Raises Refused."""
    require(proposing.may_become(proposal.state, ProposalState.WITHDRAWN))
    proposal.state = ProposalState.WITHDRAWN
    proposal.save(update_fields=["state"])
    return proposal


@operation(EventAround.PROPOSAL_SET_ASIDE, lock="proposal")
def set_aside(*, actor, proposal, answer, not_a_child=False):
    """Lay a proposal aside with a word to whoever made it; they are told. Raises Refused."""
    require_nameless({"answer": answer}, unit_ids=[proposal.unit_id], not_a_child=not_a_child)
    decide(actor, proposal, ProposalState.SET_ASIDE, answer=answer)
    tell_proposer(actor, proposal)
    return proposal


@operation(EventAround.PROPOSAL_TAKEN_UP, lock="proposal")
def take_up_again(*, actor, proposal):
    """Let a proposal that was set aside wait again, from the day it was reported. Raises Refused."""
    return decide(actor, proposal, ProposalState.WAITING)


def decide(actor, proposal, state, *, answer=""):
    """Part of an operation: give a proposal its next state. Raises Refused."""
    require(proposing.may_become(proposal.state, state))
    proposal.state, proposal.answer = state, answer
    proposal.decided_by_id, proposal.decided_at = actor.person_id, clock.now()
    proposal.save(update_fields=["state", "answer", "decided_by", "decided_at"])
    return proposal


def tell_proposer(actor, proposal):
    """Part of an operation: tell whoever made a proposal that it has been answered."""
    if proposal.proposed_by_id != actor.person_id:
        tell(proposal.municipality_id, [proposal.proposed_by_id], Kind.TOPIC_ANSWERED)


def title_of(number, locale) -> str:
    """What a topic of the bank is called; empty for none."""
    topic = topics.topic(number, locale)
    return topic.title if topic else ""
