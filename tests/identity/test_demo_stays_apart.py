"""The demo, where anybody is anybody, cannot be switched on by accident where real people log in."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from stafett.platform import environment as platform_environment
from stafett.platform.connection import Urls
from stafett.platform.local_secrets import LocalSecrets
from stafett.web import environment


@pytest.mark.parametrize(
    "hosts", [["stafett.example.no"], ["localhost", "stafett.example.no"], ["*"], [".no"]]
)
def test_demo_and_login_file_do_not_meet_where_others_can_come(hosts):
    with pytest.raises(ImproperlyConfigured, match="Take one of them away"):
        environment.keep_demo_apart(demo=True, login_file="/etc/stafett/login.toml", hosts=hosts)


@pytest.mark.parametrize(
    ("demo", "login_file", "hosts"),
    [
        (True, "login.toml", ["localhost", "127.0.0.1", "[::1]"]),
        (True, "", ["*"]),
        (False, "login.toml", ["stafett.example.no"]),
    ],
)
def test_each_of_them_alone_and_both_on_this_machine_are_fine(demo, login_file, hosts):
    environment.keep_demo_apart(demo=demo, login_file=login_file, hosts=hosts)


@pytest.mark.parametrize("value", ["yes", "true", "TRUE", "2", "on", " 1", ""])
def test_a_guess_at_switching_the_demo_on_is_an_error(monkeypatch, value):
    monkeypatch.setenv("STAFETT_DEMO", value)

    with pytest.raises(ImproperlyConfigured, match="STAFETT_DEMO must be 0 or 1"):
        environment.flag("STAFETT_DEMO")


def test_the_settings_themselves_refuse_the_two_together():
    surroundings = os.environ | {
        "STAFETT_DEMO": "1", "STAFETT_LOGIN_FILE": "/etc/stafett/login.toml",
        "STAFETT_ALLOWED_HOSTS": "stafett.example.no",
    }  # fmt: skip

    done = subprocess.run(
        [sys.executable, "-c", "import stafett.web.settings"],
        env=surroundings,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert "ImproperlyConfigured: STAFETT_DEMO lets anybody" in done.stderr


def test_serving_for_real_takes_the_demo_away_whatever_the_environment_says(monkeypatch):
    monkeypatch.setenv("STAFETT_DEMO", "1")
    secrets = LocalSecrets(*("x" * 50 for _field in range(6)))

    given = platform_environment.for_pages(Urls("a", "b", "c"), secrets, demo=False)

    assert given["STAFETT_DEMO"] == "0"
