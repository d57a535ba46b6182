"""The three faces after a meeting."""

from collections.abc import Sequence

from stafett.kernel.verdict import YES, Verdict, no
from stafett.log_meetings.enums import Face, MeetingState, Refusal

FEWEST_FOR_TREND = 2


def may_answer(state: str, *, has_answered: bool) -> Verdict:
    """One asks how a meeting was when it has been held, and each answers once. Source: L-45."""
    if state not in (MeetingState.TO_CONFIRM, MeetingState.DONE):
        return no(Refusal.MEETING_NOT_HELD)
    return no(Refusal.PULSE_ANSWERED) if has_answered else YES


def trend(means: Sequence[float]) -> int:
    """Which way it goes: the last meeting against the mean of those before, in order. 1 better, -1 worse, 0 the same or
    too few to say. Less than a third of a face is no change. Source: ours."""
    if len(means) < FEWEST_FOR_TREND:
        return 0
    *before, last = means
    change = last - sum(before) / len(before)
    return 0 if abs(change) < 1 / 3 else 1 if change > 0 else -1


def mean(faces: Sequence[int]) -> float:
    """The mean of faces from 1 to 3; 0 when there are none. Source: ours."""
    return sum(faces) / len(faces) if faces else 0.0


def rounded_face(value: float) -> Face:
    """The face nearest to a mean. Source: ours."""
    return Face(min(Face.YES, max(Face.NO, int(value + 0.5))))
