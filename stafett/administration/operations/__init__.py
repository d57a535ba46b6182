"""Verbs of the register: enter children and guardians, look after relations, protection and the right to consent.

Whatever somebody's access or consent rests on is changed here, and each such change renews the places in the child's
logs in the same transaction (`renewing.py`), so that it holds from the very next request.
"""

from stafett.administration.operations.checking import check_relation, check_residence
from stafett.administration.operations.lists import add_list, cancel_list, order_list, order_undoing
from stafett.administration.operations.numbers import correct_child_number, correct_guardian_number
from stafett.administration.operations.people import change_own_contact, register_child, register_guardian
from stafett.administration.operations.protection import (
    answer_opening,
    ask_for_opening,
    set_consent_right,
    set_protection,
)
from stafett.administration.operations.relations import (
    block_guardian,
    change_responsibility,
    confirm_guardian,
    end_relation,
    lift_block,
)
from stafett.administration.operations.requests import answer_request, register_request
from stafett.administration.operations.setup import change_settings, note_assessment, say_ready
from stafett.administration.operations.staff import (
    add_employee,
    change_employment,
    correct_employee_number,
    end_employment,
    move_employment,
    reopen_employment,
)
from stafett.administration.operations.units import add_unit, change_unit

__all__ = [
    "add_employee", "add_list", "add_unit", "answer_opening", "answer_request", "ask_for_opening", "block_guardian",
    "cancel_list", "change_employment", "change_own_contact", "change_responsibility", "change_settings", "change_unit", "check_relation",
    "check_residence", "confirm_guardian", "correct_child_number", "correct_employee_number",
    "correct_guardian_number", "end_employment", "end_relation", "lift_block", "move_employment", "note_assessment", "order_list", "order_undoing", "register_child",
    "register_guardian", "register_request", "reopen_employment", "say_ready", "set_consent_right", "set_protection",
]  # fmt: skip
