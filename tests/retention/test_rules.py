"""When a log may go, and who may say so: as plain functions."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.access.enums import LogState
from stafett.retention import rules
from stafett.retention.content.standard import STANDARD
from stafett.retention.enums import DECIDED_HERE, DISPOSAL_STATES, DisposalState, Fate, Kind, Refusal

TODAY = date(2026, 11, 22)
ONE, OTHER = UUID(int=1), UUID(int=2)
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
MONTHS = st.integers(1, 600)


def verdict(*, kind=Kind.CLOSED_LOG, fate=Fate.ARCHIVE, months=60, **changed):
    facts = {"state": LogState.CLOSED, "counted_from": date(2020, 1, 1), "has_receipt": True} | changed
    return rules.may_dispose(rules.LogFacts(**facts), kind=kind, fate=fate, months=months, today=TODAY)


def test_a_closed_log_may_go_when_its_time_is_over_and_the_archive_has_it():
    assert verdict()


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"fate": Fate.KEEP}, Refusal.KEPT),
        ({"state": LogState.ACTIVE}, Refusal.IN_USE),
        ({"state": LogState.AWAITING_CONSENT}, Refusal.IN_USE),
        ({"counted_from": date(2021, 11, 22)}, Refusal.NOT_OVER),
        ({"is_held": True}, Refusal.HELD),
        ({"has_receipt": False}, Refusal.NO_RECEIPT),
        ({"is_read": True}, Refusal.STILL_READ),
        ({"is_asked_for": True}, Refusal.ASKED_FOR),
        ({"is_listed": True}, Refusal.ALREADY_LISTED),
    ],
    ids=lambda each: str(each) if isinstance(each, Refusal) else "",
)
def test_one_thing_is_enough_to_stop_it(changed, refusal):
    assert verdict(**changed).refusal == refusal


def test_what_is_not_archived_needs_no_receipt():
    assert verdict(fate=Fate.DISPOSE, has_receipt=False, is_read=True)


def test_a_log_that_never_started_goes_by_its_own_rule():
    given = {"kind": Kind.NEVER_STARTED, "fate": Fate.DISPOSE, "has_receipt": False}

    assert verdict(state=LogState.AWAITING_CONSENT, **given)
    assert verdict(state=LogState.CLOSED, **given).refusal == Refusal.IN_USE


@given(counted=DAYS, months=MONTHS, days=st.integers(-40, 40))
def test_the_look_up_by_day_misses_nothing_that_is_due(counted, months, days):
    due = rules.due_on(counted, months=months)
    today = due + timedelta(days=days)

    if counted >= rules.due_before(today, months=months):
        assert today < due


@given(counted=DAYS, months=MONTHS)
def test_the_time_is_never_shorter_than_the_rule_says(counted, months):
    due = rules.due_on(counted, months=months)

    assert due > counted + timedelta(days=months * 28)
    assert rules.due_on(counted, months=months + 1) > due


def test_the_last_of_a_month_is_counted_to_the_last_of_a_shorter_one():
    assert rules.due_on(date(2024, 1, 31), months=1) == date(2024, 3, 1)


@pytest.mark.parametrize("months", [None, 0, 1201])
def test_a_rule_that_lets_go_says_when(months):
    assert (
        rules.may_change(Kind.CLOSED_LOG, fate=Fate.ARCHIVE, months=months).refusal == Refusal.MONTHS_NEEDED
    )


def test_a_rule_that_keeps_needs_no_time():
    assert rules.may_change(Kind.CLOSED_LOG, fate=Fate.KEEP, months=None)


@pytest.mark.parametrize("kind", sorted(set(Kind) - DECIDED_HERE))
def test_what_the_house_holds_itself_is_not_changed(kind):
    assert rules.may_change(kind, fate=Fate.KEEP, months=None).refusal == Refusal.NOT_DECIDED_HERE


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_says_where_it_stands_and_why(kind):
    told = STANDARD[kind]

    assert str(told.basis)
    assert str(told.explanation)
    assert kind not in DECIDED_HERE or rules.may_change(kind, fate=told.fate, months=told.months)


def test_a_hold_lasts_from_today_on_or_until_it_is_lifted():
    assert rules.may_hold(None, today=TODAY)
    assert rules.may_hold(TODAY, today=TODAY)
    assert rules.may_hold(TODAY - timedelta(days=1), today=TODAY).refusal == Refusal.END_IS_OVER


def approval(state=DisposalState.PROPOSED, by=OTHER, expires_on=TODAY):
    return rules.may_approve(state, proposed_by=ONE, person_id=by, expires_on=expires_on, today=TODAY)


def test_whoever_proposed_never_approves():
    assert approval()
    assert approval(by=ONE).refusal == Refusal.SAME_PERSON
    assert approval(by=None).refusal == Refusal.SAME_PERSON


def test_an_old_list_is_not_approved():
    assert approval(expires_on=TODAY - timedelta(days=1)).refusal == Refusal.TOO_LATE


@pytest.mark.parametrize("state", sorted(set(DisposalState) - {DisposalState.PROPOSED}))
def test_only_a_list_that_waits_is_answered_or_withdrawn(state):
    assert approval(state=state).refusal == Refusal.NOT_WAITING
    assert rules.may_withdraw(state).refusal == Refusal.NOT_WAITING


def test_what_is_deleted_was_approved_and_nothing_comes_back_from_it():
    ways_in = {state for state, after in DISPOSAL_STATES.items() if DisposalState.CARRIED_OUT in after}

    assert ways_in == {DisposalState.APPROVED}
    assert not DISPOSAL_STATES[DisposalState.CARRIED_OUT]
    assert rules.may_become("proposed", "approved")
    assert not rules.may_become("declined", "approved")
