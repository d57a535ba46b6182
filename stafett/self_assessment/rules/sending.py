"""What may stand in a report, when it can be sent, and that what is sent stands."""

import re
from collections.abc import Iterable, Mapping

from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.self_assessment.enums import ASSESSMENT_STATES, AssessmentState, Refusal, Scale

_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\u00a0-]?\d){10}(?!\d)")


def may_write(text: str) -> Verdict:
    """A report is about the work, never about a child: eleven digits in a row are refused, however they are spaced.

    Source: L-56, S000-18.
    """
    return no(Refusal.HAS_PERSONAL_NUMBER) if _ELEVEN_DIGITS.search(text) else YES


def missing(questions: Iterable[str], *, answers: Mapping[str, object]) -> list[str]:
    """Keys of the questions with a scale that have no answer on it. Source: S000-18."""
    return [key for key in questions if answers.get(key) not in Scale.values]


def may_change(state: str) -> Verdict:
    """A draft is changed; what is sent stands as it was sent.

    Source: S000-18, design 4.9.
    """
    return YES if ASSESSMENT_STATES[AssessmentState(state)] else no(Refusal.SENT_ALREADY)


def may_send(state: str, *, questions: Iterable[str], answers: Mapping[str, object]) -> Verdict:
    """A draft is sent when every question with a scale is answered; words are welcome and not asked for.

    Source: S000-18, S000-21.
    """
    left = missing(questions, answers=answers)
    return first_no(may_change(state), no(Refusal.NOT_ANSWERED, missing=len(left)) if left else YES)
