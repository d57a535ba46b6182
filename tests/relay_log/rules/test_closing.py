"""When a log is closed, and when closing is suggested."""

import pytest

from stafett.relay_log.enums import Refusal
from stafett.relay_log.rules import closing

FINISHED = {"open_concerns": 0, "open_measures": 0, "summary": "Alle mål er nådd."}


@pytest.mark.parametrize(
    ("state", "change", "refusal", "params"),
    [
        ("active", {}, None, {}),
        ("awaiting_consent", {}, Refusal.WRONG_STATE, {}),
        ("closed", {}, Refusal.WRONG_STATE, {}),
        ("active", {"open_measures": 3, "open_concerns": 1}, Refusal.MEASURE_NOT_EVALUATED, {"count": 3}),
        ("active", {"open_concerns": 2}, Refusal.CONCERN_STILL_OPEN, {"count": 2}),
        ("active", {"has_meeting_ahead": True}, Refusal.MEETING_AHEAD, {}),
        ("active", {"has_meeting_ahead": True, "has_consent": False}, Refusal.MEETING_AHEAD, {}),
        ("active", {"summary": "\n"}, Refusal.SUMMARY_MISSING, {}),
    ],
)
def test_a_log_closes_when_all_is_finished(state, change, refusal, params):
    verdict = closing.may_close(state, **FINISHED | change)

    assert verdict.refusal is refusal
    assert verdict.params == params


@pytest.mark.parametrize(
    ("states", "suggests"),
    [
        ([], False),
        (["achieved"], True),
        (["achieved", "ended"], True),
        (["achieved", "active"], False),
        (["achieved", "draft"], False),
    ],
)
def test_closing_is_suggested_when_every_concern_is_finished(states, suggests):
    assert closing.suggests_closing(states) is suggests


@pytest.mark.parametrize(("state", "may"), [("closed", True), ("active", False), ("awaiting_consent", False)])
def test_only_a_closed_log_stops_being_read(state, may):
    assert bool(closing.may_end_access(state)) is may
