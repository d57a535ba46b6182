"""The domain of transfers as plain functions: offering, answering, deputies, packages, and who starts school."""

from stafett.log_meetings.rules.school_start import first_year_of_school, is_starter, next_start
from stafett.transfers.rules.carrying import (
    DAYS_OPEN,
    Part,
    chosen_among,
    may_be_about,
    may_be_read,
    may_come_in,
    parts_of,
)
from stafett.transfers.rules.offering import (
    OFFER_DAYS,
    PACKAGE_DAYS,
    last_day_of_offer,
    may_become,
    may_give_back,
    may_go_to_unit,
    may_offer,
    may_stand_in_until,
    state_on,
)
from stafett.transfers.rules.package import (
    FILE_LIMIT,
    Package,
    is_receipt,
    may_leave_as_package,
    may_weigh,
    opened,
    packed,
    receipt_of,
    without_kept,
)
from stafett.transfers.rules.starting import (
    FEWEST,
    first_year_followed,
    may_choose_school,
    shown_count,
    step_of,
)

__all__ = [
    "DAYS_OPEN", "FEWEST", "FILE_LIMIT", "OFFER_DAYS", "PACKAGE_DAYS", "Package", "Part", "chosen_among",
    "first_year_followed", "first_year_of_school", "is_receipt", "is_starter", "last_day_of_offer",
    "may_be_about", "may_be_read", "may_become", "may_choose_school", "may_come_in", "may_give_back",
    "may_go_to_unit", "may_leave_as_package", "may_offer", "may_stand_in_until", "may_weigh", "next_start",
    "opened", "packed", "parts_of", "receipt_of", "shown_count", "state_on", "step_of", "without_kept",
]  # fmt: skip
