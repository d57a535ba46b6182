"""Rules about courses and self-assessment. A part of the one table in `policy.py`, by way of `wheel_rules.py`. As pure as those."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from stafett.access.enums import Action, Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole


@dataclass(frozen=True)
class CourseFacts:
    """What the policy needs to know of a course day: who leads it."""

    leader_id: UUID


@dataclass(frozen=True)
class SignUpFacts:
    """What the policy needs to know of a sign-up: whose it is, and on behalf of which unit."""

    person_id: UUID
    unit_id: UUID


@dataclass(frozen=True)
class AssessmentFacts:
    """What the policy needs to know of a self-assessment: the unit, its area (None without one), and whether it is sent."""

    unit_id: UUID
    area_id: UUID | None
    is_submitted: bool


def staff_here(actor: Actor | None, facts: object) -> Verdict:
    """Employees: the courses, their own sign-ups, and the pages to teach from. Source: S000-09, S000-16, S003-23."""
    return YES if actor and actor.is_staff else no(Refusal.ONLY_STAFF)


def sets_up_courses(actor: Actor | None, facts: object) -> Verdict:
    """The municipal administrator sets up, changes and cancels course days. Source: S000-16, S000-17."""
    return YES if _administrates(actor) else no(Refusal.ONLY_ADMINISTRATOR)


def leads_a_unit(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads a unit, about the staff and the work of that unit. Source: S000-06, S000-15, S000-18, S000-19."""
    return YES if actor and actor.led_unit_ids else no(Refusal.ONLY_UNIT_LEADER)


def gives_place_back(actor: Actor | None, facts: object) -> Verdict:
    """The one whose place it is, the leader of their unit, and the administrator. Source: S000-15."""
    if actor is None or not isinstance(facts, SignUpFacts):
        return no(Refusal.NOT_FOR_YOU)
    is_theirs = facts.person_id == actor.person_id or facts.unit_id in actor.led_unit_ids
    return YES if is_theirs or _administrates(actor) else no(Refusal.NOT_FOR_YOU)


def leads_the_course(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads the course day, as long as they are employed, and the administrator. Source: S000-09, S004-13."""
    if actor is None or not isinstance(facts, CourseFacts):
        return no(Refusal.NOT_FOR_YOU)
    is_leader = actor.is_staff and facts.leader_id == actor.person_id
    return YES if is_leader or _administrates(actor) else no(Refusal.NOT_FOR_YOU)


def leads_an_area(actor: Actor | None, facts: object) -> Verdict:
    """Whoever leads an area: what its units have sent. Source: S000-18, S000-22."""
    return YES if actor and actor.led_area_ids else no(Refusal.ONLY_AREA_LEADER)


def writes_assessment(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit it is about. Source: S000-18, S000-21."""
    own = isinstance(facts, AssessmentFacts) and actor is not None and facts.unit_id in actor.led_unit_ids
    return YES if own else no(Refusal.NOT_FOR_YOU)


def reads_assessment(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit, and when it is sent the leader of the unit's area. Source: S000-18, S000-21."""
    return YES if receives_assessment(actor, facts) else writes_assessment(actor, facts)


def receives_assessment(actor: Actor | None, facts: object) -> Verdict:
    """The leader of the unit's area, when it is sent. Source: S000-18, S000-22."""
    if actor is None or not isinstance(facts, AssessmentFacts):
        return no(Refusal.NOT_FOR_YOU)
    return YES if facts.is_submitted and facts.area_id in actor.led_area_ids else no(Refusal.NOT_FOR_YOU)


def talks_about_assessment(actor: Actor | None, facts: object) -> Verdict:
    """The two leaders, when it is sent: the area's asks, the unit's answers. Source: S000-18."""
    if not (isinstance(facts, AssessmentFacts) and facts.is_submitted):
        return no(Refusal.NOT_FOR_YOU)
    return reads_assessment(actor, facts)


def _administrates(actor: Actor | None) -> bool:
    return actor is not None and actor.has_role(EmploymentRole.MUNICIPAL_ADMIN)


RULES: dict[Action, Callable[[Actor | None, object], Verdict]] = {
    Action.SEE_COURSES: staff_here,
    Action.SET_UP_COURSES: sets_up_courses,
    Action.SEE_TRAINING_NEEDS: leads_a_unit,
    Action.SIGN_UP_STAFF: leads_a_unit,
    Action.GIVE_PLACE_BACK: gives_place_back,
    Action.TICK_ATTENDANCE: leads_the_course,
    Action.READ_COURSE_SLIDES: staff_here,
    Action.LIST_OWN_ASSESSMENTS: leads_a_unit,
    Action.WRITE_ASSESSMENT: writes_assessment,
    Action.READ_ASSESSMENT: reads_assessment,
    Action.TALK_ABOUT_ASSESSMENT: talks_about_assessment,
    Action.RECEIVE_ASSESSMENT: receives_assessment,
    Action.LIST_AREA_ASSESSMENTS: leads_an_area,
}
