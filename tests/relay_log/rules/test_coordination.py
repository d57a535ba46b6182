"""Who coordinates when several services help the same child."""

from uuid import uuid4

import pytest

from stafett.relay_log.enums import PlanStanding, Refusal
from stafett.relay_log.rules import coordination

PPT, OTHER, HENRIK, STRANGER = (uuid4() for _each in range(4))
GOOD = {
    "unit_id": PPT, "unit_ids": {PPT}, "child_view": "Det er greit.", "coordinator_id": None, "person_ids": {HENRIK},
}  # fmt: skip


@pytest.mark.parametrize(("level", "is_due"), [(1, False), (2, True), (3, True)])
def test_somebody_coordinates_from_level_two(level, is_due):
    assert coordination.is_due(level) is is_due


@pytest.mark.parametrize(
    ("level", "changed", "refusal"),
    [
        (1, {}, Refusal.COORDINATED_FROM_LEVEL_TWO),
        (2, {"unit_id": None}, Refusal.SERVICE_NOT_IN_LOG),
        (2, {"unit_id": OTHER}, Refusal.SERVICE_NOT_IN_LOG),
        (2, {"child_view": "  "}, Refusal.CHILD_VIEW_OF_SERVICE_MISSING),
        (3, {"coordinator_id": STRANGER}, Refusal.COORDINATOR_NOT_IN_LOG),
    ],
)
def test_it_is_not_said_who_coordinates_when(level, changed, refusal):
    assert coordination.may_coordinate(level, **GOOD | changed).refusal == refusal


@pytest.mark.parametrize("coordinator", [None, HENRIK])
def test_a_service_in_the_log_coordinates_with_or_without_a_barnekoordinator(coordinator):
    assert coordination.may_coordinate(2, **GOOD | {"coordinator_id": coordinator})


@pytest.mark.parametrize("plan", PlanStanding.values)
def test_the_family_is_told_of_the_right_to_a_plan_on_level_three_until_they_have_answered(plan):
    assert coordination.asks_for_plan(3, plan=plan) == (plan == "not_asked")
    assert not coordination.asks_for_plan(2, plan=plan)


@pytest.mark.parametrize("plan", PlanStanding.values)
def test_the_log_ends_where_a_plan_is_in_use(plan):
    assert coordination.ends_in_plan(plan) == (plan == "in_use")
