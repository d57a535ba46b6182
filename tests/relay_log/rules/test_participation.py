"""Who may come into the log and leave it."""

import pytest

from stafett.relay_log.enums import Refusal
from stafett.relay_log.rules import participation

FROM_PPT = {
    "person_name": "Mia Berg",
    "unit_name": "PPT",
    "is_in_log": False,
    "is_employed": True,
    "is_own_unit": False,
    "level": 2,
    "consent_covers_unit": True,
}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"level": 3},
        {"is_own_unit": True, "level": 1, "consent_covers_unit": False},
    ],
    ids=["another service at level 2", "another service at level 3", "own unit at level 1"],
)
def test_somebody_may_take_part_from(change):
    assert participation.may_add(**FROM_PPT | change)


@pytest.mark.parametrize(
    ("change", "refusal", "params"),
    [
        ({"is_in_log": True}, Refusal.ALREADY_IN_LOG, {"person": "Mia Berg"}),
        ({"is_employed": False}, Refusal.NOT_EMPLOYED, {}),
        ({"is_employed": False, "is_own_unit": True}, Refusal.NOT_EMPLOYED, {}),
        ({"level": 1}, Refusal.LEVEL_TWO_NEEDED, {}),
        ({"consent_covers_unit": False}, Refusal.SERVICE_NOT_IN_CONSENT, {"unit": "PPT"}),
    ],
)
def test_somebody_may_not_take_part_when(change, refusal, params):
    verdict = participation.may_add(**FROM_PPT | change)

    assert verdict.refusal is refusal
    assert verdict.params == params


def test_a_participant_leaves_when_no_active_measure_depends_on_them():
    assert participation.may_end(person_name="Mia Berg", owns_active_measures=0)


def test_the_refusal_to_leave_names_the_person():
    verdict = participation.may_end(person_name="Mia Berg", owns_active_measures=1)

    assert verdict.refusal is Refusal.OWNS_ACTIVE_MEASURE
    assert verdict.params == {"person": "Mia Berg"}
