"""The running server as the operating system sees it: is it there, is it really ours, how is it stopped."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class Postmaster:
    """What `postmaster.pid` says: process, port, socket folder, and whether it takes connections."""

    pid: int
    port: int
    socket_folder: Path
    is_ready: bool


def read(database: Path) -> Postmaster | None:
    """Read `postmaster.pid` in the database's folder; None when it is missing or not yet whole."""
    try:
        lines = (database / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        return Postmaster(int(lines[0]), int(lines[3]), Path(lines[4]), lines[7].strip() == "ready")
    except (OSError, ValueError, IndexError):
        return None


def running(database: Path) -> Postmaster | None:
    """The server of this folder, if it lives. A file left by a crash names a pid that is dead, a zombie,
    or by now some other program; none of those is our server."""
    found = read(database)
    return found if found and _is_alive(found.pid) and _serves(found.pid, database) else None


def stop(pid: int, *, patience: float, is_gone: Callable[[], bool]) -> None:
    """Ask for a fast shutdown (open transactions are rolled back); after `patience` seconds insist."""
    for number, seconds in ((signal.SIGINT, patience), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
        if is_gone() or not _signal(pid, number):
            return
        if wait_until(is_gone, seconds):
            return


def clear_leftovers(database: Path, *, patience: float = 5.0) -> None:
    """Make way for a new server after a crash.

    When the postmaster is killed its sessions end by themselves, but one in a long query may linger, and
    two servers on one folder would destroy it. So: wait, then end those that remain. PostgreSQL itself
    deals with the file it left, except when its pid has gone to another program; only then is it removed,
    and only with no session left.
    """
    if not wait_until(lambda: not _sessions(database), patience):
        for pid in _sessions(database):
            _signal(pid, signal.SIGQUIT)
        wait_until(lambda: not _sessions(database), patience)
    found = read(database)
    if found and _is_alive(found.pid) and not _serves(found.pid, database) and not _sessions(database):
        (database / "postmaster.pid").unlink(missing_ok=True)


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Ask until the answer is yes or the time is up; return the last answer."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.02)
    return True


def _sessions(database: Path) -> list[int]:
    """Processes that work in the database's folder: the postmaster and its sessions all stand in it."""
    found = []
    for entry in PROC.glob("[0-9]*"):
        try:
            if (entry / "cwd").readlink() == database and _is_alive(int(entry.name)):
                found.append(int(entry.name))
        except OSError:
            continue  # not ours to look into, or gone meanwhile
    return found


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _state(pid).startswith("Z")


def _state(pid: int) -> str:
    if PROC.joinpath("self").exists():
        try:
            return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].strip()
        except OSError:
            return "Z"
    return _ask_ps(pid, "stat=")


def _serves(pid: int, database: Path) -> bool:
    if PROC.joinpath("self").exists():
        try:
            command = (PROC / str(pid) / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            return False
        return Path(command[0]).name == "postgres" and str(database) in command
    return f"postgres -D {database} " in _ask_ps(pid, "command=") + " "


def _ask_ps(pid: int, column: str) -> str:
    command = ["ps", "-o", column, "-p", str(pid)]
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603 - no word from outside
    return done.stdout.strip()


def _signal(pid: int, number: int) -> bool:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True
