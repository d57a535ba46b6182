"""Verbs of self-assessment: begin, save, send, correct; say that it is read, ask and answer."""

from stafett.self_assessment.operations.receiving import add_remark, mark_read
from stafett.self_assessment.operations.writing import (
    correct_assessment,
    save_answers,
    start_assessment,
    submit_assessment,
)

__all__ = [
    "add_remark", "correct_assessment", "mark_read", "save_answers", "start_assessment", "submit_assessment",
]  # fmt: skip
