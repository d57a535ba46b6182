"""Rules about the baton on its way to somebody new. A part of the one table in `policy.py`, which takes `RULES` in whole.

As pure as that module. What is about a log takes the facts of the log's own pages, whose names are read here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from stafett.access.enums import Action, LogState, Refusal, Relation
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor


@dataclass(frozen=True)
class TransferFacts:
    """What the policy needs to know of an offer of the baton, and of how the actor stands to it today.

    `gives`: holds the baton of the log; `receives`: is the one it is offered to, and works in that unit; `leads`: leads
    the unit it is offered to; `stood_back`: is the one somebody stands in for, and is still in the log. `is_open`: the
    offer waits and its last day has not passed; `is_accepted`: it was accepted; `is_deputy`: for a time.
    """

    gives: bool = False
    receives: bool = False
    leads: bool = False
    stood_back: bool = False
    is_open: bool = True
    is_accepted: bool = False
    is_deputy: bool = False
    is_on_paper: bool = False


@dataclass(frozen=True)
class StarterFacts:
    """What the policy needs to know of the log of a child who starts school: whether the actor holds its baton, or leads
    the unit that has it."""

    gives: bool = False
    leads: bool = False
    is_on_paper: bool = False


def baton_holder_giving_on(actor: Actor | None, facts: object) -> Verdict:
    """The baton holder of a log in use. Lost consent does not tie somebody to a log, so it may be given on all the same.

    Source: design 4.8, S003-29, W-04.
    """
    if getattr(facts, "relation", None) != Relation.BATON_HOLDER or not getattr(facts, "holds", False):
        return no(Refusal.ONLY_BATON_HOLDER)
    state = getattr(facts, "log_state", LogState.CLOSED)
    if state == LogState.CLOSED:
        return no(Refusal.LOG_CLOSED)
    return YES if state == LogState.ACTIVE else no(Refusal.LOG_NOT_STARTED)


def baton_holder_taking_out(actor: Actor | None, facts: object) -> Verdict:
    """The baton holder of a log that has been opened, also a closed one: what is written once need not be written again.

    Source: W-12, W-15.
    """
    if getattr(facts, "relation", None) != Relation.BATON_HOLDER or not getattr(facts, "holds", False):
        return no(Refusal.ONLY_BATON_HOLDER)
    waits = getattr(facts, "log_state", LogState.AWAITING_CONSENT) == LogState.AWAITING_CONSENT
    return no(Refusal.LOG_NOT_STARTED) if waits else YES


def baton_holder_bringing_in(actor: Actor | None, facts: object) -> Verdict:
    """The baton holder, in an open log with a valid consent of its own: the yes that let the history leave another
    municipality opens no log here.

    Source: L-02, L-09, W-15, ADR 0044.
    """
    if getattr(facts, "relation", None) != Relation.BATON_HOLDER or not getattr(facts, "holds", False):
        return no(Refusal.ONLY_BATON_HOLDER)
    state = getattr(facts, "log_state", LogState.CLOSED)
    if state != LogState.ACTIVE:
        return no(Refusal.LOG_CLOSED if state == LogState.CLOSED else Refusal.LOG_NOT_STARTED)
    return YES if getattr(facts, "has_consent", False) else no(Refusal.NO_CONSENT)


def works_among_children(actor: Actor | None, facts: object) -> Verdict:
    """Employees who work with children, about offers to and from themselves. Source: W-04, L-29."""
    return YES if actor and actor.works_with_children else no(Refusal.ONLY_STAFF)


def party_to_transfer(actor: Actor | None, facts: object) -> Verdict:
    """Whoever gives, is offered, leads the unit it is offered to, or is stood in for. Source: design 4.8, W-04, L-61."""
    if not actor or not isinstance(facts, TransferFacts):
        return no(Refusal.NOT_FOR_YOU)
    is_party = facts.gives or facts.receives or facts.leads or facts.stood_back
    return YES if is_party else no(Refusal.NOT_FOR_YOU)


def receiver_of_transfer(actor: Actor | None, facts: object) -> Verdict:
    """The one the baton is offered to, as long as the offer waits. Source: design 4.1, 4.8."""
    if not isinstance(facts, TransferFacts) or not facts.receives:
        return no(Refusal.NOT_THE_RECEIVER)
    return YES if facts.is_open else no(Refusal.OFFER_IS_OVER)


def giver_of_transfer(actor: Actor | None, facts: object) -> Verdict:
    """The baton holder, who carries the baton until it is accepted, as long as the offer waits. Source: design 4.8."""
    if not isinstance(facts, TransferFacts) or not facts.gives:
        return no(Refusal.ONLY_BATON_HOLDER)
    return YES if facts.is_open else no(Refusal.OFFER_IS_OVER)


def leader_who_receives(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit it is offered to, as long as the offer waits. Source: S000-11, L-04."""
    if not isinstance(facts, TransferFacts) or not facts.leads:
        return no(Refusal.ONLY_UNIT_LEADER)
    return YES if facts.is_open else no(Refusal.OFFER_IS_OVER)


def receiver_who_has_taken_over(actor: Actor | None, facts: object) -> Verdict:
    """The one who accepted, and holds the baton now. Source: S001-45, W-27."""
    held = isinstance(facts, TransferFacts) and facts.receives and facts.gives and facts.is_accepted
    return YES if held else no(Refusal.ONLY_BATON_HOLDER)


def party_to_deputy(actor: Actor | None, facts: object) -> Verdict:
    """The deputy who holds the baton, and the one they stand in for. Source: W-04, ADR 0037."""
    if not isinstance(facts, TransferFacts) or not (facts.is_accepted and facts.is_deputy):
        return no(Refusal.OFFER_IS_OVER)
    is_party = facts.stood_back or (facts.receives and facts.gives)
    return YES if is_party else no(Refusal.NOT_FOR_YOU)


def leader_of_a_unit(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads a unit, about those who leave it for school or come to it. Source: S000-11, W-27, L-48."""
    return YES if actor and actor.led_unit_ids else no(Refusal.ONLY_UNIT_LEADER)


def leader_who_is_sent_a_package(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads a unit that a log comes to from another municipality; what they open they have been sent.

    Source: W-04, ADR 0037.
    """
    return leader_of_a_unit(actor, facts)


def holder_or_leader_of_starter(actor: Actor | None, facts: object) -> Verdict:
    """The baton holder of a school starter's log, and the leader of the unit that has it. Source: S000-11, L-48."""
    if not actor or not isinstance(facts, StarterFacts):
        return no(Refusal.NOT_FOR_YOU)
    return YES if facts.gives or facts.leads else no(Refusal.ONLY_BATON_HOLDER)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.OFFER_TRANSFER: baton_holder_giving_on,
    Action.TAKE_OUT_CONCERN: baton_holder_taking_out,
    Action.TAKE_OUT_LOG: baton_holder_taking_out,
    Action.BRING_IN_HISTORY: baton_holder_bringing_in,
    Action.SEE_TRANSFERS: works_among_children,
    Action.SEE_TRANSFER: party_to_transfer,
    Action.ANSWER_TRANSFER: receiver_of_transfer,
    Action.WITHDRAW_TRANSFER: giver_of_transfer,
    Action.NAME_RECEIVER: leader_who_receives,
    Action.CONFIRM_READING: receiver_who_has_taken_over,
    Action.TAKE_BACK_BATON: party_to_deputy,
    Action.CHECK_PACKAGE: leader_who_is_sent_a_package,
    Action.SEE_SCHOOL_STARTERS: leader_of_a_unit,
    Action.CHOOSE_SCHOOL: holder_or_leader_of_starter,
}
