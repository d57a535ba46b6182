"""Places, the waiting list, deadlines and training, as plain functions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from stafett.courses import rules
from stafett.courses.enums import (
    COURSE_STATES,
    HOLDS_A_PLACE,
    SIGN_UP_STATES,
    CourseState,
    Need,
    Refusal,
    SignUpState,
)
from stafett.courses.rules import Seat

DAY = date(2028, 2, 29)
days = st.dates(date(2026, 1, 1), date(2032, 12, 31))


class Line(RuleBasedStateMachine):
    """A course whose line people join and leave in any order, while places are added and taken away."""

    @initialize(places=st.integers(1, 6))
    def set_up(self, places):
        self.places, self.line, self.moved = places, [], []

    @rule()
    def somebody_signs_up(self):
        state = rules.state_of_new(self.line, places=self.places)
        self.line.append(Seat(len(self.line) + 1, state))

    @rule(pick=st.integers(0, 99))
    def somebody_withdraws(self, pick):
        leaving = [seat for seat in self.line if SignUpState.WITHDRAWN in SIGN_UP_STATES[seat.state]]
        if leaving:
            self._become(leaving[pick % len(leaving)].number, SignUpState.WITHDRAWN)
            self._move_up()

    @rule(places=st.integers(1, 8))
    def places_change(self, places):
        if rules.may_offer(self.line, places=places):
            self.places = places
            self._move_up()

    @invariant()
    def never_more_than_there_are_places(self):
        assert rules.taken(getattr(self, "line", [])) <= getattr(self, "places", 0) or not self.line

    @invariant()
    def nobody_waits_while_a_place_is_free(self):
        line = getattr(self, "line", [])
        if any(seat.state == SignUpState.WAITING for seat in line):
            assert rules.taken(line) == self.places

    @invariant()
    def nobody_is_lost(self):
        assert [seat.number for seat in getattr(self, "line", [])] == [
            *range(1, len(getattr(self, "line", [])) + 1)
        ]

    @invariant()
    def nobody_who_came_later_passes_somebody_who_waits(self):
        line = getattr(self, "line", [])
        waiting = [seat.number for seat in line if seat.state == SignUpState.WAITING]
        holding = [seat.number for seat in line if seat.state in HOLDS_A_PLACE]
        assert not waiting or not holding or min(waiting) > max(holding)

    def _move_up(self):
        for number in rules.moving_up(self.line, places=self.places):
            self._become(number, SignUpState.SIGNED_UP)

    def _become(self, number, state):
        assert state in SIGN_UP_STATES[self.line[number - 1].state]
        self.line[number - 1] = Seat(number, state)


TestLine = Line.TestCase


def test_the_tables_name_every_state_and_only_states():
    for states, table in ((CourseState, COURSE_STATES), (SignUpState, SIGN_UP_STATES)):
        assert set(table) == set(states)
        assert {each for following in table.values() for each in following} <= set(states)


@given(sign_up_by=days, today=days)
def test_the_deadline_holds_to_the_day(sign_up_by, today):
    verdict = rules.may_sign_up(state=CourseState.OPEN, sign_up_by=sign_up_by, today=today)

    assert bool(verdict) is (today <= sign_up_by)
    assert verdict or f"{sign_up_by:%d.%m.%Y}" in verdict.sentence()


@given(sign_up_by=days, today=days)
def test_nobody_is_signed_up_for_what_is_cancelled(sign_up_by, today):
    verdict = rules.may_sign_up(state=CourseState.CANCELLED, sign_up_by=sign_up_by, today=today)

    assert verdict.refusal == Refusal.COURSE_CANCELLED


@pytest.mark.parametrize(
    ("ahead", "closes", "refusal"),
    [
        (1, 0, None),
        (60, 46, None),
        (0, 0, Refusal.DAY_PASSED),
        (-1, -2, Refusal.DAY_PASSED),
        (732, 10, Refusal.DAY_PASSED),
        (10, 10, Refusal.DEADLINE_AFTER_DAY),
        (10, -1, Refusal.DEADLINE_AFTER_DAY),
    ],
)
def test_a_day_is_set_up_ahead_with_a_deadline_before_it(ahead, closes, refusal):
    verdict = rules.may_set_up(
        day=DAY + timedelta(days=ahead), sign_up_by=DAY + timedelta(days=closes), today=DAY
    )

    assert verdict.refusal == refusal


def test_a_deadline_that_has_passed_may_stand_when_something_else_is_changed():
    passed = DAY - timedelta(days=1)

    assert rules.may_set_up(day=DAY + timedelta(days=9), sign_up_by=passed, today=DAY, known=passed)


@pytest.mark.parametrize(
    ("state", "course", "days_left", "refusal"),
    [
        ("signed_up", "open", 1, None),
        ("waiting", "open", 1, None),
        ("signed_up", "open", 0, Refusal.COURSE_OVER),
        ("withdrawn", "open", 5, Refusal.NOT_NOW),
        ("attended", "open", -1, Refusal.NOT_NOW),
        ("signed_up", "cancelled", 5, Refusal.COURSE_CANCELLED),
    ],
)
def test_a_place_is_given_back_until_the_day_before(state, course, days_left, refusal):
    verdict = rules.may_withdraw(
        state=state, course_state=course, day=DAY + timedelta(days=days_left), today=DAY
    )

    assert verdict.refusal == refusal


@pytest.mark.parametrize(("days_ago", "allowed"), [(-1, False), (0, True), (400, True)])
def test_attendance_is_ticked_from_the_day_itself(days_ago, allowed):
    assert bool(rules.may_tick(state="open", day=DAY - timedelta(days=days_ago), today=DAY)) is allowed
    assert not rules.may_tick(state="cancelled", day=DAY, today=DAY)


@pytest.mark.parametrize(("days_left", "allowed"), [(1, True), (0, True), (-1, False)])
def test_what_has_been_is_not_cancelled(days_left, allowed):
    assert bool(rules.may_cancel(state="open", day=DAY + timedelta(days=days_left), today=DAY)) is allowed


@pytest.mark.parametrize(
    ("trained", "employed", "last", "need"),
    [
        (None, "2027-08-01", "2027-10-14", Need.NEVER),
        (None, "2027-10-15", "2027-10-14", Need.NEW),
        (None, "2027-10-14", "2027-10-14", Need.NEVER),
        (None, "2027-08-01", None, Need.NEVER),
        ("2025-03-01", "2020-08-01", "2027-10-14", Need.NONE),
        ("2025-02-28", "2020-08-01", "2027-10-14", Need.REFRESHER),
        ("2024-02-29", "2020-08-01", "2027-10-14", Need.REFRESHER),
    ],
)
def test_who_needs_training_and_why(trained, employed, last, need):
    found = rules.need_of(
        trained_on=date.fromisoformat(trained) if trained else None,
        employed_from=date.fromisoformat(employed),
        last_course_on=date.fromisoformat(last) if last else None,
        years=3,
        today=date(2028, 2, 28),
    )

    assert found == need


@given(trained_on=days, days_later=st.integers(0, 4000), years=st.integers(1, 10))
def test_training_that_has_to_be_refreshed_stays_so(trained_on, days_later, years):
    def found(later):
        return rules.need_of(
            trained_on=trained_on, employed_from=trained_on, last_course_on=None, years=years,
            today=trained_on + timedelta(days=later),
        )  # fmt: skip

    assert found(0) == Need.NONE
    assert found(years * 366) == Need.REFRESHER
    if found(days_later) == Need.REFRESHER:
        assert found(days_later + 1) == Need.REFRESHER


FEBRUARY, OCTOBER = date(2028, 2, 29), date(2028, 10, 31)  # a leap year


@pytest.mark.parametrize(
    ("today", "missing_by"),
    [
        (date(2027, 11, 30), None),
        (date(2027, 12, 1), FEBRUARY),
        (date(2028, 2, 28), FEBRUARY),
        (date(2028, 2, 29), None),
        (date(2028, 3, 1), None),
        (date(2028, 7, 31), None),
        (date(2028, 8, 1), OCTOBER),
        (date(2028, 10, 30), OCTOBER),
        (date(2028, 10, 31), None),
    ],
)
def test_a_half_day_course_is_asked_for_two_months_before_its_month(today, missing_by):
    assert rules.course_missing_by(today, held_on=[]) == missing_by


@given(days, st.sets(days, max_size=4))
def test_a_month_that_has_its_course_is_not_asked_for_and_no_other_month_answers_for_it(today, held_on):
    missing_by = rules.course_missing_by(today, held_on=held_on)
    without = rules.course_missing_by(today, held_on=[])

    has_it = without and any((day.year, day.month) == (without.year, without.month) for day in held_on)
    assert missing_by == (None if has_it else without)
