"""The level of effort: one step at a time, with a reason."""

from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import LEVELS, Level, Refusal
from stafett.relay_log.rules.wording import is_blank


def may_change(before: int, *, after: int, reason: str, outsiders: int) -> Verdict:
    """The level goes one step up or down with a reason, and never to 1 while other units take part.

    `outsiders` counts the participants from other units than the baton holder's.
    Source: S003-01, S003-53; ours for one step at a time.
    """
    if after == before:
        return no(Refusal.WRONG_STATE)
    if after not in LEVELS[Level(before)]:
        return no(Refusal.LEVEL_TOO_FAR)
    if after == Level.ONE and outsiders:
        return no(Refusal.OUTSIDERS_AT_LEVEL_ONE)
    return no(Refusal.REASON_MISSING) if is_blank(reason) else YES
