"""What decides who stands on the staff lists, as plain functions."""

from stafett.administration.rules.children import Families, compare_children, read_children
from stafett.administration.rules.comparing import (
    Register,
    compare,
    may_move,
    may_take_in,
    may_take_in_unseen,
    must_confirm_ends,
)
from stafett.administration.rules.reading import Reading, day_of, missing_in, number_of, read
from stafett.administration.rules.setup import (
    BEFORE_FIRST_LOG,
    Check,
    Standing,
    Step,
    checks_of,
    may_begin,
    may_change_settings,
    may_note_assessment,
    may_say_ready,
    next_step,
    steps_of,
)
from stafett.administration.rules.staffing import (
    LEADERS_GIVE,
    REOPEN_DAYS,
    Keeper,
    fits,
    may_begin_on,
    may_change_from,
    may_correct_number,
    may_end_on,
    may_keep,
    may_lose_administrator,
    may_reopen,
    may_stand_twice,
    roles_in,
)

__all__ = [
    "BEFORE_FIRST_LOG", "Check", "Families", "Keeper", "LEADERS_GIVE", "REOPEN_DAYS", "Reading", "Register", "Standing", "Step", "checks_of",
    "compare", "compare_children", "day_of", "fits", "may_begin", "may_begin_on", "may_change_from", "may_change_settings",
    "may_correct_number", "may_end_on", "may_keep", "may_lose_administrator", "may_move",
    "may_note_assessment", "may_reopen", "may_say_ready", "may_stand_twice", "may_take_in",
    "may_take_in_unseen", "missing_in", "must_confirm_ends", "next_step", "number_of", "read", "read_children", "roles_in",
    "steps_of",
]  # fmt: skip
