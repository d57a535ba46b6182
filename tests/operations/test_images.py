"""What is given to containers: secrets that are secrets, roles as we make them ourselves, files that are there."""

import os
import re
import shutil
import subprocess

import psycopg
from django.conf import settings

from stafett.kernel.secret_values import weaknesses
from stafett.platform import roles
from stafett.platform.cli import COMMANDS
from stafett.platform.postgres import temporary_cluster

DEPLOY = settings.ROOT / "deploy"
COMPOSE = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
IMAGE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
PASSWORDS = {"owner": "eier", "app": "appen", "backup": "kopi"}
_DEFAULTS = "SELECT defaclobjtype, defaclacl::text FROM pg_default_acl ORDER BY 1, 2"
_SCHEMA = "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'public'"


def test_the_secrets_are_made_once_and_cannot_be_guessed(tmp_path):
    folder = tmp_path / "secrets"
    made = [_run(DEPLOY / "secrets.sh", folder) for _ in range(2)]

    texts = {path.name: path.read_text() for path in folder.iterdir()}
    faults = weaknesses(
        secret_key=texts["secret_key"], key_ring=texts["key_ring"], index_key=texts["index_key"]
    )
    assert [done.returncode for done in made] == [0, 1], "what is there is never written over"
    assert faults == []
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(set(texts.values())) == len(texts) == 10
    assert texts["app_password"] in texts["database_url"]
    assert set(re.findall(r"\.\./secrets/(\w+)", COMPOSE)) <= set(texts)


def test_a_server_of_ones_own_gets_the_roles_that_we_make_ourselves():
    with temporary_cluster() as server:
        _make_by_script(server)
        app = server.urls().app.replace(server.secrets.app_password, PASSWORDS["app"])
        with psycopg.connect(app) as link:
            faults = roles.faults_of_app(link)
        by_script = _privileges(server.urls().admin)
        by_us = _privileges(server.create_database("own").admin)

    assert faults == []
    assert by_script == by_us
    assert len(by_us[0]) >= 4


def test_images_are_named_by_version_and_run_by_nobody_in_particular():
    images = re.findall(r"^\s+image: (\S+)$|^FROM (\S+)", COMPOSE + IMAGE, re.M)
    named = [first or second for first, second in images if (first or second) != "stafett"]

    assert len(named) >= 4
    assert [name for name in named if ":" not in name or name.endswith(":latest")] == []
    assert IMAGE.index("USER stafett") > IMAGE.rindex("FROM ")
    assert "USER root" not in IMAGE


def test_what_the_containers_are_told_to_run_and_read_is_there():
    commands = re.findall(r"^\s+command: \[(\w+)", COMPOSE, re.M) + re.findall(r'^CMD \["(\w+)"', IMAGE, re.M)
    files = re.findall(r"- \./(\S+?):", COMPOSE)

    assert sorted(commands) == ["backup", "migrate", "serve"]
    assert set(commands) <= set(COMMANDS)
    assert [name for name in files if not (DEPLOY / name).is_file()] == []
    assert (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()[:3] == [".git", ".venv", ".env"]


def test_every_unit_runs_a_command_that_there_is():
    known = {*COMMANDS, "metrics", "audit"}
    told = {
        path.name: re.findall(r"-m stafett (\w+)", path.read_text(encoding="utf-8"))
        for path in DEPLOY.glob("*.service")
    }

    assert len(told) >= 4
    assert {name: set(words) - known for name, words in told.items() if not words or set(words) - known} == {}


def test_the_command_reads_the_settings_from_anywhere_and_hands_the_words_on(tmp_path):
    home = tmp_path / "opt"
    (home / ".venv" / "bin").mkdir(parents=True)
    shutil.copytree(DEPLOY, home / "deploy")
    (tmp_path / "stafett").symlink_to(home / "deploy" / "stafett")
    settings_file = tmp_path / "environment"
    settings_file.write_text('STAFETT_KEY_RING=\'{"1": "a b"}\'\nSTAFETT_DATA=/et/annet\n')
    _program(
        home / ".venv" / "bin" / "python", 'echo "$STAFETT_KEY_RING $STAFETT_DATA $PYTHONPATH"; echo "$@"'
    )
    _program(tmp_path / "runuser", 'shift 3; exec "$@"')  # as root: to the site's account

    done = subprocess.run(
        [tmp_path / "stafett", "restore", "en mappe"], capture_output=True, text=True, check=True, cwd="/",
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "STAFETT_ENVIRONMENT": str(settings_file)},
    )  # fmt: skip

    assert done.stdout == f'{{"1": "a b"}} /et/annet {home}\n-m stafett restore en mappe\n'


def _program(path, does):
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)


def _make_by_script(server):
    """As psql does it: each half of the script in its database, the passwords in place of their names."""
    script = (DEPLOY / "roles.sql").read_text(encoding="utf-8")
    for name, password in PASSWORDS.items():
        script = script.replace(f":'{name}_password'", f"'{password}'")
    for database, half in zip(("postgres", "stafett"), script.split("\\connect stafett"), strict=True):
        with psycopg.connect(server.urls(database).admin, autocommit=True) as link:
            for command in re.sub(r"^--.*$", "", half, flags=re.M).split(";"):
                if command.strip():
                    link.execute(command)


def _privileges(address):
    with psycopg.connect(address) as link:
        return link.execute(_DEFAULTS).fetchall(), link.execute(_SCHEMA).fetchone()


def _run(script, folder):
    return subprocess.run(["sh", str(script), str(folder)], capture_output=True, text=True, check=False)
