"""When a log is closed, and when it is time to suggest it."""

from collections.abc import Collection

from stafett.access.enums import LogState
from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import LOG_STATES, ConcernState, Refusal
from stafett.relay_log.rules.wording import is_blank

OVER = frozenset({ConcernState.ACHIEVED, ConcernState.ENDED})


def may_close(
    log_state: str, *, open_concerns: int, open_measures: int, summary: str, has_consent: bool = True,
    has_meeting_ahead: bool = False,
) -> Verdict:  # fmt: skip
    """A log closes when measures are evaluated, concerns are finished, and some words say where we stand.

    `open_concerns` counts those neither achieved nor ended, `open_measures` those not yet evaluated. Without
    consent nobody can finish anything, so what is unfinished does not hold the log open. People who are to meet are told
    first that they are not.
    Source: S003-71, W-28.
    """
    if LogState.CLOSED not in LOG_STATES[LogState(log_state)]:
        return no(Refusal.WRONG_STATE)
    if open_measures and has_consent:
        return no(Refusal.MEASURE_NOT_EVALUATED, count=open_measures)
    if open_concerns and has_consent:
        return no(Refusal.CONCERN_STILL_OPEN, count=open_concerns)
    if has_meeting_ahead:
        return no(Refusal.MEETING_AHEAD)
    return no(Refusal.SUMMARY_MISSING) if is_blank(summary) else YES


def suggests_closing(concern_states: Collection[str]) -> bool:
    """It is time to talk about closing the log when there have been concerns and all of them are finished.

    Source: S003-71.
    """
    return bool(concern_states) and OVER.issuperset(concern_states)


def may_end_access(log_state: str) -> Verdict:
    """Only a closed log stops being read here, and only when the archive has it. Source: L-53."""
    return YES if log_state == LogState.CLOSED else no(Refusal.WRONG_STATE)
