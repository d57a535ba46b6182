"""The analysis: what is whose round, what is shared, what a measure may aim at, and the question about the child alone."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.relay_log.enums import AnalysisRound, ConcernState, FactorKind, Hint, NamedBy, Refusal
from stafett.relay_log.rules import analysis

states, kinds = st.sampled_from(list(ConcernState)), st.sampled_from(list(FactorKind))
speakers, texts = st.sampled_from(list(NamedBy)), st.text(max_size=210)


def _may_add(state=ConcernState.SHARED, **changed):
    given = {"kind": "group", "text": "Mye uro", "named_by": "staff", "in_family_round": True} | changed
    return analysis.may_add(state, **given)


@given(states, kinds, texts, speakers, st.booleans())
def test_whatever_is_added_the_family_is_only_named_in_a_round_that_all_see(
    state, kind, text, named_by, family
):
    verdict = _may_add(state, kind=kind, text=text, named_by=named_by, in_family_round=family)

    if verdict and named_by != NamedBy.STAFF:
        assert analysis.is_shared_at_once(state, in_family_round=family)


@given(states, st.booleans())
def test_nothing_is_shared_at_once_in_a_draft_or_in_the_staffs_own_round(state, family):
    shared = analysis.is_shared_at_once(state, in_family_round=family)

    assert shared == (family and state in (ConcernState.SHARED, ConcernState.ACTIVE))


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({}, None),
        ({"state": ConcernState.DRAFT}, None),
        ({"state": ConcernState.ACHIEVED}, Refusal.WRONG_STATE),
        ({"state": ConcernState.ENDED}, Refusal.WRONG_STATE),
        ({"kind": "weather"}, Refusal.FACTOR_KIND_MISSING),
        ({"text": " "}, Refusal.TEXT_MISSING),
        ({"text": "a" * 201}, Refusal.FACTOR_TOO_LONG),
        ({"text": "😀" * 200}, None),
        ({"named_by": "child"}, None),
        ({"named_by": "child", "state": ConcernState.DRAFT}, Refusal.NOT_IN_FAMILY_ROUND),
        ({"named_by": "guardians", "in_family_round": False}, Refusal.NOT_IN_FAMILY_ROUND),
    ],
)
def test_a_factor_is_added_while_the_work_goes_on_shortly_and_in_the_right_round(changed, refusal):
    assert _may_add(**changed).refusal == refusal


@pytest.mark.parametrize(
    ("state", "unshared", "refusal"),
    [
        (ConcernState.SHARED, 1, None),
        (ConcernState.ACTIVE, 3, None),
        (ConcernState.ACTIVE, 0, Refusal.WRONG_STATE),
        (ConcernState.DRAFT, 1, Refusal.CONCERN_NOT_SHARED),
        (ConcernState.ENDED, 1, Refusal.WRONG_STATE),
    ],
)
def test_the_staffs_round_is_shared_after_the_concern_and_while_the_work_goes_on(state, unshared, refusal):
    assert analysis.may_share(state, unshared=unshared).refusal == refusal


@given(states, st.booleans())
def test_a_measure_that_all_see_never_aims_at_what_they_do_not_see(state, is_shared):
    may = bool(analysis.may_aim_at(state, is_shared=is_shared))

    assert may == (is_shared or state == ConcernState.DRAFT)


@pytest.mark.parametrize(
    ("state", "measures", "refusal"),
    [
        (ConcernState.DRAFT, 0, None),
        (ConcernState.ACTIVE, 0, None),
        (ConcernState.ACTIVE, 1, Refusal.FACTOR_AIMED_AT),
        (ConcernState.ACHIEVED, 0, Refusal.WRONG_STATE),
    ],
)
def test_what_a_measure_aims_at_stays(state, measures, refusal):
    assert analysis.may_remove(state, measures=measures).refusal == refusal


@pytest.mark.parametrize(("state", "refusal"), [("active", None), ("ended", Refusal.WRONG_STATE)])
def test_what_we_can_influence_is_marked_while_the_work_goes_on(state, refusal):
    assert analysis.may_mark(state).refusal == refusal


@given(states, st.booleans(), st.sampled_from(["", "staff", "family", "everything"]))
def test_the_round_on_the_screen_is_the_familys_unless_the_holder_asks_or_the_concern_is_a_draft(
    state, sees_own, asked
):
    shown = analysis.round_shown(state, sees_own=sees_own, asked=asked)

    is_own = sees_own and (asked == "staff" or state == ConcernState.DRAFT)
    assert shown == (AnalysisRound.STAFF if is_own else AnalysisRound.FAMILY)


@given(st.lists(kinds))
def test_the_question_about_the_child_alone_comes_when_nothing_else_is_written(written):
    expected = [Hint.ONLY_THE_CHILD] if written and set(written) == {FactorKind.CHILD} else []

    assert analysis.hints(written) == expected


@given(st.lists(st.booleans()))
def test_what_can_be_influenced_comes_first_and_the_order_is_kept(reaches):
    factors = [SimpleNamespace(at=at, is_within_reach=reach) for at, reach in enumerate(reaches)]

    ordered = analysis.reach_first(factors)

    assert [each.at for each in ordered] == sorted(range(len(reaches)), key=lambda at: (not reaches[at], at))
