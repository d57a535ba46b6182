"""The ladder of small steps: how it is written, shaped and climbed."""

import re
from collections.abc import Sequence

from stafett.kernel.text import clean_line, clean_text, length
from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import STEP_STATES, Refusal, StepState

FEWEST_STEPS = 2
MOST_STEPS = 12
STEP_LIMIT = 120
# "1." "1)" "(1)" "a)" "a." "-" "•", but not "10.30" or "1.5 km": a digit after the mark makes it a number.
# Spaces and joiners between marks are taken with them, so that one pass is nearly always enough.
_NUMBERING = re.compile(
    r"^(?:(?:[-–—•*·]+|\(?\d{1,2}[.):](?!\d)|\(?[a-zæøå][.)](?=\s|$))[\s\u200c-\u200f]*)+", re.IGNORECASE
)


def steps_from(text: str) -> list[str]:
    """One step for each line, easiest first, without the numbers or bullets people put in front.

    Source: S001-30, S001-33.
    """
    return [step for line in clean_text(text).split("\n") if (step := _without_numbering(line))]


def may_shape(steps: Sequence[str]) -> Verdict:
    """A ladder has at least two steps, and no more than can be drawn and remembered.

    Source: S001-30, S001-33; ours for 12 steps of 120 characters.
    """
    if len(steps) < FEWEST_STEPS:
        return no(Refusal.NO_STEPS)
    if len(steps) > MOST_STEPS:
        return no(Refusal.TOO_MANY_STEPS)
    return no(Refusal.STEP_TOO_LONG) if any(length(step) > STEP_LIMIT for step in steps) else YES


def may_take(state: str) -> Verdict:
    """A step that remains can be taken, whichever the child feels ready for.

    Source: S001-33, S001-40.
    """
    return _may_become(state, StepState.DONE)


def may_skip(state: str) -> Verdict:
    """A step that remains can be skipped: children often take several in one.

    Source: S001-33, S001-40.
    """
    return _may_become(state, StepState.SKIPPED)


def may_merge(state: str, *, has_next: bool) -> Verdict:
    """A step that remains can be merged with the next one that remains.

    Source: S001-33, S001-40.
    """
    verdict = _may_become(state, StepState.MERGED)
    return no(Refusal.NOTHING_TO_MERGE_WITH) if verdict and not has_next else verdict


def may_undo(state: str) -> Verdict:
    """A step that was taken or skipped can be put back; a merged one lives on in the step after it.

    Source: ours.
    """
    return _may_become(state, StepState.PLANNED)


def current_position(states: Sequence[str]) -> int | None:
    """The child stands before the first step that remains; index from 0, None when none remains.

    Source: S001-33.
    """
    return next((index for index, state in enumerate(states) if state == StepState.PLANNED), None)


def _may_become(state: str, target: StepState) -> Verdict:
    return YES if target in STEP_STATES[StepState(state)] else no(Refusal.WRONG_STATE)


def _without_numbering(line: str) -> str:
    while (bare := clean_line(_NUMBERING.sub("", line))) != line:
        line = bare
    return bare
