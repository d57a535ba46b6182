"""Who may do what: one table, plain functions of (actor, facts). Nothing of Django's, nothing of the database's.

`docs/access.md` is printed from `POLICY`. Every rule has a source. What is not in the table is not allowed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access import (
    administration_rules,
    archive_rules,
    insight_rules,
    municipal_rules,
    retention_rules,
    system_rules,
    transfer_rules,
    wheel_rules,
)
from stafett.access.enums import Action, LogState, Refusal, Relation
from stafett.access.guide_rules import GuideFacts
from stafett.access.municipal_rules import DocumentFacts
from stafett.access.register_rules import (
    ChildFacts,
    OpeningFacts,
    RelationFacts,
    administrator_as_second,
    area_leader,
    leader_of_the_childs_unit,
    leader_or_administrator,
    other_unit_leader,
    privacy_officer,
    unit_leader,
)
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.register.actor import Actor


@dataclass(frozen=True)
class Facts:
    """What the policy needs to know of a log and of the actor's place in it.

    `holds`: the place holds today: employed in its unit, within its last day, the guardian confirmed and not past
    the age, the youth old enough. `is_covered`: consent reaches the unit of the place, which the holder's own unit
    always is. `is_on_paper`: somebody lives at a protected address, so the family has the log on paper.
    About a meeting: `keeps_minutes`: the actor leads it or writes; `is_invited`: the actor is invited.
    """

    relation: str | None = None
    log_state: str = LogState.ACTIVE
    has_consent: bool = True
    holds: bool = True
    is_covered: bool = True
    is_on_paper: bool = False
    keeps_minutes: bool = False
    is_invited: bool = True


@dataclass(frozen=True)
class LedFacts:
    """What the policy needs to know of a log that a leader is not in: the unit that holds the baton, and if anybody does."""

    unit_id: UUID | None
    log_state: str = LogState.ACTIVE
    has_holder: bool = True


@dataclass(frozen=True)
class GiverFacts:
    """What the policy needs to know of a request for consent, or of a word about it: whose it is, and the log's state."""

    person_id: UUID
    log_state: str


Subject = (
    Facts
    | LedFacts
    | RelationFacts
    | ChildFacts
    | GiverFacts
    | OpeningFacts
    | DocumentFacts
    | GuideFacts
    | None
)
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
    """Employees of the municipality, as long as they are employed. Source: S003-41, S000-07, L-29, L-61."""
    return YES if actor and actor.is_staff else no(Refusal.ONLY_STAFF)


def whoever_consents(actor: Actor | None, facts: Subject) -> Verdict:
    """The one who is asked, or whose word it is, about an open log: nobody answers or takes back for another.

    Source: L-07, L-08, L-11, L-22, W-18, W-19, W-28.
    """
    if not actor or not isinstance(facts, GiverFacts) or facts.person_id != actor.person_id:
        return no(Refusal.NOT_FOR_YOU)
    return _is_not_closed(facts)


def the_youth(actor: Actor | None, facts: Subject) -> Verdict:
    """The one the log is about, once old enough to consent: who reads it with them. Source: L-11, L-14."""
    if not isinstance(facts, Facts) or facts.relation != Relation.CHILD:
        return no(Refusal.NOT_FOR_YOU)
    return first_no(everyone_in_the_log(actor, facts), _is_not_closed(facts))


def with_children(actor: Actor | None, facts: Subject) -> Verdict:
    """Employees who work with children: whoever runs, watches or archives the system has no logs.

    Source: S003-28, S001-06, L-29, L-50.
    """
    return YES if actor and actor.works_with_children else no(Refusal.ONLY_STAFF)


def with_children_or_from_outside(actor: Actor | None, facts: Subject) -> Verdict:
    """The same, and whoever takes part from outside the municipality today. Source: S003-28, W-05."""
    return YES if actor and actor.is_external else with_children(actor, facts)


def leader_of_log_without_holder(actor: Actor | None, facts: Subject) -> Verdict:
    """The leader of the unit that has the baton, when whoever held it has left. Source: S000-07, L-29, W-04."""
    if not isinstance(facts, LedFacts):
        return no(Refusal.ONLY_UNIT_LEADER)
    return first_no(
        _leads(actor, facts), no(Refusal.HAS_HOLDER) if facts.has_holder else _is_not_closed(facts)
    )


def leader_with_a_reason(actor: Actor | None, facts: Subject) -> Verdict:
    """The leader of the unit that has the baton, in a log in use, for some days and with a reason the family can read.

    Source: L-29, L-60, ADR 0021.
    """
    if not isinstance(facts, LedFacts):
        return no(Refusal.ONLY_UNIT_LEADER)
    return first_no(_leads(actor, facts), _is_opened(facts), _is_not_closed(facts))


def everyone_in_the_log(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder; everyone else in it once consent has opened the log, services as long as it covers theirs, the
    family unless an address is protected.

    Source: S003-09, L-02, L-06, L-08, L-09, L-14, L-20, L-24, L-27, L-29, W-05.
    """
    return first_no(
        _is_in_log(facts), YES if _is_holder(facts) else _is_opened(facts), _is_within_reach(facts)
    )


def baton_holder(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder, also before consent is there and after it has run out. Source: S001-13, L-02, W-18."""
    return first_no(_is_in_log(facts), _only_holder(facts), _is_not_closed(facts))


def baton_holder_with_consent(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder, in an open log with valid consent. Source: S003-08, L-02, L-09."""
    return first_no(
        _is_in_log(facts), _only_holder(facts), _is_not_closed(facts), _is_opened(facts), _has_consent(facts)
    )


def everyone_in_an_open_log(actor: Actor | None, facts: Subject) -> Verdict:
    """Everyone in a log that is open and has consent, but for the leader who has opened it to read.

    Source: S001-47, L-02, L-09, ADR 0021.
    """
    return first_no(
        everyone_in_the_log(actor, facts),
        _is_more_than_reader(facts),
        _is_not_closed(facts),
        _is_opened(facts),
        _has_consent(facts),
    )


def invited_in_an_open_log(actor: Actor | None, facts: Subject) -> Verdict:
    """Everyone in an open log who is invited to the meeting, each for themselves.

    Source: S001-29, S001-42, L-09.
    """
    invited = isinstance(facts, Facts) and facts.is_invited
    return first_no(everyone_in_an_open_log(actor, facts), YES if invited else no(Refusal.NOT_INVITED))


def staff_in_an_open_log(actor: Actor | None, facts: Subject) -> Verdict:
    """Baton holder and participants in an open log with consent; neither the family, which is not told that anything can
    be kept, nor whoever comes from outside.

    Source: L-13, W-05.
    """
    return first_no(everyone_in_an_open_log(actor, facts), _works_in_log(facts))


def keeper_of_minutes(actor: Actor | None, facts: Subject) -> Verdict:
    """Whoever leads the meeting or writes in it, and the baton holder: staff in an open log with consent.

    Source: S003-08, S003-55, S003-57, L-09.
    """
    keeps = _is_holder(facts) or (isinstance(facts, Facts) and facts.keeps_minutes)
    return first_no(staff_in_an_open_log(actor, facts), YES if keeps else no(Refusal.ONLY_KEEPERS))


def baton_holder_closing(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder of a log in use; lost consent does not keep a log open. Source: S003-71, W-28."""
    return first_no(_is_in_log(facts), _only_holder(facts), _is_not_closed(facts), _is_opened(facts))


def baton_holder_of_unused_log(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder, as long as consent never came: level 0 keeps nothing. Source: L-02, L-52."""
    if not isinstance(facts, Facts) or not _is_holder(facts):
        return no(Refusal.ONLY_BATON_HOLDER)
    if not facts.holds:
        return no(Refusal.NOT_FOR_YOU)
    return YES if facts.log_state == LogState.AWAITING_CONSENT else no(Refusal.LOG_IN_USE)


def family_and_baton_holder(actor: Actor | None, facts: Subject) -> Verdict:
    """The guardians and the youth, and the one who holds the baton, in a log that has been opened.

    Source: L-50; for the child's own side S001-28, W-23.
    """
    if not (_is_family(facts) or _is_holder(facts)):
        return no(Refusal.ONLY_FAMILY_AND_HOLDER)
    return first_no(_is_in_log(facts), _is_opened(facts), _is_within_reach(facts))


def family(actor: Actor | None, facts: Subject) -> Verdict:
    """The guardians and the youth, about a log that has been opened. Source: L-50."""
    is_family = YES if _is_family(facts) else no(Refusal.ONLY_FAMILY_AND_HOLDER)
    return first_no(is_family, _is_in_log(facts), _is_opened(facts), _is_within_reach(facts))


def baton_holder_answering(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder, also of a closed log: the only one outside the family who has all of it to hand over.

    Source: L-50, ADR 0016; for how the meetings felt L-45.
    """
    return first_no(_is_in_log(facts), _only_holder(facts), _is_opened(facts))


def the_child_and_baton_holder(actor: Actor | None, facts: Subject) -> Verdict:
    """The youth alone, or the holder together with the child, in an open log with consent; guardians read it with the
    child and write elsewhere.

    Source: L-12, S001-28, W-23, ADR 0027.
    """
    writes = isinstance(facts, Facts) and facts.relation in (Relation.CHILD, Relation.BATON_HOLDER)
    return first_no(
        everyone_in_an_open_log(actor, facts), YES if writes else no(Refusal.ONLY_CHILD_AND_HOLDER)
    )


def baton_holder_at_the_table(actor: Actor | None, facts: Subject) -> Verdict:
    """The baton holder of an open log with consent, where no address is protected. Source: W-23, L-27, ADR 0027."""
    on_paper = isinstance(facts, Facts) and facts.is_on_paper
    return first_no(baton_holder_with_consent(actor, facts), no(Refusal.ON_PAPER) if on_paper else YES)


def family_in_an_open_log(actor: Actor | None, facts: Subject) -> Verdict:
    """The guardians and the youth, in an open log with consent. Source: L-45."""
    return first_no(family(actor, facts), everyone_in_an_open_log(actor, facts))


PARTS = (
    municipal_rules, wheel_rules, insight_rules, system_rules, archive_rules, transfer_rules, administration_rules,
    retention_rules,
)  # fmt: skip

POLICY: dict[Action, Rule] = {
    Action.CHECK_HEALTH: everyone,
    Action.SEE_FRONT_PAGE: everyone,
    Action.READ_ABOUT_SECURITY: everyone,
    Action.READ_GUIDE: everyone,
    Action.LOG_IN: everyone,
    Action.SEE_OWN_PAGE: the_person,
    Action.READ_MESSAGES: the_person,
    Action.LIST_OWN_LOGS: with_children,
    Action.LIST_PARTICIPATING_LOGS: with_children_or_from_outside,
    Action.LIST_FAMILY_LOGS: the_person,
    Action.START_LOG: with_children,
    Action.SEARCH_STAFF: staff,
    Action.CONFIRM_GUARDIAN: other_unit_leader,
    Action.SEE_WHAT_WAITS: leader_or_administrator,
    Action.LEAD_CHILD: leader_of_the_childs_unit,
    Action.APPROVE_OPENING: administrator_as_second,
    Action.VIEW_LOG: everyone_in_the_log,
    Action.MANAGE_CONSENT: baton_holder,
    Action.SEE_OWN_CONSENTS: the_person,
    Action.ANSWER_CONSENT: whoever_consents,
    Action.CHANGE_OWN_CONSENT: whoever_consents,
    Action.DECIDE_GUARDIAN_READING: the_youth,
    Action.LIST_UNIT_LOGS: unit_leader,
    Action.LIST_AREA: area_leader,
    Action.APPOINT_HOLDER: leader_of_log_without_holder,
    Action.OPEN_WITH_REASON: leader_with_a_reason,
    Action.INVITE_EXTERNAL: baton_holder_with_consent,
    Action.WRITE_LOG: baton_holder_with_consent,
    Action.EVALUATE_MEASURE: baton_holder_with_consent,
    Action.CHANGE_LEVEL: baton_holder_with_consent,
    Action.INVITE_PARTICIPANT: baton_holder_with_consent,
    Action.SHARE_BRIGHT_SPOT: everyone_in_an_open_log,
    Action.WRITE_NOTE: everyone_in_an_open_log,
    Action.KEEP_NOTE: staff_in_an_open_log,
    Action.PLAN_MEETING: baton_holder_with_consent,
    Action.CANCEL_MEETING: baton_holder_closing,
    Action.VIEW_MEETING: everyone_in_the_log,
    Action.ANSWER_INVITATION: invited_in_an_open_log,
    Action.WRITE_IN_MEETING: keeper_of_minutes,
    Action.CONFIRM_MINUTES: invited_in_an_open_log,
    Action.VIEW_CHILD_PAGE: family_and_baton_holder,
    Action.WRITE_CHILD_PAGE: the_child_and_baton_holder,
    Action.HAND_OVER_SCREEN: baton_holder_at_the_table,
    Action.TAKE_BACK_SCREEN: the_person,
    Action.ANSWER_PULSE: family_in_an_open_log,
    Action.SEE_PULSE: baton_holder_answering,
    Action.CLOSE_LOG: baton_holder_closing,
    Action.DISCARD_LOG: baton_holder_of_unused_log,
    Action.VIEW_ACCESS_LIST: family_and_baton_holder,
    Action.MAKE_ACCESS_PACKAGE: family,
    Action.ANSWER_ACCESS_REQUEST: baton_holder_answering,
    Action.SEARCH_TRAIL: privacy_officer,
    Action.REVIEW_READING: privacy_officer,
    Action.EXPORT_TRAIL: privacy_officer,
    **{action: rule for part in PARTS for action, rule in part.RULES.items()},
}


def _is_holder(facts: Subject) -> bool:
    return isinstance(facts, Facts) and facts.relation == Relation.BATON_HOLDER


def _is_family(facts: Subject) -> bool:
    return isinstance(facts, Facts) and facts.relation in (Relation.GUARDIAN, Relation.CHILD)


def _is_in_log(facts: Subject) -> Verdict:
    is_in = isinstance(facts, Facts) and bool(facts.relation) and facts.holds
    return YES if is_in else no(Refusal.NOT_FOR_YOU)


def _is_within_reach(facts: Subject) -> Verdict:
    """Services while consent covers theirs, the family unless it has the log on paper."""
    if not isinstance(facts, Facts):
        return no(Refusal.NOT_FOR_YOU)
    hidden = facts.is_on_paper if _is_family(facts) else not (facts.is_covered or _is_holder(facts))
    return no(Refusal.NOT_FOR_YOU) if hidden else YES


def _works_in_log(facts: Subject) -> Verdict:
    works = isinstance(facts, Facts) and facts.relation in (Relation.BATON_HOLDER, Relation.PARTICIPANT)
    return YES if works else no(Refusal.NOT_FOR_YOU)


def _is_more_than_reader(facts: Subject) -> Verdict:
    reads = isinstance(facts, Facts) and facts.relation == Relation.LEADER_INSIGHT
    return no(Refusal.ONLY_READS) if reads else YES


def _leads(actor: Actor | None, facts: LedFacts) -> Verdict:
    leads = actor is not None and facts.unit_id in actor.led_unit_ids
    return YES if leads else no(Refusal.ONLY_UNIT_LEADER)


def _only_holder(facts: Subject) -> Verdict:
    return YES if _is_holder(facts) else no(Refusal.ONLY_BATON_HOLDER)


def _is_opened(facts: Subject) -> Verdict:
    waits = not isinstance(facts, Facts | LedFacts) or facts.log_state == LogState.AWAITING_CONSENT
    return no(Refusal.LOG_NOT_STARTED) if waits else YES


def _is_not_closed(facts: Subject) -> Verdict:
    closed = not isinstance(facts, Facts | LedFacts | GiverFacts) or facts.log_state == LogState.CLOSED
    return no(Refusal.LOG_CLOSED) if closed else YES


def _has_consent(facts: Subject) -> Verdict:
    return YES if isinstance(facts, Facts) and facts.has_consent else no(Refusal.NO_CONSENT)
