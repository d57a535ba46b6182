"""What is unusual, what a period may be, and how a cell is written: plain functions."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel import cells
from stafett.kernel.clock import NORWAY
from stafett.oversight.enums import Refusal, Sign
from stafett.oversight.rules import periods, unusual
from stafett.oversight.rules.periods import Period
from stafett.oversight.rules.unusual import Reading

NOON = datetime(2026, 11, 17, 12, 0, tzinfo=NORWAY)
SCHOOL, OTHER = UUID(int=1), UUID(int=2)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 2), timezones=st.just(UTC))
children = st.integers(1, 6).map(lambda number: UUID(int=number))


def _signs(**known):
    return unusual.signs_of(Reading(first_at=NOON, last_at=NOON, **known), many_children=20)


def test_an_ordinary_reading_has_no_sign():
    assert _signs() == []
    assert (
        _signs(reader_family_name="Fleipestad", child_family_name="Tøysebu", reader_units=frozenset({SCHOOL}))
        == []
    )


@pytest.mark.parametrize(
    ("known", "sign"),
    [
        ({"has_place": False}, Sign.NO_PLACE),
        ({"by_insight": True}, Sign.INSIGHT),
        ({"children_within_an_hour": 21}, Sign.MANY_CHILDREN),
        ({"has_night": True}, Sign.NIGHT),
        ({"is_guardian": True}, Sign.OWN_FAMILY),
        ({"reader_family_name": "Tøysebu", "child_family_name": "Tøysebu"}, Sign.SAME_NAME),
        ({"reader_family_name": "tøysebu", "child_family_name": "Fleipestad-Tøysebu"}, Sign.SAME_NAME),
        ({"reader_family_name": "Tøysebu Fleipestad", "child_family_name": "Fleipestad"}, Sign.SAME_NAME),
        (
            {"reader_units": frozenset({SCHOOL}), "guardians_units": frozenset({SCHOOL, OTHER})},
            Sign.COLLEAGUES_CHILD,
        ),
        ({"refused_at": NOON - timedelta(minutes=1)}, Sign.REFUSED_BEFORE),
    ],
)
def test_each_sign_is_seen_alone(known, sign):
    assert _signs(**known) == [sign]
    assert str(sign.label) and str(sign.explanation)


@pytest.mark.parametrize(
    "known",
    [
        {"children_within_an_hour": 20},
        {"refused_at": NOON + timedelta(minutes=1)},  # refused afterwards is something else
        {"reader_family_name": "", "child_family_name": ""},
        {"reader_family_name": "A", "child_family_name": "A"},  # an initial says nothing
        {"reader_family_name": "Tøysebu", "child_family_name": "Tøysebuen"},
        {"reader_units": frozenset({SCHOOL}), "guardians_units": frozenset({OTHER})},
    ],
)
def test_what_is_close_to_a_sign_is_none(known):
    assert _signs(**known) == []


def test_a_guardian_is_told_of_as_family_and_not_as_a_namesake_or_a_colleague_too():
    known = {"reader_family_name": "X-y", "child_family_name": "X-y", "reader_units": frozenset({SCHOOL})}

    assert _signs(is_guardian=True, guardians_units=frozenset({SCHOOL}), **known) == [Sign.OWN_FAMILY]


def test_several_signs_come_with_the_gravest_first():
    assert _signs(has_place=False, has_night=True, children_within_an_hour=99) == [
        Sign.NO_PLACE, Sign.MANY_CHILDREN, Sign.NIGHT,
    ]  # fmt: skip


@given(st.lists(st.tuples(moments, children), max_size=40))
def test_the_most_children_within_an_hour_is_what_looking_at_every_hour_finds(readings):
    slow = max(
        (
            len({child for at, child in readings if begun <= at <= begun + timedelta(hours=1)})
            for begun, _child in readings
        ),
        default=0,
    )

    assert unusual.most_children_within_an_hour(readings) == slow


def test_the_same_child_many_times_is_one_child():
    readings = [(NOON + timedelta(minutes=minute), UUID(int=1)) for minute in range(50)]

    assert unusual.most_children_within_an_hour(readings) == 1


@given(st.text())
def test_no_cell_begins_as_a_formula_or_holds_a_line_end(value):
    written = cells.cell(value)

    assert not written.lstrip().startswith(("=", "+", "-", "@"))
    assert not set(written) & {"\r", "\n"}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"), ("+47", "'+47"), ("-2", "'-2"), ("@sum", "'@sum"), ("\t=1", "'\t=1"), ("\n=1", "' =1"),
        (" =1", "' =1"), ("Kari", "Kari"), ("a=b", "a=b"), (None, ""), (17, "17"), ("to\r\nlinjer", "to linjer"),
    ],
)  # fmt: skip
def test_a_cell_is_written_so(value, written):
    assert cells.cell(value) == written


@given(st.dates(), st.integers(0, 40))
def test_a_period_may_be_searched_when_it_ends_after_it_begins_and_is_not_too_long(first, days):
    last = first + timedelta(days=days) if first < date(9999, 1, 1) else first

    verdict = periods.may_be_searched(Period(first, last), most=31)

    assert bool(verdict) is (Period(first, last).days <= 31)


def test_a_period_that_ends_before_it_begins_is_refused():
    verdict = periods.may_be_searched(Period(date(2026, 11, 22), date(2026, 11, 21)))

    assert verdict.refusal is Refusal.PERIOD_BACKWARDS


def test_a_period_that_is_too_long_says_how_long_it_may_be():
    verdict = periods.may_be_searched(Period(date(2025, 1, 1), date(2026, 12, 31)))

    assert verdict.refusal is Refusal.PERIOD_TOO_LONG
    assert "366" in verdict.sentence()


def test_the_last_days_are_counted_with_today():
    assert periods.last_days(7, today=date(2026, 11, 22)) == Period(date(2026, 11, 16), date(2026, 11, 22))
    assert periods.last_days(7, today=date(2026, 11, 22)).days == 7


def test_every_sign_is_different_from_every_other():
    assert all(str(a.explanation) != str(b.explanation) for a, b in combinations(Sign, 2))
