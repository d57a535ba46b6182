"""Which programs an installation consists of, and in which order they stop."""

import importlib.util
from types import SimpleNamespace

import pytest

from stafett.platform import children
from stafett.platform.commands import check

ENVIRONMENT = {"STAFETT_ALLOWED_HOSTS": "stafett.example.org,localhost"}


@pytest.mark.parametrize("has_events", [False, True])
def test_events_run_only_in_versions_that_have_them_and_on_a_port_of_their_own(monkeypatch, has_events):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: SimpleNamespace() if has_events else None)

    programs, held = children.programs(
        ENVIRONMENT, host="127.0.0.1", port=8000, workers=3, is_ready=lambda status: status == 200
    )

    names = [program.name for program in programs]
    assert names == (["web", "events", "worker"] if has_events else ["web", "worker"])
    for port in held:
        assert programs[0].environment["STAFETT_EVENTS_PORT"] == str(port.number)
        assert str(port.number) in programs[1].command
        port.close()


def test_the_web_server_is_asked_by_a_name_it_answers_to(monkeypatch):
    asked = []
    monkeypatch.setattr(children, "status_of", lambda *place, name: asked.append((*place, name)) or 200)

    programs, held = children.programs(
        ENVIRONMENT, host="127.0.0.1", port=8000, workers=1, is_ready=lambda status: status == 200
    )

    assert programs[0].is_ready()
    assert asked == [("127.0.0.1", 8000, "/health/ready", "stafett.example.org")]
    for port in held:
        port.close()


def test_each_fault_of_the_settings_is_a_sentence_of_its_own():
    report = "Issues:\n\nWARNINGS:\n?: (security.W004) Set HSTS.\n\tHINT: do.\na.B: (models.E1) Wrong.\n"

    assert check._sentences(report) == ["(security.W004) Set HSTS.", "(models.E1) Wrong."]
    assert check._sentences("Traceback: broken") == ["Traceback: broken"]
    assert check._sentences("") == []


def test_check_tells_the_login_faults_one_by_one_and_keeps_what_it_does_not_understand():
    facts = "  idporten              ID-porten, family\n  issuer                https://idporten.no\n"

    assert check._login_faults(facts) == []
    assert check._login_faults("") == []
    assert check._login_faults(facts + "✗ idporten: our key ended.\n") == ["idporten: our key ended."]
    assert check._login_faults("Traceback: broken") == ["Traceback: broken"]
