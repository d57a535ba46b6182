"""Every route declares an action, every action has a rule, every rule a source; printed pages are fresh."""

import inspect
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from stafett.access import policy
from stafett.access.checks import every_route_declares_an_action, routes
from stafett.access.enums import Action
from stafett.action_guide import operations as guide_operations
from stafett.administration import operations as administration_operations
from stafett.annual_wheel import operations as wheel_operations
from stafett.archive import operations as archive_operations
from stafett.child_page import operations as child_operations
from stafett.consent import operations as consent_operations
from stafett.courses import operations as course_operations
from stafett.integrations import operations as integration_operations
from stafett.log_meetings import operations as meeting_operations
from stafett.messages import operations as message_operations
from stafett.oversight import operations as oversight_operations
from stafett.relay_log import operations as log_operations
from stafett.self_assessment import operations as assessment_operations
from stafett.system_meetings import operations as system_operations
from stafett.toolbox import operations as toolbox_operations
from stafett.user_guide import operations as tour_operations
from stafett.web import printed

ROOT = Path(settings.ROOT)
OPERATIONS = (
    guide_operations,
    administration_operations,
    archive_operations,
    child_operations,
    wheel_operations,
    consent_operations,
    meeting_operations,
    message_operations,
    oversight_operations,
    log_operations,
    system_operations,
    toolbox_operations,
    tour_operations,
    course_operations,
    assessment_operations,
    integration_operations,
)


def test_every_route_declares_an_action():
    assert every_route_declares_an_action(None) == []
    assert len(list(routes())) > 30


def test_a_view_that_declares_no_action_stops_the_start_up(settings):
    settings.ROOT_URLCONF = "tests.house.unguarded_urls"

    errors = every_route_declares_an_action(None)

    assert [error.id for error in errors] == ["access.E001"]


def test_every_action_has_a_rule_with_a_source():
    assert set(policy.POLICY) == set(Action)
    for rule in policy.POLICY.values():
        assert "Source:" in rule.__doc__


def test_every_action_is_used_by_a_route():
    used = {view.action for _route, view in routes()}

    assert set(Action) - used == set()


@pytest.mark.parametrize("module", OPERATIONS, ids=lambda module: module.__name__)
def test_every_operation_is_audited(module):
    names = getattr(module, "__all__", None) or [
        name for name, thing in vars(module).items()
        if inspect.isfunction(thing) and not name.startswith("_") and thing.__module__ == module.__name__
    ]  # fmt: skip

    unframed = [name for name in names if not hasattr(getattr(module, name), "event")]

    assert names
    assert unframed == []


@pytest.mark.parametrize(
    ("name", "page"), [("access.md", printed.access_page), ("states.md", printed.states_page)]
)
def test_printed_pages_are_fresh(name, page):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == page(), "run make docs"


def test_every_model_is_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    shown = {
        cell.strip().lower()
        for line in glossary.splitlines()
        if line.startswith("|")
        for cell in line.split("|")[1:2]
    }

    models = [model for model in apps.get_models() if model.__module__.startswith("stafett.")]

    assert [str(m._meta.verbose_name) for m in models if str(m._meta.verbose_name) not in shown] == []


def test_the_sample_environment_lists_every_variable_the_settings_read():
    read = set(
        re.findall(
            r'environment\.\w+\("(\w+)"', (ROOT / "stafett/web/settings.py").read_text(encoding="utf-8")
        )
    )
    listed = set(re.findall(r"^#? ?(\w+)=", (ROOT / ".env.sample").read_text(encoding="utf-8"), re.M))

    assert read <= listed


def test_no_session_level_setting_is_ever_made():
    sources = [p for p in (ROOT / "stafett").rglob("*.py") if "platform" not in p.parts]
    bad = re.compile(r"set_config\([^)]*,\s*false\)|\bSET (SESSION )?stafett\.", re.S)

    assert [str(p) for p in sources if bad.search(p.read_text(encoding="utf-8"))] == []


def test_views_and_templates_ask_no_questions_of_the_database():
    views = [p for p in (ROOT / "stafett").rglob("*.py") if "views" in p.parts or p.name == "views.py"]
    templates = list((ROOT / "stafett").rglob("templates/**/*.html"))
    query = re.compile(r"\.objects\b|\.filter\(|\.order_by\(|\.values_list\(|\.all\(\)")

    assert [str(p) for p in [*views, *templates] if query.search(p.read_text(encoding="utf-8"))] == []
