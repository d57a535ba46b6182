"""What may be opened, written, placed and marked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.annual_wheel import rules
from stafett.annual_wheel.enums import Refusal, Rhythm
from stafett.kernel.dates import school_year_of

TODAY = date(2027, 11, 10)


def refusal(verdict):
    return None if verdict else verdict.refusal


def marking(rhythm, month, *, marked=(), is_away=False, today=TODAY):
    return refusal(
        rules.may_mark(
            rhythm, month, year=2027, marked=set(marked), is_away=is_away, quiet_months={7}, today=today
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        "12345678901",
        "født 010190 12345",
        "010190-12345",
        "01.01.90 12345",
        "Se 01 01 90 12 34 5!",
        "Nr:01019012345.",
    ],
)
def test_eleven_digits_are_refused_however_they_are_written(text):
    assert refusal(rules.may_write("Fint", text)) == Refusal.PERSONAL_NUMBER


@pytest.mark.parametrize(
    "text", ["", "Tlf. 22 33 44 55", "14.08.2027, 38 til stede", "2027-2028", "123456789012", "0101901234"]
)
def test_other_numbers_are_written_as_they_are(text):
    assert rules.may_write(text)


@given(
    st.from_regex(r"[0-9]{11}", fullmatch=True),
    st.text("abc æøå.,", max_size=20),
    st.text("abc æøå", max_size=20),
)
def test_a_personal_number_is_found_wherever_it_stands(number, before, after):
    assert refusal(rules.may_write(f"{before} {number} {after}")) == Refusal.PERSONAL_NUMBER


@pytest.mark.parametrize(
    ("link", "allowed"),
    [
        ("", True), ("https://www.eksempel.no/referat", True), ("http://eksempel.no/", False),
        ("javascript:alert(1)", False), ("https://", False), ("https://a@b.no/", False), ("https://a b.no/", False),
        ("https://[", False), ("//eksempel.no", False),
    ],
)  # fmt: skip
def test_evidence_is_an_address_on_the_web_or_nothing(link, allowed):
    assert bool(rules.may_link(link)) is allowed


def test_a_task_of_one_time_has_a_month_and_a_continuous_one_none():
    assert rules.may_place(Rhythm.ONCE, 3)
    assert rules.may_place(Rhythm.ALWAYS, None)
    assert refusal(rules.may_place(Rhythm.ONCE, None)) == Refusal.MONTH_MISSING
    assert refusal(rules.may_place(Rhythm.MONTHLY, 3)) == Refusal.NO_MONTH


def test_a_unit_without_a_starter_opens_nothing_and_nobody_opens_another_year():
    assert rules.may_open(2027, has_starter=True, today=TODAY)
    assert refusal(rules.may_open(2027, has_starter=False, today=TODAY)) == Refusal.NO_WHEEL_HERE
    assert refusal(rules.may_open(2028, has_starter=True, today=TODAY)) == Refusal.YEAR_NOT_OPEN
    assert refusal(rules.may_open(2026, has_starter=True, today=TODAY)) == Refusal.YEAR_NOT_OPEN


def test_a_task_is_done_once_and_also_before_its_month_but_not_when_it_is_put_away():
    assert marking(Rhythm.ONCE, None) is None
    assert marking(Rhythm.ONCE, None, marked={None}) == Refusal.DONE_ALREADY
    assert marking(Rhythm.ONCE, 11) == Refusal.NOT_THAT_MONTH
    assert marking(Rhythm.ALWAYS, None, is_away=True) == Refusal.IS_AWAY


def test_a_monthly_task_is_ticked_for_months_that_have_begun():
    assert marking(Rhythm.MONTHLY, 8) is None
    assert marking(Rhythm.MONTHLY, 11) is None
    assert marking(Rhythm.MONTHLY, 12) == Refusal.NOT_THAT_MONTH
    assert marking(Rhythm.MONTHLY, None) == Refusal.NOT_THAT_MONTH
    assert marking(Rhythm.MONTHLY, 8, marked={8}) == Refusal.DONE_ALREADY
    assert marking(Rhythm.MONTHLY, 7, today=date(2028, 7, 30)) == Refusal.NOT_THAT_MONTH


def test_what_the_municipality_has_decided_a_unit_does_not_change():
    assert rules.may_change(is_common=False)
    assert refusal(rules.may_change(is_common=True)) == Refusal.FOR_EVERYBODY


@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
def test_a_parents_meeting_has_been_held_in_the_wheels_own_year(held_on):
    verdict = rules.may_confirm_on(held_on, year=2027, today=TODAY)

    assert bool(verdict) == (held_on <= TODAY and school_year_of(held_on) == 2027)
