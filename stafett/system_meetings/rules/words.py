"""Words under way in a system meeting: what a field may be called, whose it is, and how much it holds."""

import re
from dataclasses import dataclass
from uuid import UUID

from stafett.kernel.text import length
from stafett.kernel.verdict import YES, Verdict, no
from stafett.system_meetings.enums.kinds import MeetingStep
from stafett.system_meetings.enums.refusals import Refusal
from stafett.system_meetings.rules.steps import STEPS

LINE = {
    MeetingStep.QUESTIONS: 500,
    MeetingStep.FACTORS: 300,
    MeetingStep.MEASURES: 300,
}  # the most of one thing said
SAID = {MeetingStep.QUESTIONS: "question", MeetingStep.FACTORS: "factor", MeetingStep.MEASURES: "idea"}
_HEX = "([0-9a-f]{32})"
_FIELDS = (
    (MeetingStep.CHALLENGE, r"challenge\.background", 2000),
    (MeetingStep.QUESTIONS, rf"question\.{_HEX}", 2000),
    (MeetingStep.QUESTIONS, rf"answer\.{_HEX}", 1000),
    (MeetingStep.STATUS_QUO, r"agreed\.(?:as|all)", 20),
    (MeetingStep.STATUS_QUO, r"agreed\.text", 1000),
    (MeetingStep.FACTORS, rf"factor\.{_HEX}", 2000),
    (MeetingStep.MEASURES, rf"idea\.{_HEX}", 2000),
    (MeetingStep.MEASURES, rf"aims\.{_HEX}", 2000),
    (MeetingStep.SUMMARY, r"measure\.(?:idea|form|partner|evaluator|meet_on|meet_at|evaluate_on)", 60),
    (MeetingStep.SUMMARY, r"measure\.(?:meet_place|partner_name)", 120),
    (MeetingStep.SUMMARY, r"measure\.method", 300),
    (MeetingStep.SUMMARY, r"measure\.plan", 1000),
)
_PATTERNS = tuple((step, re.compile(pattern), limit) for step, pattern, limit in _FIELDS)
_OWN = ("question", "factor", "idea", "aims")


@dataclass(frozen=True)
class Field:
    """A field that words can be written in. `seat`: whose contribution it is, None for what is the whole table's."""

    step: MeetingStep
    limit: int
    seat: UUID | None = None


def field_of(name: str) -> Field | None:
    """The field of a name; None when there is no such field. Source: ours, ADR 0025: only these can be written."""
    for step, pattern, limit in _PATTERNS:
        if match := pattern.fullmatch(name):
            is_own = name.partition(".")[0] in _OWN
            return Field(step, limit, UUID(match[1]) if is_own else None)
    return None


def may_hold(name: str, text: str, *, reached: str, own: UUID | None, is_keeper: bool) -> Verdict:
    """Whoever leads or writes fills in any field; everybody else their own contribution.

    Of a step that the meeting has come to, also when it has gone on: words that were written without a net arrive late.
    `own` is the writer's seat. Source: S002-22, ADR 0034.
    """
    field = field_of(name)
    if field is None or STEPS.index(field.step) > STEPS.index(MeetingStep(reached)):
        return no(Refusal.ANOTHER_STEP)
    if not is_keeper and (field.seat is None or field.seat != own):
        return no(Refusal.NOT_YOUR_WORDS)
    return no(Refusal.TOO_LONG, limit=field.limit) if length(text) > field.limit else YES


def may_say_lines(lines: list[str], *, step: str) -> Verdict:
    """Each thing that is said is one line of a certain length. Source: ours."""
    limit = LINE[MeetingStep(step)]
    return no(Refusal.LINE_TOO_LONG, limit=limit) if any(length(line) > limit for line in lines) else YES
