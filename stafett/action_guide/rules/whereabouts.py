"""Which step of the guide a log is on, so that the guide opens where its people are."""

from collections.abc import Mapping

# What comes next in a log (relay_log NextKind), and the step of each level that helps with it.
_MEET = {1: "mote", 2: "kontakt", 3: "mote"}
_PLAN = {1: "mal-og-tiltak", 2: "plan", 3: "plan"}
_DO = {1: "gjennomfor", 2: "gjennomfor", 3: "gjennomfor"}
_EVALUATE = {1: "evaluer", 2: "evaluer", 3: "evaluer"}
_DECIDE = {1: "veien-videre", 2: "avgjor", 3: "avklar"}
_END = {1: "veien-videre", 2: "avgjor", 3: "avslutt"}
_STEPS: Mapping[str, Mapping[int, str]] = {
    "no_concern_yet": _PLAN,
    "set_in_motion": _PLAN,
    "adjust_measure": _PLAN,
    "measure_starts": _DO,
    "evaluation_next": _DO,
    "evaluation_soon": _EVALUATE,
    "evaluation_overdue": _EVALUATE,
    "nothing_planned": _DECIDE,
    "ready_to_close": _END,
    "family_asks_to_end": _END,
    "closed": _END,
}


def step_for(*, level: int, next_kind: str) -> str:
    """The key of the step on level 1, 2 or 3 that helps with what comes next in the log.

    What has no row above has to do with consent or with sharing a draft: then the next thing is to talk together.
    Source: S003-02, W-08.
    """
    return _STEPS.get(next_kind, _MEET)[level]
