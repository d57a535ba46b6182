"""One installation as the commands see it: its server, its keys, and Django run in the right environment."""

import contextlib
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stafett.platform import environment
from stafett.platform.cluster import Cluster
from stafett.platform.connection import Urls
from stafett.platform.faults import PlatformError
from stafett.platform.leash import leash
from stafett.platform.local_secrets import LocalSecrets
from stafett.platform.outside import OutsideServer
from stafett.platform.postgres import open_server

DEMO = "demo"
LIVE = "live"
PURPOSE_FILE = "purpose"
ARCHIVE_FOLDER = "arkiv"


@dataclass(frozen=True)
class Installation:
    """A server that answers, its addresses, its own keys (None when the operator must give them), and
    whether it holds invented people."""

    server: Cluster | OutsideServer
    urls: Urls
    secrets: LocalSecrets | None
    demo: bool

    def settle(self) -> None:
        """Write down that this data folder is a demo's, or that it is not, for good."""
        if isinstance(self.server, Cluster):
            marker = self.server.folder / PURPOSE_FILE
            marker.write_text(DEMO if self.demo else LIVE, encoding="utf-8")

    def for_pages(self, *, hosts: str = "") -> dict[str, str]:
        """The environment of web, worker and events."""
        return environment.for_pages(
            self.urls, self.secrets, demo=self.demo, hosts=hosts, archive=self._archive
        )

    def for_management(self) -> dict[str, str]:
        """The environment of the operator's commands."""
        return environment.for_management(self.urls, self.secrets, demo=self.demo, archive=self._archive)

    @property
    def _archive(self) -> str:
        """A demo's archive: a folder beside its database, so that what is closed can be seen to arrive."""
        if not self.demo or not isinstance(self.server, Cluster):
            return ""
        folder = self.server.folder / ARCHIVE_FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        return str(folder)

    def for_migrations(self) -> dict[str, str]:
        """The environment in which tables are made."""
        return environment.for_migrations(self.urls, self.secrets, demo=self.demo)


@contextlib.contextmanager
def opened(purpose: str | None = None) -> Iterator[Installation]:
    """Start the server (or attach to the one that runs) and make what it lacks; stop it on the way out.

    `purpose` (DEMO or LIVE) must fit what the data folder was settled as, so that invented people are never
    poured in among real ones; and nobody else may be running from the folder.
    """
    server = open_server()
    if isinstance(server, OutsideServer):
        server.start()
        yield Installation(server, server.prepare(), None, demo=purpose == DEMO)
        return
    server.start()
    try:
        demo = _purpose_of(server, purpose) == DEMO
        urls = server.prepare() if server.is_ours else server.urls()
        yield Installation(server, urls, server.secrets, demo=demo)
    finally:
        server.stop()


def run_django(arguments: Sequence[str], surroundings: Mapping[str, str]) -> int:
    """Run a management command in the foreground and return its exit code. Ctrl-C goes to it; we wait."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen(  # noqa: S603 - the operator's own words, and no shell
            _django(arguments), env=dict(surroundings), preexec_fn=_Foreground()
        )
        code = process.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    return 130 if code == -signal.SIGINT else code if code >= 0 else 1


def run_quietly(arguments: Sequence[str], surroundings: Mapping[str, str]) -> None:
    """Run a management command without a sound. Raises PlatformError with its last words when it fails."""
    done = subprocess.run(  # noqa: S603 - commands written in this package
        _django(arguments), env=dict(surroundings), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        preexec_fn=leash(signal.SIGTERM),
    )  # fmt: skip
    if done.returncode != 0:
        words = (done.stderr.strip() or done.stdout.strip()).splitlines()[-30:]
        raise PlatformError("\n".join([f"`{' '.join(arguments)}` failed:", *words]))


def complaint_of(arguments: Sequence[str], surroundings: Mapping[str, str]) -> str:
    """Run a management command that checks something; return "" when it is content, else its last words."""
    try:
        run_quietly(arguments, surroundings)
    except PlatformError as error:
        return str(error)
    return ""


def answer_of(arguments: Sequence[str], surroundings: Mapping[str, str]) -> str:
    """Run a management command that answers a question; return what it prints, or when it printed nothing and fell
    over, its last words."""
    done = subprocess.run(  # noqa: S603 - commands written in this package
        _django(arguments), env=dict(surroundings), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        preexec_fn=leash(signal.SIGTERM),
    )  # fmt: skip
    return done.stdout or ("\n".join(done.stderr.strip().splitlines()[-30:]) if done.returncode else "")


def _django(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "django", *arguments]


class _Foreground:
    """Before the command runs: give it back the Ctrl-C we ignore, and tie its life to ours."""

    def __init__(self) -> None:
        self._leash = leash(signal.SIGTERM)

    def __call__(self) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if self._leash:
            self._leash()


def _purpose_of(server: Cluster, wanted: str | None) -> str:
    marker = server.folder / PURPOSE_FILE
    known = marker.read_text(encoding="utf-8").strip() if marker.exists() else None
    if wanted and known and known != wanted:
        raise PlatformError(
            f"{server.folder} holds a {known} installation. "
            f"Set STAFETT_DATA to another folder to run a {wanted} one."
        )
    if wanted and not server.is_ours:
        raise PlatformError("Stafett already runs from this data folder. Set STAFETT_DATA for a second copy.")
    return known or wanted or LIVE
