"""What an operator meets on the first day: a site that is stopped and comes back, a check before there are tables."""

import configparser
import contextlib
import re
import shutil
import socket
import tempfile
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from django.conf import settings

from stafett.platform.cluster import Cluster
from stafett.platform.commands import check
from stafett.platform.ports import HeldPort

DEPLOY = settings.ROOT / "deploy"


@pytest.fixture
def place():
    """A folder that the database's account may pass into."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def left():
    """The number of a port whose site has just stopped: it closed a connection first, and the kernel remembers it."""
    with HeldPort("127.0.0.1", 0) as held, socket.socket() as worker:
        worker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        worker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        worker.bind(("127.0.0.1", held.number))
        worker.listen()
        with socket.create_connection(("127.0.0.1", held.number), timeout=5) as visitor:
            worker.accept()[0].close()
            visitor.recv(1)
        return held.number


def test_a_site_that_was_just_stopped_starts_again_on_its_port(left):
    with socket.socket() as plain, pytest.raises(OSError):  # what is remembered is in the way of a plain one
        plain.bind(("127.0.0.1", left))

    with HeldPort("127.0.0.1", left) as again:
        assert again.number == left


def test_two_copies_do_not_start_on_the_port_that_was_left(left):
    with HeldPort("127.0.0.1", left), pytest.raises(OSError):
        HeldPort("127.0.0.1", left)


def test_before_there_are_tables_the_check_says_so_and_does_not_ask_them(monkeypatch, capsys):
    asked = _asked(monkeypatch, behind=True)

    code = check.run(SimpleNamespace())

    assert code == 1
    assert capsys.readouterr().out == "✗ Tables are not up to date: run `stafett migrate`.\n"
    assert "check_login" not in asked


def test_a_fault_in_the_settings_is_not_told_as_a_fault_of_the_tables(monkeypatch, capsys):
    _asked(monkeypatch, settings="?: (identity.E001) idporten: /etc/stafett/idporten.pem cannot be read.")

    code = check.run(SimpleNamespace())

    assert code == 1
    assert capsys.readouterr().out == (
        "✗ (identity.E001) idporten: /etc/stafett/idporten.pem cannot be read.\n"
    )


def test_a_server_that_starts_again_is_awake_to_archive_its_log_within_the_minute(place):
    """Until its first checkpoint it sleeps for up to five minutes, and what is written meanwhile is nowhere else.

    That of a stopped server begins where it stands; one of a server that works begins before.
    """
    with Cluster(place / "data", log_archive=place / "log") as server:
        server.stop()
        server.start()
        with psycopg.connect(server.urls("postgres").admin) as link:
            asked = "SELECT redo_lsn < checkpoint_lsn FROM pg_control_checkpoint()"
            assert link.execute(asked).fetchone() == (True,)


def test_the_site_is_stopped_by_its_supervisor_which_is_given_the_time_it_takes():
    unit = _unit("stafett.service")

    assert unit["KillMode"] == "mixed"
    assert int(unit["TimeoutStopSec"]) >= 15 + 5 + 30 + 40  # web, events, worker, database


def test_a_site_whose_database_is_away_is_never_given_up():
    assert _unit("stafett.service", "Unit")["StartLimitIntervalSec"] == "0"
    assert _unit("stafett.service")["Restart"] == "on-failure"


def test_no_unit_writes_outside_its_folders_or_takes_a_privilege():
    units = {path.name: _unit(path.name) for path in DEPLOY.glob("*.service")}

    assert len(units) >= 5
    for name, unit in units.items():
        assert (name, unit["ProtectSystem"], unit["NoNewPrivileges"]) == (name, "strict", "yes")
        assert (name, unit["User"], unit["CapabilityBoundingSet"]) == (name, "stafett", "")
        assert unit["SyslogIdentifier"] == name.removesuffix(".service")


def test_the_proxy_writes_no_path_and_no_address_of_a_visitor():
    conf = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    servers = conf.split("\nserver {")[1:]
    known = re.search(r"log_format without_paths '(.+)';", conf)

    assert known
    assert not re.search(r"\$(request|request_uri|uri|args|query_string|remote_addr|http_\w+)\b", known[1])
    assert len(servers) == 2
    for server in servers:
        assert re.findall(r"^  access_log \S+ (\S+);", server, re.M) == ["without_paths"]
        assert re.findall(r"^  error_log \S+ (\w+);", server, re.M) == ["emerg"]


def _unit(name, part="Service"):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(DEPLOY / name, encoding="utf-8")
    return parser[part]


def _asked(monkeypatch, *, behind=False, settings=""):
    """An installation whose commands answer so; what it was asked is returned as it grows."""
    asked = []
    site = SimpleNamespace(for_management=dict)
    monkeypatch.setattr(check, "opened", lambda: contextlib.nullcontext(site))
    monkeypatch.setattr(check, "_role_faults", lambda _site: [])

    def complaint(arguments, _surroundings):
        asked.append(arguments[0])
        if arguments[0] == "migrate":
            return "unapplied" if behind else settings if "--skip-checks" not in arguments else ""
        return settings

    def answer(arguments, _surroundings):
        asked.append(arguments[0])
        return ""

    monkeypatch.setattr(check, "complaint_of", complaint)
    monkeypatch.setattr(check, "answer_of", answer)
    return asked
