"""Verbs of the meeting: one function per thing a person does. The frame opens the transaction, locks the log and writes
the trail (audit/trail.py); the guard has asked the policy; each function asks the rules."""

from stafett.log_meetings.operations.answering import answer_invitation, record_answer
from stafett.log_meetings.operations.confirming import close_minutes, confirm_minutes, end_writing
from stafett.log_meetings.operations.mode import change_writer, open_meeting, stop_meeting, take_step
from stafett.log_meetings.operations.planning import cancel_meeting, change_meeting, plan_meeting
from stafett.log_meetings.operations.pulse import answer_pulse
from stafett.log_meetings.operations.wish import write_wish
from stafett.log_meetings.operations.writing import save_words

__all__ = [
    "answer_invitation", "answer_pulse", "cancel_meeting", "change_meeting", "change_writer", "close_minutes",
    "confirm_minutes", "end_writing", "open_meeting", "plan_meeting", "record_answer", "save_words", "stop_meeting", "take_step",
    "write_wish",
]  # fmt: skip
