"""No process answers anybody with keys that could be guessed, or as a role that could step over the fences."""

import json
import os
import subprocess
import sys

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from psycopg import sql

from stafett.kernel.crypto import new_key, random_token
from stafett.platform import roles
from stafett.web import checks, starting
from tests.environment import cluster
from tests.web.visiting import Visitor

WEAK = "STAFETT_KEY_RING"


@pytest.fixture
def real(settings):
    """Settings as where people are real."""
    settings.DEMO = False
    settings.SECRET_KEY, settings.INDEX_KEY = random_token() * 2, new_key()
    settings.KEY_RING = json.dumps({"2026-1": new_key()})
    return settings


def test_random_keys_and_the_apps_own_role_may_start(db, real, monkeypatch):
    monkeypatch.setattr(starting, "connection", _Standing())

    starting.refuse_unsafe()


def test_keys_that_could_be_guessed_stop_the_start(db, real, monkeypatch):
    monkeypatch.setattr(starting, "connection", _Standing())
    real.KEY_RING = json.dumps({"2026-1": "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="})

    with pytest.raises(ImproperlyConfigured, match=WEAK):
        starting.refuse_unsafe()


def test_keys_that_could_be_guessed_stop_the_start_also_without_a_database(real, monkeypatch):
    monkeypatch.setattr(starting, "role_faults", _away)
    monkeypatch.setattr(starting, "connection", _Standing())
    real.SECRET_KEY = "hemmelig"

    with pytest.raises(ImproperlyConfigured, match="STAFETT_SECRET_KEY") as refused:
        starting.refuse_unsafe()

    assert "hemmelig" not in str(refused.value)


def test_a_role_that_can_step_over_the_fences_stops_the_start(real, monkeypatch):
    monkeypatch.setattr(starting, "role_faults", lambda: ["The app's role is a superuser."])
    monkeypatch.setattr(starting, "connection", _Standing())

    with pytest.raises(ImproperlyConfigured, match="superuser"):
        starting.refuse_unsafe()


def test_a_role_that_can_step_over_the_fences_is_never_ready(db, monkeypatch):
    monkeypatch.setattr("stafett.web.health.role_faults", lambda: ["The app's role is a superuser."])

    answer = Visitor().see("ready")

    assert (answer.status_code, answer.json()["status"]) == (503, "role")


def test_a_member_of_the_owner_is_no_role_for_the_app(template_database):
    with psycopg.connect(cluster.urls(template_database).admin, autocommit=True) as admin:
        admin.execute("CREATE ROLE a_member LOGIN PASSWORD 'x' NOINHERIT")
        admin.execute(sql.SQL("GRANT {} TO a_member").format(sql.Identifier(roles.OWNER)))
        try:
            admin.execute("SET ROLE a_member")
            faults = roles.faults_of_app(admin)
        finally:
            admin.execute("RESET ROLE")
            admin.execute("DROP ROLE a_member")

    assert faults == ["The app's role is a member of a role that owns tables or goes past the fences."]


def test_the_demo_may_have_any_keys(settings):
    settings.DEMO, settings.SECRET_KEY = True, "x"

    assert starting.secret_faults() == []


def test_the_web_server_does_not_come_up_with_sample_keys():
    surroundings = os.environ | {"STAFETT_DEMO": "0", "DJANGO_SETTINGS_MODULE": "stafett.web.settings"}

    done = subprocess.run(
        [sys.executable, "-c", "import stafett.web.wsgi"], env=surroundings, capture_output=True, text=True
    )

    assert done.returncode != 0
    assert f"{WEAK} must hold keys of 32 random bytes" in done.stderr


def test_settings_for_real_use_pass_every_check_of_djangos_and_ours():
    keys = {
        "STAFETT_SECRET_KEY": random_token() * 2,
        "STAFETT_KEY_RING": json.dumps({"2026-1": new_key()}),
        "STAFETT_INDEX_KEY": new_key(),
        "STAFETT_DEMO": "0",
        "STAFETT_SYNTHETIC_PERSONS": "0",
        "STAFETT_TLS": "1",
        "STAFETT_ALLOWED_HOSTS": "stafett.example.org",
        "STAFETT_SECURITY_CONTACT": "mailto:sikkerhet@example.org",
        "DJANGO_SETTINGS_MODULE": "stafett.web.settings",
    }
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]

    done = subprocess.run(command, env=os.environ | keys, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_weak_keys_and_nobody_to_tell_are_what_the_check_says(real):
    real.INDEX_KEY, real.SECURITY_CONTACT = "", ""

    assert [error.id for error in checks.the_secrets_are_secret(None)] == ["web.E001"]
    assert [warning.id for warning in checks.somebody_is_told_of_holes(None)] == ["web.W001"]


def _away():
    raise OperationalError


class _Standing:
    """The test's own connection, which must not be closed under it."""

    def __init__(self):
        from django.db import connection

        self.connection, self.ensure_connection = connection.connection, connection.ensure_connection

    def close(self):
        """Left open."""

    def close_pool(self):
        """Left open."""
