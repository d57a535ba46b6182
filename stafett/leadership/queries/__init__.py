"""Reads for leaders: who holds which log and when something happens next, what the week asks for, and what to talk about.

No title, no text, no reason leaves here.
"""

from stafett.leadership.queries.day import (
    Flow,
    LeadersDay,
    Need,
    TalkNote,
    facts_about_reminder,
    leaders_day,
    overdue_log,
    talk_notes,
)
from stafett.leadership.queries.units import (
    LedLog,
    UnitNumbers,
    area_units,
    colleagues_in,
    facts_about_led,
    led_log,
    unit_logs,
)

__all__ = [
    "Flow",
    "LeadersDay",
    "LedLog",
    "Need",
    "TalkNote",
    "UnitNumbers",
    "area_units",
    "colleagues_in",
    "facts_about_led",
    "facts_about_reminder",
    "leaders_day",
    "led_log",
    "overdue_log",
    "talk_notes",
    "unit_logs",
]
