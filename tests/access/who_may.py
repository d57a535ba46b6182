"""Who may do what on every route, written by hand from the sources and never read from the policy.

A route that is missing here fails the test: whoever adds one decides here who may use it.
"""

HOLDER, PARTICIPANT, GUARDIAN = "holder", "participant", "guardian"

# Who stands how to each log today (four_logs.py). Everyone else stands outside.
# a: nobody but the holder before consent. Trond has left (L-29); Ronny is blocked (L-25); Marek's relation is
# not settled (L-24); Gudrun has no parental responsibility (L-26).
IN_LOG = {
    "a": {"kari": HOLDER},
    "b": {"kari": HOLDER, "jonas": PARTICIPANT, "henrik": PARTICIPANT, "hilde": GUARDIAN},
    "c": {"kari": HOLDER, "jonas": PARTICIPANT, "henrik": PARTICIPANT, "wenche": GUARDIAN},
    "d": {"kari": HOLDER, "jonas": PARTICIPANT, "henrik": PARTICIPANT, "lars": GUARDIAN, "siv": GUARDIAN},
}  # fmt: skip

# What each place in a log opens, by the log's letter.
MAY = {
    "read": {HOLDER: "abcd", PARTICIPANT: "bcd", GUARDIAN: "bcd"},  # S003-09, L-02
    "consent": {HOLDER: "abc"},  # S001-13, W-18
    "write": {HOLDER: "b"},  # S003-08, L-09
    "small words": {HOLDER: "b", PARTICIPANT: "b", GUARDIAN: "b"},  # S001-47
    "close": {HOLDER: "bc"},  # S003-71, W-28
    "discard": {HOLDER: "a"},  # L-52
}

# Route: what it takes to use it, and which things of the log its address points at.
GET, POST = "GET", "POST"
LOG_ROUTES = {
    "log": ("read", ("log",), (GET,)),
    "learned": ("read", ("log",), (GET,)),
    "new_bright_spot": ("small words", ("log",), (GET, POST)),
    "new_note": ("small words", ("log",), (GET, POST)),
    "level": ("write", ("log",), (GET, POST)),
    "participants": ("write", ("log",), (GET, POST)),
    "end_participation": ("write", ("log", "grant"), (POST,)),
    "closure": ("close", ("log",), (GET, POST)),
    "discard_log": ("discard", ("log",), (GET, POST)),
    "consent": ("consent", ("log",), (GET, POST)),
    "consent_form": ("consent", ("log",), (GET,)),
    "consent_document": ("consent", ("log", "consent"), (GET,)),
    "new_concern": ("write", ("log",), (GET, POST)),
    "concern": ("read", ("concern",), (GET,)),
    "edit_concern": ("write", ("concern",), (GET, POST)),
    "concern_history": ("read", ("concern",), (GET,)),
    "sharing": ("write", ("concern",), (POST,)),
    "activation": ("write", ("concern",), (GET, POST)),
    "achievement": ("write", ("concern",), (POST,)),
    "ending": ("write", ("concern",), (GET, POST)),
    "discard_concern": ("write", ("concern",), (GET, POST)),
    "new_goal": ("write", ("concern",), (GET, POST)),
    "new_factor": ("write", ("concern",), (GET, POST)),
    "factor_removal": ("write", ("concern", "factor"), (POST,)),
    "new_concern_note": ("small words", ("concern",), (GET, POST)),
    "new_measure": ("write", ("concern",), (GET, POST)),
    "new_ladder": ("write", ("concern",), (GET, POST)),
    "measure": ("read", ("measure",), (GET,)),
    "edit_measure": ("write", ("measure",), (GET, POST)),
    "measure_history": ("read", ("measure",), (GET,)),
    "measure_start": ("write", ("measure",), (POST,)),
    "discard_measure": ("write", ("measure",), (GET, POST)),
    "evaluation": ("write", ("measure",), (GET, POST)),
    "ladder": ("read", ("ladder",), (GET,)),
    "step_change": ("write", ("step", "take"), (POST,)),
}
# Sent empty, these are carried out; every other form that is sent empty by somebody who may gets 422.
DONE_WHEN_EMPTY = {
    "guardian_confirmation",
    "discard_log",
    "end_participation",
    "factor_removal",
    "step_change",
}

# Routes that are about no log: what staff, other people who are logged in, and strangers get.
OTHER_ROUTES = {
    "live": (GET, 200, 200, 200),
    "ready": (GET, 200, 200, 200),
    "start": (GET, 302, 302, 200),
    "log_in": (GET, 200, 200, 200),
    "demo_login": (POST, 404, 404, 404),  # nobody chosen
    "own_page": (GET, 200, 200, 302),
    "my_logs": (GET, 200, 403, 302),
    "participating_logs": (GET, 200, 403, 302),
    "family_logs": (GET, 200, 200, 302),
    "choose_child": (GET, 200, 403, 302),
    "staff_search": (GET, 200, 403, 302),
    "new_child": (GET, 200, 403, 302),
    "log_out": (POST, 302, 302, 302),  # last: whoever has logged out asks for nothing more
}
ONE_FAMILY_LOG = {"hilde", "wenche", "lars", "siv"}  # sent straight on to it

# Routes about a child of the unit where one works (Nils), and a relation that waits for the unit's leader.
CHILD_ROUTES = {"guardians": (GET, POST), "start_log": (GET, POST)}
WORK_WITH_NILS = {"kari", "jonas", "yusuf", "elle"}
RELATION_ROUTES = {"guardian_confirmation": (GET, POST)}
CONFIRMS_MAREK = {"elle"}


def of_log(rule, letter, key) -> str:
    """What a person gets when asking for something of a log: "allowed", "forbidden" or "unknown"."""
    relation = IN_LOG[letter].get(key)
    if relation is None:
        return "unknown"
    return "allowed" if letter in MAY[rule].get(relation, "") else "forbidden"
