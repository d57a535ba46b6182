"""Requests made from the API's own description, right and wrong: nothing falls over, and every answer is described (INT-05)."""

import warnings

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from stafett.access.limits import LIMITS, Limit
from stafett.integrations.enums import Scope
from tests.integrations import machines

with warnings.catch_warnings():  # the package's own, when it is read
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis import GenerationMode

FEW = settings(
    max_examples=8, database=None, derandomize=True, deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip

TAKE_NOTHING = {"/statistics", "/archive/status"}  # nothing is asked for, so nothing can be asked for wrongly


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_answer_is_as_the_api_describes(application, monkeypatch, mode):
    for name in ("machine", "machine_unknown"):
        monkeypatch.setitem(LIMITS, name, Limit(20_000, 60))
    key = machines.token_of(machines.connected(*(scope for scope in Scope if scope != Scope.SCIM)))
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    asked = set()

    for found in schema.get_all_operations():
        operation = found.ok()
        if mode == GenerationMode.NEGATIVE and operation.path in TAKE_NOTHING:
            continue

        @FEW
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case):
            case.call_and_validate(headers={"Authorization": f"Bearer {key}"})
            asked.add(case.operation.path)

        ask()

    everything = {operation.ok().path for operation in schema.get_all_operations()}
    assert asked == everything - (TAKE_NOTHING if mode == GenerationMode.NEGATIVE else set())
