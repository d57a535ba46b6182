"""Verbs of courses: set a day up, change and cancel it, sign up and withdraw, tick who was there, say how long training lasts."""

from stafett.courses.operations.attending import tick_attendance
from stafett.courses.operations.setting_up import add_course, cancel_course, change_course, set_refresher
from stafett.courses.operations.signing_up import sign_up, withdraw

__all__ = [
    "add_course", "cancel_course", "change_course", "set_refresher", "sign_up", "tick_attendance", "withdraw",
]  # fmt: skip
