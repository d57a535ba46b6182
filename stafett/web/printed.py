"""Pages of docs/ that are printed from the code: who may do what, and what may become what. In English and bokmål."""

from django.utils import translation

from stafett.access import policy
from stafett.access.checks import routes
from stafett.access.enums import Action, LogState, Relation
from stafett.access.policy import Facts
from stafett.register.actor import Actor, Post
from stafett.register.enums import EmploymentRole
from stafett.relay_log import enums

NOBODY = "—"
STAFF = Actor(
    person_id=None, municipality_id=None, name="",
    posts=(Post(None, "", "", "", EmploymentRole.STAFF),),
)  # fmt: skip
GUARDIAN = Actor(person_id=None, municipality_id=None, name="")


def access_page() -> str:
    """docs/access.md: each action, its rule and source, who may in which state, and its routes."""
    with translation.override("nb"):
        return "\n".join([*_access_head(), *_matrix(), "", *_rules(), "", *_routes()]) + "\n"


def states_page() -> str:
    """docs/states.md: every state table."""
    tables = (
        ("Stafettlogg", enums.LOG_STATES),
        ("Oppmerksomhet", enums.CONCERN_STATES),
        ("Tiltak", enums.MEASURE_STATES),
        ("Trinn på tiltakstrappen", enums.STEP_STATES),
        ("Nivå", enums.LEVELS),
    )
    with translation.override("nb"):
        lines = [
            "# States",
            "",
            "Printed from `stafett/relay_log/enums/states.py` by `make docs`; do not edit.",
        ]
        for heading, table in tables:
            lines += ["", f"## {heading}", "", "| State | On screen | May become |", "|---|---|---|"]
            lines += [_state_row(state, table[state]) for state in table]
        return "\n".join(lines) + "\n"


def _access_head():
    return [
        "# Who may do what",
        "",
        "Printed from `stafett/access/policy.py` by `make docs`; do not edit. ✓ may, – may not. What is not here is",
        "not allowed. Columns: log state (a: awaiting consent, b: active with consent, c: active, consent run out,",
        "d: closed).",
        "",
    ]


def _matrix():
    states = {
        "a": (LogState.AWAITING_CONSENT, False),
        "b": (LogState.ACTIVE, True),
        "c": (LogState.ACTIVE, False),
        "d": (LogState.CLOSED, True),
    }
    people = [
        (relation.label, relation, GUARDIAN if relation == Relation.GUARDIAN else STAFF)
        for relation in Relation
    ]
    people += [("Ansatt utenfor loggen", None, STAFF), ("Ikke innlogget", None, None)]
    yield (
        "| Action | " + " | ".join(f"{name} {' '.join(states)}" for name, _relation, _actor in people) + " |"
    )
    yield "|---|" + "---|" * len(people)
    for action in Action:
        cells = [
            " ".join(
                "✓" if policy.may(actor, action, _facts(action, relation, *states[key])) else "–"
                for key in states
            )
            for _name, relation, actor in people
        ]
        yield f"| {action.label} | " + " | ".join(cells) + " |"


def _facts(action, relation, state, has_consent):
    if action == Action.CONFIRM_GUARDIAN:
        return None
    return Facts(relation=relation, log_state=state, has_consent=has_consent)


def _rules():
    yield "| Action | Rule | In words |"
    yield "|---|---|---|"
    for action, rule in policy.POLICY.items():
        yield f"| `{action.value}` | `{rule.__name__}` | {' '.join(rule.__doc__.split())} |"


def _routes():
    yield "| Route | Action |"
    yield "|---|---|"
    for route, view in routes():
        yield f"| `/{route}` | `{view.action.value}` |"


def _state_row(state, following):
    becomes = ", ".join(f"`{after}`" for after in sorted(str(each.value) for each in following)) or NOBODY
    return f"| `{state.value}` | {state.label} | {becomes} |"
