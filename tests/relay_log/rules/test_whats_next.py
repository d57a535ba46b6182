"""The "Hva skjer nå" line: always one thing, and an alarm exactly when follow-up breaks."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.access.enums import LogState
from stafett.relay_log.enums import ConcernState, MeasureState, NextKind, Tone
from stafett.relay_log.rules.whats_next import WhatsNext, whats_next

TODAY = date(2026, 3, 3)


@dataclass(frozen=True)
class FakeMeasure:
    id: UUID
    concern_id: UUID
    concern_state: str
    state: str
    start_by: date
    evaluate_by: date


def in_days(days):
    return TODAY + timedelta(days=days)


def measure(number=1, *, concern=1, concern_state="active", state="active", start=-10, evaluate=20):
    """A measure of the concern with that number; days count from today."""
    return FakeMeasure(
        UUID(int=number), UUID(int=concern), concern_state, state, in_days(start), in_days(evaluate)
    )


def line(concern_states, *measures, log_state="active", consent_valid=True, consent_ends=200, meeting=None):
    return whats_next(
        log_state=log_state,
        consent_valid=consent_valid,
        consent_ends=None if consent_ends is None else in_days(consent_ends),
        concern_states=concern_states,
        measures=measures,
        today=TODAY,
        meeting_on=None if meeting is None else in_days(meeting),
    )


@pytest.mark.parametrize(
    ("kind", "states", "measures", "log"),
    [
        ("closed", ["achieved"], [], {"log_state": "closed", "consent_valid": False}),
        (
            "consent_missing",
            [],
            [],
            {"log_state": "awaiting_consent", "consent_valid": False, "consent_ends": None},
        ),
        ("consent_ran_out", ["active"], [measure(evaluate=-5)], {"consent_valid": False, "consent_ends": -1}),
        ("no_concern_yet", [], [], {}),
        ("share_draft", ["draft"], [], {}),
        ("share_draft", ["draft", "active"], [measure()], {}),
        ("set_in_motion", ["draft", "shared"], [measure(concern_state="shared", state="planned")], {}),
        ("evaluation_overdue", ["active"], [measure(evaluate=-1)], {}),
        ("nothing_planned", ["active"], [], {}),
        ("nothing_planned", ["active"], [measure(state="evaluated")], {}),
        ("consent_ends_soon", ["active"], [measure()], {"consent_ends": 30}),
        ("evaluation_next", ["active"], [measure()], {"consent_ends": 31}),
        ("adjust_measure", ["active"], [measure(), measure(2, state="planned")], {}),
        ("adjust_measure", ["active"], [measure(state="planned")], {}),
        ("measure_starts", ["active"], [measure(start=3, evaluate=30)], {}),
        ("evaluation_next", ["active"], [measure(start=0, evaluate=30)], {}),
        ("evaluation_soon", ["active"], [measure(evaluate=0)], {}),
        ("evaluation_soon", ["active"], [measure(evaluate=7)], {}),
        ("evaluation_next", ["active"], [measure(evaluate=8)], {}),
        ("evaluation_next", ["achieved", "active"], [measure(concern=2)], {"consent_ends": None}),
        ("meeting_next", ["active"], [measure()], {"meeting": 7}),
        ("meeting_next", ["active"], [measure()], {"meeting": 19}),
        ("evaluation_next", ["active"], [measure()], {"meeting": 21}),
        ("evaluation_next", ["active"], [measure()], {"meeting": -1}),
        ("evaluation_soon", ["active"], [measure(evaluate=2)], {"meeting": 2}),
        ("evaluation_overdue", ["active"], [measure(evaluate=-1)], {"meeting": 0}),
        ("meeting_next", ["active"], [], {"meeting": 14}),
        ("nothing_planned", ["active"], [], {"meeting": 15}),
        ("share_draft", ["draft"], [], {"meeting": 8}),
        ("meeting_next", ["draft"], [], {"meeting": 7}),
        ("meeting_next", [], [], {"meeting": 40}),
        ("closed", ["achieved"], [], {"log_state": "closed", "consent_valid": False, "meeting": 3}),
        ("ready_to_close", ["achieved", "ended"], [measure(concern_state="ended", state="evaluated")], {}),
    ],
)
def test_the_line_says(kind, states, measures, log):
    assert line(states, *measures, **log).kind == kind


def test_a_concern_without_a_measure_is_seen_beside_one_that_has_several():
    said = line(["active", "active"], measure(1, concern=1), measure(2, concern=1))

    assert said.kind is NextKind.NOTHING_PLANNED


def test_the_day_that_comes_first_is_the_one_that_is_told():
    said = line(["active"], measure(1, evaluate=40), measure(2, evaluate=20), measure(3, evaluate=30))

    assert said == WhatsNext(NextKind.EVALUATION_NEXT, in_days(20), UUID(int=2), 20)


def test_the_evaluation_that_has_waited_longest_comes_first():
    said = line(["active"], measure(1, evaluate=-1), measure(2, evaluate=-9))

    assert said == WhatsNext(NextKind.EVALUATION_OVERDUE, in_days(-9), UUID(int=2), -9)


@pytest.mark.parametrize(("consent_ends", "kind"), [(2, "consent_ends_soon"), (6, "evaluation_soon")])
def test_of_a_near_evaluation_and_a_near_end_of_consent_the_first_is_told(consent_ends, kind):
    assert line(["active"], measure(evaluate=5), consent_ends=consent_ends).kind == kind


def test_a_near_evaluation_goes_before_a_draft_but_a_distant_one_does_not():
    assert line(["active", "draft"], measure(evaluate=7)).kind is NextKind.EVALUATION_SOON
    assert line(["active", "draft"], measure(evaluate=8)).kind is NextKind.SHARE_DRAFT


CONCERNS = st.lists(st.sampled_from(ConcernState.values), max_size=5)
MEASURES = st.lists(
    st.tuples(
        st.sampled_from(MeasureState.values), st.integers(-60, 60), st.integers(0, 60), st.integers(0, 4)
    ),
    max_size=8,
)


@given(
    log_state=st.sampled_from(LogState.values),
    consent_valid=st.booleans(),
    consent_ends=st.none() | st.integers(0, 400),
    concern_states=CONCERNS,
    drawn=MEASURES,
)
def test_there_is_always_a_line_and_alarm_means_that_follow_up_breaks(
    log_state, consent_valid, consent_ends, concern_states, drawn
):
    measures = [
        measure(
            number,
            concern=place % len(concern_states),
            concern_state=concern_states[place % len(concern_states)],
            state=state,
            start=start,
            evaluate=start + lasts,
        )
        for number, (state, start, lasts, place) in enumerate(drawn)
        if concern_states
    ]

    said = line(
        concern_states, *measures, log_state=log_state, consent_valid=consent_valid, consent_ends=consent_ends
    )

    overdue = any(m.state == "active" and m.evaluate_by < TODAY for m in measures)
    with_measure = {m.concern_id.int for m in measures if m.state != "evaluated"}
    left_alone = any(
        state == "active" and place not in with_measure for place, state in enumerate(concern_states)
    )
    breaks = log_state == "active" and (not consent_valid or overdue or left_alone)
    assert said.kind in NextKind
    assert (said.kind.tone is Tone.ALARM) is breaks
    assert (said.days is None) is (said.date is None)
    assert said.date is None or said.date == in_days(said.days)


@pytest.mark.parametrize("kind", NextKind)
def test_every_line_has_a_tone(kind):
    alarms = {
        NextKind.CONSENT_RAN_OUT, NextKind.CONSENT_WITHDRAWN, NextKind.FAMILY_ASKS_TO_END, NextKind.EVALUATION_OVERDUE,
        NextKind.NOTHING_PLANNED,
    }  # fmt: skip

    assert kind.tone in Tone
    assert (kind.tone is Tone.ALARM) is (kind in alarms)
