"""Nobody who sees what municipalities share, and every sum of it before and after one comes or goes, can tell a small group.

The sums are walked for every pair of tiny municipalities with limits two and three; with the real limit, through the pages'
own queries, for random ones. The attacker knows the rules.
"""

import itertools
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stafett.insight.enums import SUMMED
from stafett.insight.models import Count
from stafett.insight.rules import FEWEST, Row, answer_of, groups_of
from stafett.register.tenancy import within
from tests.insight import nation
from tests.web.visiting import undone

KEYS = [(UUID(int=at + 1), "band") for at in range(2)]


@pytest.mark.parametrize(("fewest", "most"), [(2, 5), (3, 6)])
def test_no_sum_with_or_without_one_of_them_tells_a_small_row(fewest, most):
    """A third, large municipality is always there; the attacker sees the sums with both of the others, one, and the other."""
    worlds = list(itertools.product(range(most + 1), repeat=2))
    alike = {}
    for here, there in itertools.product(worlds, repeat=2):
        seen = _publications(_totals(here, fewest), _totals(there, fewest))
        alike.setdefault(seen, []).append((here, there))

    found_out = [
        (pairs[0], at, row)
        for pairs in alike.values()
        if not _is_at_the_edge(pairs, most)
        for at, row in itertools.product(range(2), repeat=2)
        if all(0 < pair[at][row] < fewest for pair in pairs)
    ]

    assert len(alike) > most
    assert found_out == []


@pytest.mark.parametrize("fewest", [2, 3])
def test_no_sum_with_or_without_one_of_them_tells_a_small_yes_or_no(fewest):
    totals = (fewest + 2, fewest)
    answers = list(itertools.product(*(range(total + 1) for total in totals)))
    alike = {}
    for here, there in itertools.product(answers, repeat=2):
        seen = _publications(_yes(totals, here, fewest), _yes(totals, there, fewest))
        alike.setdefault(seen, []).append((here, there))

    found_out = [
        (pairs[0], at, row)
        for pairs in alike.values()
        for at, row in itertools.product(range(2), repeat=2)
        for count in ([pair[at][row] for pair in pairs], [totals[row] - pair[at][row] for pair in pairs])
        if all(0 < each < fewest for each in count)
    ]

    assert len(alike) > 1
    assert found_out == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.lists(
        st.tuples(st.tuples(st.integers(0, 20), st.integers(0, 9)), st.integers(0, 6), st.integers(0, 100)),
        min_size=2, max_size=2,
    )
)  # fmt: skip
def test_a_sum_moves_by_what_a_municipality_shows_when_it_comes_or_goes_and_never_by_what_it_hides(
    db, places
):
    with undone():
        reader, _other = _two_large()
        small = [
            nation.founded(f"Liten{at}", {"school": schools, "kindergarten": (humla,)}, wellbeing=of)
            for at, (schools, humla, of) in enumerate(places)
        ]
        for own in small:
            nation.shares(own)
        whole = nation.together(reader)

        for own in small:
            shown = {(table, key): value for (table, key, _day), value in nation.own_numbers(own).items()}
            nation.stops(own)
            left = nation.together(reader)
            nation.shares(own)

            moved = {row: (whole[row] or 0) - (left.get(row) or 0) for row in whole if row[0] in SUMMED}
            assert moved == {row: shown.get(row) or 0 for row in moved}
            assert all(value == 0 or value >= FEWEST for value in moved.values())
            assert nation.together(reader) == whole


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(small=st.integers(1, FEWEST - 1), large=st.integers(FEWEST, 25), of=st.integers(0, 100))
def test_every_number_across_is_the_same_whether_a_small_group_has_logs_or_none(db, small, large, of):
    with undone():
        reader, _other = _two_large()
        attacked = nation.founded("Liten", {"school": (small, large)}, wellbeing=of)
        nation.shares(attacked)
        before = _everything_seen_from(reader)
        nation.stops(attacked)

        with within(attacked):
            _emptied("grades_1_4", into="grades_5_7")
        nation.shares(attacked)

        assert _everything_seen_from(reader) == before


def _two_large():
    """The attacker's own municipality, and another: they share."""
    places = nation.founded("Leser", wellbeing=50), nation.founded("Stor", wellbeing=40)
    for own in places:
        nation.shares(own)
    return places


def _everything_seen_from(own):
    numbers = nation.seen_from(own)
    beside = [
        nation.seen_from(own, row).beside for row in (("category", "wellbeing"), ("band", "grades_1_4"))
    ]
    return numbers, beside


def _emptied(band, *, into):
    """Every log of a band is in another one instead, with what it is about."""
    for row in Count.objects.filter(band=band):
        taking = Count.objects.get(band=into, question=row.question)
        Count.objects.filter(pk=taking.pk).update(logs=taking.logs + row.logs)
        Count.objects.filter(pk=row.pk).update(logs=0)


def _totals(world, fewest):
    """What a municipality of two rows shows of its open logs: each group's, and their sum."""
    groups = groups_of([Row(key, "a", total) for key, total in zip(KEYS, world, strict=True)], fewest=fewest)
    shown = {tuple(sorted(group.keys)): group.total for group in groups}
    return {**shown, "whole": sum(shown.values()) or None}


def _yes(totals, yes, fewest):
    """What it shows of a yes or no."""
    groups = groups_of([Row(key, "a", total) for key, total in zip(KEYS, totals, strict=True)], fewest=fewest)
    answer = answer_of(groups, dict(zip(KEYS, yes, strict=True)), fewest=fewest)
    return {
        **{tuple(sorted(group.keys)): count for group, count in answer.shown.items()},
        "whole": answer.total,
    }


def _publications(here, there):
    """Every sum the attacker sees: both, the one, the other, and which of them show the number."""
    return tuple(
        (key, *((_sum([place.get(key) for place in places]), sum(key in place for place in places)) for places in
         ((here, there), (here,), (there,))))
        for key in sorted({*here, *there}, key=str)
    )  # fmt: skip


def _sum(values):
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _is_at_the_edge(pairs, most):
    """Whether worlds that would look the same were not walked, because they have more logs than that."""
    return any(sum(world) > most for pair in pairs for world in pair)
