"""The wheel's reckoning and what may be done with it: plain functions, no database, no clock."""

from stafett.annual_wheel.rules.changing import (
    may_change,
    may_confirm_on,
    may_link,
    may_mark,
    may_open,
    may_place,
    may_write,
)
from stafett.annual_wheel.rules.reminding import reminder_month, year_to_prepare
from stafett.annual_wheel.rules.states import month_states, state_of
from stafett.annual_wheel.rules.year import calendar_year_of, months_in_order, years_to_open

__all__ = [
    "calendar_year_of", "may_change", "may_confirm_on", "may_link", "may_mark", "may_open", "may_place", "may_write",
    "month_states", "months_in_order", "reminder_month", "state_of", "year_to_prepare", "years_to_open",
]  # fmt: skip
