"""Pages of docs/ that are printed from the code: who may do what, and what may become what. In English and bokmål."""

from uuid import UUID

from django.utils import translation

from stafett.access import policy
from stafett.access.administration_rules import EmploymentFacts, StaffListFacts
from stafett.access.checks import routes
from stafett.access.course_rules import AssessmentFacts, CourseFacts, SignUpFacts
from stafett.access.enums import Action, LogState, Relation
from stafett.access.guide_rules import PROJECT, STEERING, GuideFacts
from stafett.access.insight_rules import ReminderFacts, UnitFacts
from stafett.access.policy import ChildFacts, Facts, GiverFacts, LedFacts, OpeningFacts, RelationFacts
from stafett.access.retention_rules import DisposalFacts
from stafett.access.system_rules import SystemFacts
from stafett.access.transfer_rules import StarterFacts, TransferFacts
from stafett.access.wheel_rules import WheelFacts
from stafett.action_guide.enums import EDITION_STATES
from stafett.administration.enums import LIST_STATES
from stafett.archive.enums import DEPOSIT_STATES, ORDER_STATES
from stafett.courses.enums import COURSE_STATES, SIGN_UP_STATES
from stafett.log_meetings.enums import MEETING_STATES
from stafett.messages.enums import DELIVERY_STATES
from stafett.register.actor import Actor, Post
from stafett.register.enums import RELATION_STATES, EmploymentRole
from stafett.relay_log import enums
from stafett.retention.enums import DISPOSAL_STATES
from stafett.self_assessment.enums import ASSESSMENT_STATES
from stafett.system_meetings import enums as system_enums
from stafett.toolbox.enums import DOCUMENT_STATES, ISSUE_STATES
from stafett.transfers.enums import TRANSFER_STATES

NOBODY = "—"
HERE, THERE, SELF, OTHER = (UUID(int=number) for number in range(1, 5))

# A log and somebody's place in it, by the letters of the first table.
STATES = {
    "a": ("waits for consent", {"log_state": LogState.AWAITING_CONSENT, "has_consent": False}),
    "b": ("active, consent is there", {}),
    "c": ("active, consent does not hold any more", {"has_consent": False}),
    "d": ("closed", {"log_state": LogState.CLOSED}),
    "e": ("active, but consent does not reach the unit of this place", {"is_covered": False}),
    "f": ("active, somebody in the family lives at a protected address", {"is_on_paper": True}),
    "g": ("active, but the place is over: last day, employment, age, relation", {"holds": False}),
}

ONLY_FOR = {"e": (Relation.PARTICIPANT, Relation.EXTERNAL), "f": (Relation.GUARDIAN, Relation.CHILD)}

# What the actions that are about something else than a log are asked about.
SITUATIONS = (
    ((Action.APPOINT_HOLDER, Action.OPEN_WITH_REASON), (
        ("a log of their own unit, which has a holder", LedFacts(HERE)),
        ("a log of their own unit, whose holder has left", LedFacts(HERE, has_holder=False)),
        ("the same, before consent", LedFacts(HERE, LogState.AWAITING_CONSENT, has_holder=False)),
        ("the same, closed", LedFacts(HERE, LogState.CLOSED, has_holder=False)),
        ("a log of another unit, whose holder has left", LedFacts(THERE, has_holder=False)),
    )),
    ((Action.SEE_UNIT_NUMBERS,), (
        ("the numbers of their own unit, or of one in their area", UnitFacts(HERE, HERE)),
        ("the numbers of another unit", UnitFacts(THERE, THERE)),
    )),
    ((Action.REMIND_HOLDER,), (
        ("a log in use in their own unit", ReminderFacts(HERE)),
        ("the same, before consent", ReminderFacts(HERE, LogState.AWAITING_CONSENT)),
        ("the same, closed", ReminderFacts(HERE, LogState.CLOSED)),
        ("a log in use in another unit", ReminderFacts(THERE)),
    )),
    ((Action.CONFIRM_GUARDIAN,), (
        ("a relation in their own unit that somebody else entered", RelationFacts(HERE, OTHER)),
        ("a relation in their own unit that they entered themselves", RelationFacts(HERE, SELF)),
        ("a relation in another unit that its leader entered", RelationFacts(THERE, OTHER, proposed_by_leader=True)),
    )),
    ((Action.LEAD_CHILD,), (
        ("a child of their own unit", ChildFacts(HERE)),
        ("a child of another unit", ChildFacts(THERE)),
    )),
    ((Action.APPROVE_OPENING,), (
        ("an opening that a leader has said yes to", OpeningFacts(OTHER)),
        ("an opening that they said yes to themselves as leader", OpeningFacts(SELF)),
    )),
    ((Action.ANSWER_CONSENT, Action.CHANGE_OWN_CONSENT), (
        ("a request to themselves, before consent", GiverFacts(SELF, LogState.AWAITING_CONSENT)),
        ("a request to themselves, in an active log", GiverFacts(SELF, LogState.ACTIVE)),
        ("a request to themselves, in a closed log", GiverFacts(SELF, LogState.CLOSED)),
        ("a request to somebody else", GiverFacts(OTHER, LogState.ACTIVE)),
    )),
    ((Action.READ_GUIDE_DRAFT, Action.EDIT_GUIDE, Action.REVIEW_GUIDE, Action.EXCHANGE_GUIDE), (
        ("the municipality's guide, when they are in the project group", GuideFacts(frozenset({PROJECT}))),
        ("the same, when they are in the steering group", GuideFacts(frozenset({STEERING}))),
        ("the same, when they are in neither", GuideFacts()),
    )),
    ((Action.READ_WHEEL, Action.LEAD_WHEEL, Action.DO_WHEEL_TASK), (
        ("the wheel of a unit where they work, or that they lead", WheelFacts(HERE)),
        ("the wheel of a unit in an area that they lead", WheelFacts(THERE, HERE)),
        ("the wheel of another unit", WheelFacts(THERE)),
        ("a task for resource persons where they work", WheelFacts(HERE, is_for_colleagues=True)),
    )),
    ((Action.KEEP_STAFF_LIST,), (
        ("the staff list of the unit they lead", StaffListFacts(HERE)),
        ("the staff list of another unit", StaffListFacts(THERE)),
    )),
    ((Action.SEE_EMPLOYMENT, Action.CHANGE_EMPLOYMENT), (
        ("a colleague on the list of the unit they lead", EmploymentFacts(HERE, EmploymentRole.STAFF, OTHER)),
        ("another leader there", EmploymentFacts(HERE, EmploymentRole.UNIT_LEADER, OTHER)),
        ("their own post there", EmploymentFacts(HERE, EmploymentRole.UNIT_LEADER, SELF)),
        ("somebody on the list of another unit", EmploymentFacts(THERE, EmploymentRole.STAFF, OTHER)),
    )),
    ((Action.GIVE_PLACE_BACK,), (
        ("their own place on a course day", SignUpFacts(SELF, THERE)),
        ("the place of somebody in the unit they lead", SignUpFacts(OTHER, HERE)),
        ("the place of somebody in another unit", SignUpFacts(OTHER, THERE)),
    )),
    ((Action.TICK_ATTENDANCE,), (
        ("a course day that they lead", CourseFacts(SELF)),
        ("a course day that somebody else leads", CourseFacts(OTHER)),
    )),
    ((Action.WRITE_ASSESSMENT, Action.READ_ASSESSMENT, Action.TALK_ABOUT_ASSESSMENT, Action.RECEIVE_ASSESSMENT), (
        ("a draft of the unit they lead", AssessmentFacts(HERE, THERE, is_submitted=False)),
        ("what the unit they lead has sent", AssessmentFacts(HERE, THERE, is_submitted=True)),
        ("a draft of a unit in the area they lead", AssessmentFacts(THERE, HERE, is_submitted=False)),
        ("what a unit in the area they lead has sent", AssessmentFacts(THERE, HERE, is_submitted=True)),
    )),
    ((Action.SEE_TRANSFER, Action.ANSWER_TRANSFER, Action.NAME_RECEIVER, Action.WITHDRAW_TRANSFER), (
        ("an offer that waits, which they made", TransferFacts(gives=True)),
        ("an offer that waits, made to them", TransferFacts(receives=True)),
        ("an offer that waits, made to the unit they lead", TransferFacts(leads=True)),
        ("an offer to them that is over", TransferFacts(receives=True, is_open=False)),
    )),
    ((Action.CONFIRM_READING, Action.TAKE_BACK_BATON), (
        ("a baton they have accepted", TransferFacts(receives=True, gives=True, is_open=False, is_accepted=True)),
        ("the same, as deputy", TransferFacts(
            receives=True, gives=True, is_open=False, is_accepted=True, is_deputy=True,
        )),
        ("a baton that somebody has in their place", TransferFacts(
            stood_back=True, is_open=False, is_accepted=True, is_deputy=True,
        )),
    )),
    ((Action.DECIDE_TOPIC, Action.PLAN_SYSTEM_MEETING, Action.VIEW_SYSTEM_MEETING, Action.ANSWER_SYSTEM_MEETING,
      Action.RUN_SYSTEM_MEETING, Action.SIT_IN_SYSTEM_MEETING, Action.LOOK_BACK_ON_SYSTEM_MEETING,
      Action.SIGN_SYSTEM_MINUTES, Action.SEE_SYSTEM_LEARNING), (
        ("a system meeting in their own unit", SystemFacts(HERE)),
        ("the same, when they are invited", SystemFacts(HERE, attendee_ids=frozenset({SELF}))),
        ("the same, when they write in it", SystemFacts(HERE, writer_id=SELF, attendee_ids=frozenset({SELF}))),
        ("a system meeting in another unit, when they are invited", SystemFacts(THERE, attendee_ids=frozenset({SELF}))),
        ("a system meeting in another unit", SystemFacts(THERE)),
    )),
    ((Action.WITHDRAW_PROPOSAL, Action.FOLLOW_SYSTEM_MEASURE), (
        ("what they proposed, or are to evaluate, in another unit", SystemFacts(THERE, own_ids=frozenset({SELF}))),
        ("what others proposed, or are to evaluate, in their own unit", SystemFacts(HERE, own_ids=frozenset({OTHER}))),
    )),
    ((Action.DECIDE_DISPOSAL, Action.WITHDRAW_DISPOSAL), (
        ("a list of logs that they proposed to dispose of", DisposalFacts(SELF)),
        ("a list that somebody else proposed", DisposalFacts(OTHER)),
    )),
    ((Action.CHOOSE_SCHOOL,), (
        ("a school starter whose log they hold", StarterFacts(gives=True)),
        ("a school starter of the unit they lead", StarterFacts(leads=True)),
    )),
)  # fmt: skip


def access_page() -> str:
    """docs/access.md: who may do what in a log, with each role, and about other things; the rules; the routes."""
    with translation.override("nb"):
        parts = (_access_head(), _in_a_log(), _by_role(), _about_other_things(), _rules(), _routes())
        return "\n\n".join("\n".join(part) for part in parts) + "\n"


def states_page() -> str:
    """docs/states.md: every state table."""
    tables = (
        ("Stafettlogg", enums.LOG_STATES),
        ("Oppmerksomhet", enums.CONCERN_STATES),
        ("Tiltak", enums.MEASURE_STATES),
        ("Trinn på tiltakstrappen", enums.STEP_STATES),
        ("Nivå", enums.LEVELS),
        ("Møte", MEETING_STATES),
        ("Foresattrelasjon", RELATION_STATES),
        ("Varsel om en melding", DELIVERY_STATES),
        ("Utgave av veilederen", EDITION_STATES),
        ("Dokument i verktøykassen", DOCUMENT_STATES),
        ("Systemmøte", system_enums.MEETING_STATES),
        ("Forslag til systemmøte", system_enums.PROPOSAL_STATES),
        ("Tiltak fra systemmøte", system_enums.MEASURE_STATES),
        ("Nyhetsbrev", ISSUE_STATES),
        ("Kursdag", COURSE_STATES),
        ("Påmelding til kursdag", SIGN_UP_STATES),
        ("Egenvurdering", ASSESSMENT_STATES),
        ("Overføring", TRANSFER_STATES),
        ("Innlevering til arkivet", DEPOSIT_STATES),
        ("Avlevering av en periode", ORDER_STATES),
        ("Ansattliste som fil", LIST_STATES),
        ("Sletteliste", DISPOSAL_STATES),
    )
    with translation.override("nb"):
        lines = [
            "# States",
            "",
            "Printed from the state tables in the features' enums and `stafett/register/enums.py` by `make docs`; do not edit.",
        ]
        for heading, table in tables:
            lines += ["", f"## {heading}", "", "| State | On screen | May become |", "|---|---|---|"]
            lines += [_state_row(state, table[state]) for state in table]
        return "\n".join(lines) + "\n"


def roles() -> list[tuple[str, Actor | None]]:
    """(what people call the role, somebody who has it and nothing else), from no login at all and up."""
    posts = [(role.label, _somebody(posts=(Post(HERE, "", "", "", role),))) for role in EmploymentRole]
    return [
        ("Ikke innlogget", None),
        ("Foresatt eller barn", _somebody()),
        (Relation.EXTERNAL.label, _somebody(is_external=True)),
        *posts,
    ]


def places() -> list[tuple[str, str, Actor]]:
    """(what people call the place in a log, its relation, somebody who may have it)."""
    people = dict(roles())
    usual = {
        Relation.GUARDIAN: "Foresatt eller barn",
        Relation.CHILD: "Foresatt eller barn",
        Relation.EXTERNAL: Relation.EXTERNAL.label,
        Relation.LEADER_INSIGHT: EmploymentRole.UNIT_LEADER.label,
    }
    return [(each.label, each, people[usual.get(each, EmploymentRole.STAFF.label)]) for each in Relation]


def letters_of(action, relation, actor) -> str:
    """The letters of the states in which a person with that place may do it."""
    return " ".join(
        letter
        for letter, (_words, facts) in STATES.items()
        if relation in ONLY_FOR.get(letter, (relation,))
        and policy.may(actor, action, Facts(relation=relation, **facts))
    )


def _access_head():
    return [
        "# Who may do what",
        "",
        "Printed from `stafett/access/policy.py` by `make docs`; do not edit. What is not here is not allowed. Three",
        "tables: in a log, by the place one has in it; with a role, whatever the log; and about other things.",
    ]


def _in_a_log():
    """Actions that the place in a log decides."""
    yield "## In a log"
    yield ""
    for letter, (words, _facts) in STATES.items():
        yield f"- **{letter}**: {words}"
    yield ""
    yield "| Action | " + " | ".join(str(name) for name, _relation, _actor in places()) + " |"
    yield "|---|" + "---|" * len(Relation)
    for action in Action:
        cells = [letters_of(action, relation, actor) for _name, relation, actor in places()]
        if any(cells) and not any(letters_of(action, None, actor) for _name, actor in roles()):
            yield f"| {action.label} | " + " | ".join(cell or NOBODY for cell in cells) + " |"


def _by_role():
    """Actions that a role decides, or nothing at all, whatever the log."""
    yield "## With a role"
    yield ""
    yield "| Action | " + " | ".join(str(name) for name, _actor in roles()) + " |"
    yield "|---|" + "---|" * len(roles())
    for action in Action:
        cells = ["✓" if policy.may(actor, action) else NOBODY for _name, actor in roles()]
        if "✓" in cells:
            yield f"| {action.label} | " + " | ".join(cells) + " |"


def _about_other_things():
    """Actions about a relation, a child, a request, or a log that one leads without being in it."""
    yield "## About other things"
    yield ""
    yield "| Action | About | Who may |"
    yield "|---|---|---|"
    for actions, situations in SITUATIONS:
        for action in actions:
            for words, facts in situations:
                who = [str(name) for name, actor in roles() if policy.may(actor, action, facts)]
                said = "anyone who is logged in" if len(who) == len(roles()) - 1 else ", ".join(who)
                yield f"| {action.label} | {words} | {said or NOBODY} |"


def _somebody(**given):
    return Actor(person_id=SELF, municipality_id=HERE, name="", **given)


def _rules():
    yield "## The rules"
    yield ""
    yield "| Action | Rule | In words |"
    yield "|---|---|---|"
    for action, rule in policy.POLICY.items():
        yield f"| `{action.value}` | `{rule.__name__}` | {' '.join(rule.__doc__.split())} |"


def _routes():
    yield "## The routes"
    yield ""
    yield "| Route | Action |"
    yield "|---|---|"
    for route, view in routes():
        yield f"| `/{route}` | `{view.action.value}` |"


def _state_row(state, following):
    becomes = ", ".join(f"`{after}`" for after in sorted(str(each.value) for each in following)) or NOBODY
    return f"| `{state.value}` | {state.label} | {becomes} |"
