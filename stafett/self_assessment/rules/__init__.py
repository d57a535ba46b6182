"""When which report is written, what may be sent, and who is reminded: no database, no clock."""

from stafett.self_assessment.rules.periods import (
    Period,
    due_on,
    may_begin,
    opens_on,
    period_named,
    periods_of,
)
from stafett.self_assessment.rules.reminding import reminder_of
from stafett.self_assessment.rules.sending import may_change, may_send, may_write, missing

__all__ = [
    "Period", "due_on", "may_begin", "may_change", "may_send", "may_write", "missing", "opens_on", "period_named",
    "periods_of", "reminder_of",
]  # fmt: skip
