"""Back to a minute: a physical copy of the whole server, the write-ahead log archived after it, and a server rolled forward.

A base and its log are the server's own files: they open with the secrets.json it had when the base was taken.
"""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg

from stafett.platform.backup import quiet_run
from stafett.platform.binaries import Binaries
from stafett.platform.cluster import Cluster
from stafett.platform.faults import PlatformError
from stafett.platform.postmaster import wait_until
from stafett.platform.server_settings import fetch_command

_STAMP = "base-%Y-%m-%dT%H%M%SZ"
_SEGMENT = re.compile(r"[0-9A-F]{24}")
_STARTS_IN = re.compile(r"^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)", re.MULTILINE)
_SETTINGS = "postgresql.auto.conf"
_LIST = "backup_manifest"
_NOT_YET = "the database system is "  # what it answers us while it is at work: no reason
TOO_EARLY = "The base was taken after that moment. Choose an older base."


@dataclass(frozen=True)
class Goal:
    """How far to roll forward: to just before a moment, or (None) through all that the log holds."""

    moment: datetime | None = None

    def settings(self, log: Path) -> str:
        """What the server is told, as lines of its settings file."""
        lines = [f"restore_command = {_quoted(fetch_command(log))}", "recovery_target_timeline = 'latest'"]
        if self.moment:
            lines += [
                f"recovery_target_time = {_quoted(self.moment.astimezone(UTC).isoformat(sep=' '))}",
                "recovery_target_inclusive = off",
                "recovery_target_action = 'promote'",
            ]
        return "\n".join(["", *lines, ""])


def take(url: str, binaries: Binaries, target: Path) -> Path:
    """Copy the whole server at `url` into a new folder below `target`, while it is in use; return the folder.

    The role must be let to copy (REPLICATION). The folder gets its name when all is on disk and has been read again.
    Raises PlatformError.
    """
    folder = target / datetime.now(UTC).strftime(_STAMP)
    half = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlatformError(f"{target} cannot be written: {error.strerror}.") from None
    try:
        quiet_run(
            url, binaries.program("pg_basebackup"), f"--pgdata={half}", "--wal-method=stream",
            "--checkpoint=fast", what="The copy",
        )  # fmt: skip
        check(half, binaries)
        half.rename(folder)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return folder


def check(base: Path, binaries: Binaries) -> None:
    """Hold every file of a base against the list in it. Raises PlatformError when it is not what was written."""
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program
        [binaries.program("pg_verifybackup"), "--quiet", "--exit-on-error", str(base)],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    if done.returncode:
        raise PlatformError(f"{base} is not a whole base: a file is missing or has been changed.")


def refuse_too_early(base: Path, goal: Goal) -> None:
    """Raise PlatformError when a base had begun by the moment wanted: what came in between is in its very files.

    The server itself sees only what was written while the base was taken; when nothing was, it would stop later than asked.
    """
    if goal.moment and goal.moment < began(base) + timedelta(seconds=1):  # the list says whole seconds
        raise PlatformError(TOO_EARLY)


def began(base: Path) -> datetime:
    """When the base was begun, by the first file that was written to it. Raises PlatformError when its list does not say."""
    try:
        files = json.loads((base / _LIST).read_text(encoding="utf-8"))["Files"]
        [label] = [file["Last-Modified"] for file in files if file.get("Path") == "backup_label"]
        return datetime.strptime(label, "%Y-%m-%d %H:%M:%S GMT").replace(tzinfo=UTC)
    except (OSError, ValueError, KeyError, TypeError):
        raise PlatformError(f"{base} does not say when it was taken.") from None


def version_of(base: Path) -> int:
    """The major version of PostgreSQL that made a base. Raises PlatformError when the folder holds none."""
    try:
        return int((base / "PG_VERSION").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise PlatformError(f"{base} is not a base that `stafett base` has made.") from None


def bases_in(target: Path) -> list[Path]:
    """Folders of finished bases, oldest first."""
    return sorted(path for path in target.glob("base-*Z") if (path / _LIST).is_file())


def keep_newest(target: Path, count: int, log: Path | None) -> list[str]:
    """Remove all but the newest `count` (at least one) bases, and what lies in the log before the oldest that is left.

    Returns what was removed, by name.
    """
    bases = bases_in(target)
    old, kept = bases[: -max(1, count)], bases[-max(1, count) :]
    for base in old:
        shutil.rmtree(base)
    gone = [base.name for base in old]
    return gone + (_shorten(log, first_needed(kept[0])) if log and kept else [])


def first_needed(base: Path) -> str:
    """The name of the first segment of the log that a base is rolled forward with."""
    found = _STARTS_IN.search((base / "backup_label").read_text(encoding="utf-8"))
    if not found:
        raise PlatformError(f"{base} does not say where in the log it begins.")
    return found[1]


def put_in_place(base: Path, cluster: Cluster, goal: Goal, log: Path) -> None:
    """Lay a copy of the base in the folder of a cluster that has not been started, told how far to roll forward."""
    place = cluster.folder / "database"
    shutil.copytree(base, place, symlinks=True)
    with (place / _SETTINGS).open("a", encoding="utf-8") as settings:
        settings.write(goal.settings(log))
    (place / "recovery.signal").touch()
    for path in (place, *place.rglob("*")):
        cluster.account.give(path)
    place.chmod(0o700)


def roll_forward(cluster: Cluster, base: Path, *, patience: float = 3600.0) -> None:
    """Start the cluster and return when it takes writes, at the goal. Raises PlatformError with the server's reason."""
    try:
        cluster.start(timeout=patience)
        address = cluster.urls("postgres").admin
        if not wait_until(lambda: not cluster.is_running() or _takes_writes(address), patience):
            raise PlatformError("The log was not rolled forward in time.")
        if not cluster.is_running():
            raise PlatformError("The server stopped.")
    except PlatformError as fault:
        raise PlatformError(_reason(cluster.log_file) or str(fault)) from None
    shutil.copyfile(base / _SETTINGS, cluster.folder / "database" / _SETTINGS)  # it rolls forward once only


def _takes_writes(address: str) -> bool:
    try:
        with psycopg.connect(address, connect_timeout=2) as link:
            row = link.execute("SELECT pg_is_in_recovery()").fetchone()
    except psycopg.OperationalError:
        return False
    return row == (False,)


def _reason(log_file: Path) -> str:
    """The server's last fatal words, as a sentence; empty when it said none."""
    if not log_file.exists():
        return ""
    fatal = re.findall(r"FATAL:\s+(.+)", log_file.read_text(encoding="utf-8", errors="replace"))
    said = [words for words in fatal if not words.startswith(_NOT_YET)]
    if not said:
        return ""
    if "before configured recovery target" in said[-1]:
        return "The log ends before that moment. Choose an earlier one, or `--to latest` for all there is."
    if "before consistent recovery point" in said[-1]:
        return TOO_EARLY
    return f"It could not be rolled forward: {said[-1]}."


def _shorten(log: Path, first: str) -> list[str]:
    """Remove the segments before `first`, whatever timeline they are of, as PostgreSQL's own clean-up does."""
    old = [
        path
        for path in sorted(log.iterdir())
        if _SEGMENT.fullmatch(path.name[:24]) and path.name[8:24] < first[8:]
    ]
    for path in old:
        path.unlink()
    return [f"{len(old)} segments of the log"] if old else []


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
