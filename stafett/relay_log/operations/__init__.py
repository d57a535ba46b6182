"""Verbs of the relay log: one function per thing a person does. The frame opens the transaction, locks the log and
writes the trail (audit/trail.py); the guard has asked the policy; each function asks the rules."""

from stafett.relay_log.operations.analysis import add_factor, mark_factor, remove_factor, share_factors
from stafett.relay_log.operations.categories import add_subcategory, call_category
from stafett.relay_log.operations.closing import close_log, end_access
from stafett.relay_log.operations.concerns import (
    achieve_goal,
    activate_concern,
    discard_concern,
    draft_concern,
    end_concern,
    replace_goal,
    revise_concern,
    share_concern,
)
from stafett.relay_log.operations.coordination import say_coordination
from stafett.relay_log.operations.evaluations import evaluate_measure
from stafett.relay_log.operations.ladders import change_step, shape_ladder
from stafett.relay_log.operations.leading import appoint_holder, look_with_reason
from stafett.relay_log.operations.measures import add_measure, discard_measure, revise_measure, start_measure
from stafett.relay_log.operations.outside import add_organisation, extend_place, let_in_from_outside
from stafett.relay_log.operations.participation import add_participant, change_level, end_participation
from stafett.relay_log.operations.starting import discard_log, open_log, start_log
from stafett.relay_log.operations.words import change_note_keeping, share_bright_spot, write_note
from stafett.relay_log.operations.youth import decide_guardian_reading

__all__ = [
    "achieve_goal", "activate_concern", "add_factor", "add_measure", "add_organisation", "add_participant",
    "add_subcategory", "appoint_holder", "call_category", "change_level", "change_note_keeping", "extend_place", "let_in_from_outside", "look_with_reason",
    "change_step", "close_log", "decide_guardian_reading", "discard_concern", "discard_log", "discard_measure", "draft_concern", "end_access", "end_concern",
    "end_participation", "evaluate_measure", "mark_factor", "open_log", "remove_factor", "replace_goal", "revise_concern",
    "revise_measure", "say_coordination", "shape_ladder", "share_bright_spot", "share_concern", "share_factors", "start_log", "start_measure",
    "write_note",
]  # fmt: skip
