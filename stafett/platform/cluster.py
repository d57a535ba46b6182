"""A PostgreSQL server of our own in a data folder: made, started, looked after, stopped."""

import os
import signal
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import psycopg

from stafett.platform import data_folder, local_secrets, postmaster, roles
from stafett.platform.account import database_account
from stafett.platform.binaries import Binaries, find_binaries, within_reach
from stafett.platform.connection import Urls, url
from stafett.platform.faults import PlatformError
from stafett.platform.leash import leash
from stafett.platform.new_database import NewDatabase
from stafett.platform.server_settings import ACCESS_RULES, server_arguments

LONGEST_SOCKET_FOLDER = 80  # the kernel allows 107 bytes for the whole name of a socket
LARGEST_LOG = 10_000_000


class Cluster:
    """One server in one data folder.

    In:  the data folder (default: `data_folder.locate`), and whether writes must survive a power cut.
         `durable=False` is for servers that are thrown away. `major` is the version a new one is made with.
         `log_archive` is the folder that gets a copy of the write-ahead log (`stafett restore --to`).
    Out: after `start()`: `port`, `socket_folder`, `urls()`.

    The first process to start a folder's server looks after it, and only its `stop()` stops it; others
    attach. Raises PlatformError with a sentence when something must be put right by a person.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        durable: bool = True,
        major: int | None = None,
        log_archive: Path | None = None,
    ) -> None:
        self.account = database_account()
        self.folder = (folder or data_folder.locate(self.account)).resolve()
        self.durable = durable
        self.log_archive = log_archive.resolve() if log_archive else None
        self._major = major
        self.port = 0
        self.socket_folder = self.folder / "run"
        self._database = self.folder / "database"
        self._lock = data_folder.Lock(self.folder)
        self._process: subprocess.Popen[bytes] | None = None
        self._binaries: Binaries | None = None

    def start(self, *, timeout: float = 60.0) -> None:
        """Return when the server answers. A server left running by a supervisor that died is stopped first
        (cleanly: nothing committed is lost), so that the one we get is a child of ours with our settings."""
        data_folder.open_folder(self.folder, self.account)
        if not self._lock.take():
            self._attach(timeout)
            return
        try:
            self._clear_the_way(timeout)
            self._make_unless_made()
            self._launch(timeout)
            self._check_password()
            self._wake_archive()
        except BaseException:
            self.stop()
            raise

    def stop(self, *, timeout: float = 30.0) -> None:
        """Fast shutdown: sessions end, committed work stays. A server someone else minds is left alone."""
        if not self._lock.is_held:
            return
        found = postmaster.read(self._database)
        if self._process is not None:
            postmaster.stop(self._process.pid, patience=timeout, is_gone=self._is_gone)
        self._process = None
        if found and found.socket_folder != self.folder / "run" and found.socket_folder.is_dir():
            found.socket_folder.rmdir()
        self._lock.release()

    def is_running(self) -> bool:
        """Whether the server lives at this moment."""
        return not self._is_gone() if self._process else postmaster.running(self._database) is not None

    @property
    def is_ours(self) -> bool:
        """Whether this object looks after the server (and `stop()` will stop it)."""
        return self._lock.is_held

    @property
    def pid(self) -> int | None:
        """Process id of the server, when it lives."""
        found = postmaster.running(self._database)
        return found.pid if found else None

    @property
    def binaries(self) -> Binaries:
        """The programs this folder's server runs on: those that made it, else the best on this machine."""
        if self._binaries is None:
            version = self._database / "PG_VERSION"
            major = int(version.read_text()) if version.exists() else self._major
            found = find_binaries(major=major)
            self._binaries = within_reach(found, account=self.account, folder=self.folder)
        return self._binaries

    @property
    def log_file(self) -> Path:
        """Where the server writes what happens to it (never what is asked of it)."""
        return self.folder / "postgres.log"

    @property
    def secrets(self) -> local_secrets.LocalSecrets:
        """This installation's passwords and keys; made at first use."""
        return local_secrets.load_or_make(self.folder)

    def urls(self, database: str = roles.DATABASE, *, through_socket: bool = False) -> Urls:
        """Addresses of a database for the three roles, over 127.0.0.1 or the Unix socket."""
        host = str(self.socket_folder) if through_socket else "127.0.0.1"
        place: dict[str, Any] = {"host": host, "port": self.port, "database": database}
        secrets = self.secrets
        return Urls(
            app=url(roles.APP, secrets.app_password, **place),
            owner=url(roles.OWNER, secrets.owner_password, **place),
            admin=url(roles.SUPERUSER, secrets.superuser_password, **place),
        )

    def prepare(self, database: str = roles.DATABASE) -> Urls:
        """Make roles and database unless they are there; safe to repeat."""
        with psycopg.connect(self.urls("postgres").admin, autocommit=True) as admin:
            roles.make_roles(admin, self.secrets)
        return self.create_database(database)

    def create_database(self, database: str, *, template: str | None = None) -> Urls:
        """Make a database unless it is there, fenced like the main one; as a copy when `template` is given
        (nobody may be connected to the template meanwhile)."""
        with psycopg.connect(self.urls("postgres").admin, autocommit=True) as admin:
            roles.make_database(admin, database, template=template)
        urls = self.urls(database)
        with psycopg.connect(urls.admin, autocommit=True) as admin:
            roles.fence_schema(admin)
        return urls

    def drop_database(self, database: str) -> None:
        """Remove a database and throw out whoever is connected to it; no fault when it is not there."""
        with psycopg.connect(self.urls("postgres").admin, autocommit=True) as admin:
            roles.drop_database(admin, database)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _attach(self, timeout: float) -> None:
        if not postmaster.wait_until(self._is_ready, timeout):
            raise PlatformError(f"Another process minds {self.folder}, but its database does not answer.")
        found = postmaster.running(self._database)
        if found:
            self.port, self.socket_folder = found.port, found.socket_folder
        self._check_password()

    def _clear_the_way(self, timeout: float) -> None:
        self._process = None
        old = postmaster.running(self._database)
        if old:
            postmaster.stop(
                old.pid, patience=timeout, is_gone=lambda: postmaster.running(self._database) is None
            )
        postmaster.clear_leftovers(self._database)

    def _make_unless_made(self) -> None:
        if not (self._database / "PG_VERSION").exists():
            new = NewDatabase(self.binaries, self.account, self._child_options(), self.durable)
            new.make(self._database, password=self.secrets.superuser_password)
        elif not (self.folder / "secrets.json").exists():
            raise PlatformError(f"{self.folder}/secrets.json is gone; without it the database stays shut.")

    def _launch(self, timeout: float) -> None:
        """Start on the port we had (children know it), else on a free one; another program may take a free
        port before the server does, so a new one is tried then."""
        fixed = self.port
        for _attempt in range(5):
            self.port = fixed or _free_port()
            self._spawn()
            postmaster.wait_until(lambda: self._is_ready() or self._is_gone(), timeout)
            if self._is_ready():
                return
            if not self._is_gone():
                raise PlatformError(f"PostgreSQL did not answer in {timeout:.0f} s; see {self.log_file}.")
            if not _port_was_taken(self.log_file):
                break
        raise PlatformError(f"PostgreSQL stopped while starting; the reason is in {self.log_file}.")

    def _spawn(self) -> None:
        rules = self.folder / "access.conf"
        rules.write_text(ACCESS_RULES, encoding="utf-8")
        rules.chmod(0o644)  # the folder above keeps everyone else out
        self._make_socket_folder()
        self._make_log_archive()
        arguments = server_arguments(
            durable=self.durable, port=self.port, socket_folder=self.socket_folder, access_rules=rules,
            log_archive=self.log_archive,
        )  # fmt: skip
        with _open_log(self.log_file) as log:
            self._process = subprocess.Popen(  # noqa: S603 - PostgreSQL's own program
                [self.binaries.program("postgres"), "-D", str(self._database), *arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                preexec_fn=leash(signal.SIGINT), **self._child_options(),
            )  # fmt: skip

    def _make_socket_folder(self) -> None:
        self.socket_folder = self.folder / "run"
        if len(os.fsencode(self.socket_folder)) > LONGEST_SOCKET_FOLDER:
            self.socket_folder = Path(tempfile.mkdtemp(prefix="stafett-", dir="/tmp"))
        self.socket_folder.mkdir(mode=0o700, exist_ok=True)
        self.account.give(self.socket_folder)

    def _make_log_archive(self) -> None:
        if self.log_archive is None:
            return
        if not self.account.can_pass(self.log_archive.parent):
            raise PlatformError(f"The account {self.account.name} cannot reach {self.log_archive}.")
        if not self.log_archive.exists():
            self.log_archive.mkdir(mode=0o700, parents=True)
            self.account.give(self.log_archive)

    def _child_options(self) -> dict[str, Any]:
        """Another account, a folder it can stand in, and an environment without our secrets."""
        environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", "HOME": str(self.folder)}
        return {"cwd": "/", "env": environment, **self.account.for_subprocess()}

    def _is_ready(self) -> bool:
        found = postmaster.running(self._database)
        return found is not None and found.is_ready

    def _is_gone(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def _check_password(self) -> None:
        try:
            psycopg.connect(self.urls("postgres").admin, connect_timeout=10).close()
        except psycopg.OperationalError as error:
            raise PlatformError(f"The database in {self.folder} does not let us in: {error}") from None

    def _wake_archive(self) -> None:
        """A server that has just started sleeps up to five minutes before it counts how old a part of the log is."""
        if self.log_archive is not None:
            with psycopg.connect(self.urls("postgres").admin, autocommit=True) as admin:
                admin.execute("CHECKPOINT")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _open_log(path: Path) -> IO[bytes]:
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".log.1"))
    path.touch(mode=0o600)
    return path.open("ab")


def _port_was_taken(log: Path) -> bool:
    return "could not bind IPv4" in log.read_text(encoding="utf-8", errors="replace")[-2000:]
