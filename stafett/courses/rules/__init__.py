"""Who gets a place and who waits, until when one may do what, and who needs training: no database, no clock."""

from stafett.courses.rules.deadlines import may_cancel, may_set_up, may_sign_up, may_tick, may_withdraw
from stafett.courses.rules.places import Seat, may_offer, moving_up, state_of_new, taken
from stafett.courses.rules.planning import course_missing_by
from stafett.courses.rules.training import REFRESH_YEARS, need_of

__all__ = [
    "REFRESH_YEARS", "Seat", "course_missing_by", "may_cancel", "may_offer", "may_set_up", "may_sign_up", "may_tick", "may_withdraw",
    "moving_up", "need_of", "state_of_new", "taken",
]  # fmt: skip
