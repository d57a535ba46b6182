"""Who may do what: one table, plain functions of (actor, facts). Nothing of Django's, nothing of the database's.

`docs/access.md` is printed from `POLICY`. Every rule has a source. What is not in the table is not allowed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access.enums import Action, LogState, Refusal, Relation
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole


@dataclass(frozen=True)
class Facts:
    """What the policy needs to know of a log and of the actor's place in it."""

    relation: str | None = None
    log_state: str = LogState.ACTIVE
    has_consent: bool = True


@dataclass(frozen=True)
class RelationFacts:
    """What the policy needs to know of a guardian relation that waits to be confirmed."""

    unit_id: UUID
    registered_by_id: UUID | None


Subject = Facts | RelationFacts | None
Rule = Callable[[Actor | None, Subject], Verdict]


def may(actor: Actor | None, action: Action, facts: Subject = None) -> Verdict:
    """The verdict for an action; an action without a rule is refused."""
    rule = POLICY.get(action)
    return rule(actor, facts) if rule else no(Refusal.NOT_FOR_YOU)


def everyone(actor: Actor | None, facts: Subject) -> Verdict:
    """Anyone, logged in or not. Source: S003-03, one short way in."""
    return YES


def the_person(actor: Actor | None, facts: Subject) -> Verdict:
    """Anyone who is logged in, about themselves. Source: design 5."""
    return YES if actor else no(Refusal.NOT_FOR_YOU)


def staff(actor: Actor | None, facts: Subject) -> Verdict:
    """Employees of the municipality, as long as they are employed. Source: S000-07, L-29, L-61."""
    return YES if actor and actor.is_staff else no(Refusal.ONLY_STAFF)


def other_unit_leader(actor: Actor | None, facts: Subject) -> Verdict:
    """The leader of the child's unit, who did not register the relation: two people look at it. Source: L-24."""
    if not actor or not isinstance(facts, RelationFacts) or facts.unit_id not in actor.led_unit_ids:
        return no(Refusal.ONLY_UNIT_LEADER)
    return no(Refusal.NOT_FOR_YOU) if facts.registered_by_id == actor.person_id else YES


def everyone_in_the_log(actor: Actor | None, facts: Subject) -> Verdict:
    """Baton holder, participants and guardians; the family and others once consent has opened the log.

    Source: S003-09, L-02.
    """
    return first_no(_is_in_log(facts), YES if _is_holder(facts) else _is_opened(facts))


def baton_holder(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder, also before consent is there and after it has run out. Source: S001-13, L-02, W-18."""
    return first_no(_is_in_log(facts), _only_holder(facts), _is_not_closed(facts))


def baton_holder_with_consent(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder, in an open log with valid consent. Source: S003-08, L-02, L-09."""
    return first_no(
        _is_in_log(facts), _only_holder(facts), _is_not_closed(facts), _is_opened(facts), _has_consent(facts)
    )


def everyone_in_an_open_log(actor: Actor | None, facts: Subject) -> Verdict:
    """Everyone in a log that is open and has consent. Source: S001-47."""
    return first_no(_is_in_log(facts), _is_not_closed(facts), _is_opened(facts), _has_consent(facts))


def baton_holder_closing(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder of a log in use; lost consent does not keep a log open. Source: S003-71, W-28."""
    return first_no(_is_in_log(facts), _only_holder(facts), _is_not_closed(facts), _is_opened(facts))


def baton_holder_of_unused_log(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder, as long as consent never came: level 0 keeps nothing. Source: L-02, L-52."""
    if not isinstance(facts, Facts) or not _is_holder(facts):
        return no(Refusal.ONLY_BATON_HOLDER)
    return YES if facts.log_state == LogState.AWAITING_CONSENT else no(Refusal.LOG_IN_USE)


def family_and_baton_holder(actor: Actor | None, facts: Subject) -> Verdict:
    """The guardians and the youth, and the one who holds the baton, in a log that has been opened. Source: L-50."""
    if not (_is_family(facts) or _is_holder(facts)):
        return no(Refusal.ONLY_FAMILY_AND_HOLDER)
    return _is_opened(facts)


def family_or_whoever_answers_them(actor: Actor | None, facts: Subject) -> Verdict:
    """The family about their own log; personvernombud and kommuneadministrator for a family that has asked.

    Source: L-50.
    """
    if isinstance(facts, Facts):
        return first_no(
            YES if _is_family(facts) else no(Refusal.ONLY_FAMILY_AND_HOLDER), _is_opened(facts)
        )
    answers = (EmploymentRole.PRIVACY_OFFICER, EmploymentRole.MUNICIPAL_ADMIN)
    may_answer = actor is not None and any(actor.has_role(role) for role in answers)
    return YES if may_answer else no(Refusal.ONLY_PRIVACY_OFFICER)


def privacy_officer(actor: Actor | None, facts: Subject) -> Verdict:
    """The personvernombud, who sees who, when and what, and never what stands in a log. Source: L-50, L-60, SEC-08."""
    may_look = actor is not None and actor.has_role(EmploymentRole.PRIVACY_OFFICER)
    return YES if may_look else no(Refusal.ONLY_PRIVACY_OFFICER)


POLICY: dict[Action, Rule] = {
    Action.CHECK_HEALTH: everyone,
    Action.SEE_FRONT_PAGE: everyone,
    Action.LOG_IN: everyone,
    Action.SEE_OWN_PAGE: the_person,
    Action.LIST_OWN_LOGS: staff,
    Action.LIST_PARTICIPATING_LOGS: staff,
    Action.LIST_FAMILY_LOGS: the_person,
    Action.START_LOG: staff,
    Action.SEARCH_STAFF: staff,
    Action.CONFIRM_GUARDIAN: other_unit_leader,
    Action.VIEW_LOG: everyone_in_the_log,
    Action.MANAGE_CONSENT: baton_holder,
    Action.WRITE_LOG: baton_holder_with_consent,
    Action.EVALUATE_MEASURE: baton_holder_with_consent,
    Action.CHANGE_LEVEL: baton_holder_with_consent,
    Action.INVITE_PARTICIPANT: baton_holder_with_consent,
    Action.SHARE_BRIGHT_SPOT: everyone_in_an_open_log,
    Action.WRITE_NOTE: everyone_in_an_open_log,
    Action.CLOSE_LOG: baton_holder_closing,
    Action.DISCARD_LOG: baton_holder_of_unused_log,
    Action.VIEW_ACCESS_LIST: family_and_baton_holder,
    Action.MAKE_ACCESS_PACKAGE: family_or_whoever_answers_them,
    Action.SEARCH_TRAIL: privacy_officer,
    Action.REVIEW_READING: privacy_officer,
    Action.EXPORT_TRAIL: privacy_officer,
}


def _is_holder(facts: Subject) -> bool:
    return isinstance(facts, Facts) and facts.relation == Relation.BATON_HOLDER


def _is_family(facts: Subject) -> bool:
    return isinstance(facts, Facts) and facts.relation in (Relation.GUARDIAN, Relation.CHILD)


def _is_in_log(facts: Subject) -> Verdict:
    return YES if isinstance(facts, Facts) and facts.relation else no(Refusal.NOT_FOR_YOU)


def _only_holder(facts: Subject) -> Verdict:
    return YES if _is_holder(facts) else no(Refusal.ONLY_BATON_HOLDER)


def _is_opened(facts: Subject) -> Verdict:
    waits = not isinstance(facts, Facts) or facts.log_state == LogState.AWAITING_CONSENT
    return no(Refusal.LOG_NOT_STARTED) if waits else YES


def _is_not_closed(facts: Subject) -> Verdict:
    closed = not isinstance(facts, Facts) or facts.log_state == LogState.CLOSED
    return no(Refusal.LOG_CLOSED) if closed else YES


def _has_consent(facts: Subject) -> Verdict:
    return YES if isinstance(facts, Facts) and facts.has_consent else no(Refusal.NO_CONSENT)
