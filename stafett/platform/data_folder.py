"""The data folder: where it is, who may enter it, and the lock that says who looks after it.

Nothing outside this folder ever has its permissions changed.
"""

import contextlib
import fcntl
import hashlib
import os
import tempfile
import time
from pathlib import Path

from stafett.platform.account import Account
from stafett.platform.faults import PlatformError


def locate(account: Account) -> Path:
    """The data folder: `STAFETT_DATA`, else `var/` where the command was given.

    When the database's account cannot walk to `var/` (a clone under /root, which is closed to others),
    the folder is put in /var/lib under a name made from the clone's path, so that the clone finds it again
    and nobody's home has to be opened. Temporary folders are no place for it: they are swept by age.
    """
    chosen = os.environ.get("STAFETT_DATA")
    if chosen:
        return Path(chosen).expanduser().resolve()
    default = (Path.cwd() / "var").resolve()
    if account.can_pass(default.parent):
        return default
    fingerprint = hashlib.sha256(str(default).encode()).hexdigest()[:16]
    parent = "/var/lib" if os.access("/var/lib", os.W_OK) else tempfile.gettempdir()
    return Path(parent) / f"stafett-{fingerprint}"


def open_folder(folder: Path, account: Account) -> None:
    """Make the folder ours alone; the database's account, when another, may pass through but not look.

    Raises PlatformError when the folder is somebody else's or is full of other things.
    """
    if not account.can_pass(folder.parent):
        raise PlatformError(
            f"The account {account.name} cannot reach {folder}, and PostgreSQL cannot run as root. "
            "Set STAFETT_DATA to a folder that others may pass into, such as one under /var/lib."
        )
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)
    status = folder.stat()
    if status.st_uid != os.geteuid():
        raise PlatformError(f"The data folder {folder} belongs to another user. Set STAFETT_DATA.")
    if os.environ.get("STAFETT_DATA") and _is_someone_elses(folder):
        raise PlatformError(f"{folder} holds other things. Set STAFETT_DATA to an empty or new folder.")
    if account.is_other:
        os.chown(folder, -1, account.gid)
    folder.chmod(0o710 if account.is_other else 0o700)


def _is_someone_elses(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()}
    return bool(names) and "lock" not in names


class Lock:
    """Held by the one process that looks after a data folder; the kernel frees it if that process dies."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "lock"
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this process holds the lock through this object."""
        return self._descriptor is not None

    def take(self, *, patience: float = 0.0) -> bool:
        """Try for `patience` seconds; return whether we hold it now."""
        if self.is_held:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + patience
        while not _locked(descriptor):
            if time.monotonic() >= deadline:
                os.close(descriptor)
                return False
            time.sleep(0.05)
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let another process look after the folder."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _locked(descriptor: int) -> bool:
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
