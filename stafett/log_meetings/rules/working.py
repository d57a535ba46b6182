"""Words under way in a stafettloggmøte: what a field may be called, and how much it holds."""

import re
from collections.abc import Collection, Mapping

from stafett.kernel.text import length
from stafett.kernel.verdict import YES, Verdict, no
from stafett.log_meetings.enums import MeetingStep, Refusal
from stafett.relay_log.enums import Arena, FactorKind

MOST_MEASURES = 5  # in one slot
_HEX = "[0-9a-f]{32}"
_SLOT = rf"(?:{'|'.join(Arena.values)})\.[1-{MOST_MEASURES}]"
PLACE = rf"(?:{_SLOT}|next\.{_HEX})"
_FIELDS = (
    (MeetingStep.CONCERN, r"concern\.title", 100),
    (MeetingStep.CONCERN, r"concern\.child_view", 2000),
    (MeetingStep.CONCERN, r"concern\.(?:category|subcategory|guardians_on|child_disagrees)", 40),
    (MeetingStep.CONCERN, r"concern\.no_child_talk", 300),
    (MeetingStep.CONCERN, r"concern\.weighed", 1000),
    (MeetingStep.ANALYSIS, rf"analysis\.(?:{'|'.join(FactorKind.values)})", 2000),
    (MeetingStep.GOAL, r"goal\.(?:text|sign)", 300),
    (MeetingStep.MEASURES, rf"measure\.{_SLOT}\.text", 300),
    (MeetingStep.MEASURES, rf"measure\.{_SLOT}\.(?:type|owner)", 60),
    (MeetingStep.MEASURES, r"measure\.no_child", 300),
    (MeetingStep.EVALUATION, rf"evaluation\.{_HEX}\.words", 2000),
    (MeetingStep.EVALUATION, rf"evaluation\.{_HEX}\.next", 300),
    (MeetingStep.EVALUATION, rf"evaluation\.{_HEX}\.(?:option|took_part)", 60),
    (MeetingStep.DATES, rf"dates\.{PLACE}\.(?:start_by|evaluate_by|habit)", 20),
    (MeetingStep.DATES, r"dates\.next_(?:on|at)", 20),
)
_PATTERNS = tuple((step, re.compile(pattern), limit) for step, pattern, limit in _FIELDS)


def field_of(name: str) -> tuple[MeetingStep, int] | None:
    """The step a field belongs to and the most it holds in letters; None when there is no such field.

    Source: ours, ADR 0025: whatever a browser sends, only these can be written.
    """
    return next(
        ((step, limit) for step, pattern, limit in _PATTERNS if pattern.fullmatch(name)),
        None,
    )


def may_hold(name: str, text: str, *, step: str) -> Verdict:
    """A field of the step the meeting is in takes words up to its limit. Source: ours, ADR 0025."""
    known = field_of(name)
    if known is None or known[0] != step:
        return no(Refusal.ANOTHER_STEP)
    return no(Refusal.TOO_LONG, limit=known[1]) if length(text) > known[1] else YES


def slots_in(texts: Mapping[str, str]) -> list[str]:
    """The slots that have, or have had, words in them, as "home.1"; at least the first of each arena, in their order.

    Source: S003-46..50.
    """
    used = {match[1] for name in texts if (match := re.fullmatch(rf"measure\.({_SLOT})\.text", name))}
    return [
        f"{arena}.{number}"
        for arena in Arena.values
        for number in range(1, MOST_MEASURES + 1)
        if number == 1 or f"{arena}.{number}" in used
    ]


def next_slot(arena: str, slots: Collection[str]) -> str | None:
    """The slot after the last one of an arena; None when there is no room for more. Source: S003-46; ours for the most."""
    taken = max((int(slot.rpartition(".")[2]) for slot in slots if slot.startswith(f"{arena}.")), default=0)
    return f"{arena}.{taken + 1}" if taken < MOST_MEASURES else None
