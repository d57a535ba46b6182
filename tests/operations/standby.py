"""A second PostgreSQL that copies the first as it goes: what a drill needs to lose one and go on with the other."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from stafett.platform import cluster as clusters
from stafett.platform import postmaster
from stafett.platform.postgres import temporary_cluster
from stafett.platform.server_settings import EVERY_SERVER


@contextlib.contextmanager
def pair(fill):
    """A primary that `fill(cluster)` has filled, and a standby without which it acknowledges nothing."""
    with temporary_cluster(durable=True) as primary:
        fill(primary)
        with _standby(primary) as standby:
            _ask(
                primary.urls().admin,
                "ALTER SYSTEM SET synchronous_standby_names = '*'",
                "SELECT pg_reload_conf()",
            )
            wait_for(
                lambda: _one(primary.urls().admin, "SELECT sync_state FROM pg_stat_replication") == "sync"
            )
            yield primary, standby


class Standby:
    """The copy: its folder and port, `promote()`, and an address to read it at."""

    def __init__(self, primary, folder):
        self.primary, self.folder = primary, folder
        self.port = clusters._free_port()

    def address(self, role):
        """The address of a role ("app", "admin") here; passwords are the primary's."""
        url = getattr(self.primary.urls(), role)
        return url.replace(f":{self.primary.port}/", f":{self.port}/")

    def promote(self):
        """From now on it takes writes."""
        assert _one(self.address("admin"), "SELECT pg_promote(true, 30)")


def kill(primary):
    """As a power cut would: the server and all its sessions, at once."""
    found = postmaster.read(primary._database)
    for pid in [found.pid, *postmaster._sessions(primary._database)]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def wait_for(is_so, *, patience=30):
    """Raises AssertionError when it never becomes so."""
    assert postmaster.wait_until(is_so, patience)


@contextlib.contextmanager
def _standby(primary):
    home = Path(tempfile.mkdtemp(prefix="stafett-test-"))
    home.chmod(0o755)
    standby = Standby(primary, home / "database")
    (home / "run").mkdir(mode=0o700)
    options = primary._child_options()
    for path in (home, home / "run"):
        primary.account.give(path)
    _copy(primary, standby, options)
    process = _start(primary, standby, options)
    try:
        wait_for(lambda: (found := postmaster.running(standby.folder)) is not None and found.is_ready)
        yield standby
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(20)
        shutil.rmtree(home, ignore_errors=True)


def _copy(primary, standby, options):
    given = conninfo_to_dict(primary.urls("postgres").admin)
    environment = options["env"] | {"PGPASSWORD": given["password"]}
    subprocess.run(
        [primary.binaries.program("pg_basebackup"), "--pgdata", str(standby.folder), "--write-recovery-conf",
         "--checkpoint=fast", "--host", given["host"], "--port", str(given["port"]), "--username", given["user"]],
        check=True, capture_output=True, **{**options, "env": environment},
    )  # fmt: skip


def _start(primary, standby, options):
    settings = EVERY_SERVER | {
        "port": standby.port, "unix_socket_directories": standby.folder.parent / "run",
        "hba_file": primary.folder / "access.conf",
    }  # fmt: skip
    arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return subprocess.Popen(
        [primary.binaries.program("postgres"), "-D", str(standby.folder), *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options,
    )  # fmt: skip


def _one(url, query):
    try:
        with psycopg.connect(url) as link:
            row = link.execute(query).fetchone()
    except psycopg.OperationalError:
        return None
    return row[0] if row else None


def _ask(url, *commands):
    with psycopg.connect(url, autocommit=True) as link:
        for command in commands:
            link.execute(command)
