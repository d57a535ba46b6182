"""When is counted, and that nobody who may ask every statistic there is can tell a small group from an empty one.

The attacker here knows the rules and everything that is shown: two municipalities that look the same are the same to them.
"""

import itertools
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stafett.insight.enums import Band
from stafett.insight.rules import (
    FEWEST,
    Group,
    Row,
    answer_of,
    band_of,
    counting_day_before,
    groups_of,
    newest_counting_day,
    shown_at_least,
    shown_share,
    shown_weeks,
    tells_level_three,
)

KINDS = [
    ("a",),
    ("a", "a"),
    ("a", "b"),
    ("a", "a", "a"),
    ("a", "a", "b"),
    ("a", "b", "c"),
    ("a", "a", "b", "b"),
]


@pytest.mark.parametrize("fewest", [2, 3])
@pytest.mark.parametrize("kinds", KINDS, ids="".join)
def test_no_count_of_logs_tells_a_small_row_from_an_empty_one(kinds, fewest):
    most = 7 if len(kinds) < 4 else 6
    alike = {}
    for world in itertools.product(range(most + 1), repeat=len(kinds)):
        shown = frozenset((group.keys, group.total) for group in _groups(kinds, world, fewest))
        alike.setdefault(shown, []).append(world)
    whole = [worlds for worlds in alike.values() if all(sum(world) <= most for world in worlds)]

    found_out = [
        (worlds[0], row) for worlds in whole for row in range(len(kinds)) if _is_small(worlds, row, fewest)
    ]

    assert len(whole) > len(kinds)
    assert found_out == []


@pytest.mark.parametrize("fewest", [2, 3])
@pytest.mark.parametrize("groups", [1, 2, 3])
def test_no_answer_tells_a_small_yes_or_a_small_no(groups, fewest):
    found_out = []
    for totals in itertools.combinations_with_replacement(range(fewest, 8), groups):
        alike = {}
        for yes in itertools.product(*(range(total + 1) for total in totals)):
            alike.setdefault(_answer(totals, yes, fewest), []).append(yes)
        for worlds in alike.values():
            no = [tuple(total - each for total, each in zip(totals, world, strict=True)) for world in worlds]
            found_out += [(totals, worlds[0], row) for row in range(groups) if _is_small(worlds, row, fewest)]
            found_out += [(totals, worlds[0], row) for row in range(groups) if _is_small(no, row, fewest)]

    assert found_out == []


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 25)), min_size=1, max_size=12))
def test_a_small_row_may_as_well_be_empty_in_any_municipality(rows):
    """With the real limit: the row is emptied into another one of its choice, and everything that is shown stays."""
    kinds, world = [kind for kind, _total in rows], [total for _kind, total in rows]
    shown = _groups(kinds, world, FEWEST)

    for row, total in enumerate(world):
        if 0 < total < FEWEST and shown:
            emptied = [_moved(world, row, to) for to in range(len(world)) if to != row]
            assert any(_groups(kinds, other, FEWEST) == shown for other in emptied), (row, world)


@settings(max_examples=200)
@given(st.data())
def test_a_small_yes_may_as_well_be_none_or_many_in_any_municipality(data):
    totals = data.draw(st.lists(st.integers(FEWEST, 30), min_size=1, max_size=4))
    yes = [data.draw(st.integers(0, total)) for total in totals]
    shown = _answer(totals, yes, FEWEST)

    for row, count in enumerate(yes):
        if 0 < count < FEWEST:
            assert any(_answer(totals, other, FEWEST) == shown for other in _others(totals, yes, row))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 40)), min_size=1, max_size=12))
def test_the_groups_are_all_the_logs_and_none_is_small(rows):
    world = [total for _kind, total in rows]
    groups = _groups([kind for kind, _total in rows], world, FEWEST)

    assert (groups == []) == (sum(world) < FEWEST)
    assert sum(group.total for group in groups) in (0, sum(world))
    assert all(group.total >= FEWEST for group in groups)


def test_a_small_row_hides_one_of_its_own_kind_and_leaves_the_others_alone():
    groups = _groups("aaab", (9, 3, 8, 7), FEWEST)

    assert [(sorted(key[0].int for key in group.keys), group.total) for group in groups] == [
        ([1, 2], 12), ([3], 8), ([4], 7),
    ]  # fmt: skip


def test_an_answer_is_shown_by_every_group_when_no_part_is_small():
    assert _answer((12, 20), (6, 9), FEWEST) == (15, ((1, 6), (2, 9)))


def test_an_answer_that_is_small_in_one_group_hides_the_largest_as_well_and_keeps_the_sum():
    assert _answer((12, 20, 30), (2, 9, 21), FEWEST) == (32, ((2, 9),))


def test_an_answer_that_is_small_in_all_is_not_shown():
    assert _answer((12, 20), (2, 1), FEWEST) == (None, ())


@pytest.mark.parametrize(
    ("today", "counted"),
    [
        (date(2026, 11, 22), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2026, 10, 1)),
        (date(2026, 9, 30), date(2026, 3, 1)),
        (date(2028, 2, 29), date(2027, 10, 1)),
        (date(2027, 1, 1), date(2026, 10, 1)),
    ],
)
def test_the_newest_counting_day_is_the_first_of_october_or_of_march(today, counted):
    assert newest_counting_day(today) == counted
    assert counting_day_before(counted) < counted


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_what_is_measured_between_counting_days_is_measured_once(today):
    newest = newest_counting_day(today)
    before = counting_day_before(newest)

    assert before < newest <= today
    assert newest_counting_day(date.fromordinal(newest.toordinal() - 1)) == before


@pytest.mark.parametrize(
    ("first_grade_year", "band"),
    [(2027, Band.KINDERGARTEN), (2026, Band.GRADES_1_4), (2023, Band.GRADES_1_4), (2022, Band.GRADES_5_7),
     (2019, Band.GRADES_8_10), (2016, Band.OLDER), (None, Band.OLDER)],
)  # fmt: skip
def test_the_band_of_a_child_in_the_autumn_of_2026(first_grade_year, band):
    assert band_of(first_grade_year, day=date(2026, 10, 1)) == band


@given(st.integers(0, 100), st.integers(0, 40))
def test_a_share_is_rounded_to_ten_and_needs_ten_logs(percent, logs):
    shown = shown_share(percent, logs=logs)

    assert (shown is None) == (logs < 10)
    assert shown is None or (shown % 10 == 0 and abs(shown - percent) <= 5)


def test_a_median_needs_ten_logs():
    assert (shown_weeks(3, logs=9), shown_weeks(3, logs=10)) == (None, 3)


@pytest.mark.parametrize(("logs", "least"), [(0, None), (4, None), (5, 5), (9, 5), (14, 10)])
def test_uses_of_a_measure_are_told_as_at_least(logs, least):
    assert shown_at_least(logs) == least


@pytest.mark.parametrize(("up", "three", "told"), [(None, 9, False), (12, 4, False), (12, 8, False), (12, 6, True)])  # fmt: skip
def test_levels_two_and_three_are_told_apart_when_both_are_large(up, three, told):
    assert tells_level_three(up, three) is told


def _groups(kinds, world, fewest):
    rows = [Row(_key(at), kinds[at], total) for at, total in enumerate(world)]
    return groups_of(rows, fewest=fewest)


def _answer(totals, yes, fewest):
    groups = [Group(frozenset({_key(at)}), total) for at, total in enumerate(totals)]
    answer = answer_of(groups, {_key(at): count for at, count in enumerate(yes)}, fewest=fewest)
    shown = sorted((min(group.keys)[0].int, count) for group, count in answer.shown.items())
    return answer.total, tuple(shown)


def _key(at):
    return UUID(int=at + 1), Band.GRADES_1_4.value


def _is_small(worlds, row, fewest):
    """Whether everybody knows that there are some in a row, and fewer than the limit."""
    return all(0 < world[row] < fewest for world in worlds)


def _moved(world, row, to):
    other = list(world)
    other[to] += other[row]
    other[row] = 0
    return other


def _others(totals, yes, row):
    """Municipalities that differ in one row, made none or many, with the difference taken up by the others in turn; and the
    one where nobody says yes."""
    yield [0] * len(totals)
    wholes = [value for value in (0, *range(FEWEST, totals[row] + 1)) if value <= totals[row]]
    for value in wholes:
        yield from _taken_up(totals, [*yes[:row], value, *yes[row + 1 :]], row, yes[row] - value)


def _taken_up(totals, yes, row, left):
    """Every way to take up what is left over where the others each stay what they were, or turn all no or all yes."""
    others = [at for at in range(len(totals)) if at != row]
    for buffer in others:
        rest = [at for at in others if at != buffer]
        for values in itertools.product(
            *([yes[at], *range(5), *range(totals[at] - 4, totals[at] + 1)] for at in rest)
        ):
            moved = sum(values) - sum(yes[at] for at in rest)
            last = yes[buffer] + left - moved
            if 0 <= last <= totals[buffer]:
                other = list(yes)
                for at, value in [*zip(rest, values, strict=True), (buffer, last)]:
                    other[at] = value
                yield other
