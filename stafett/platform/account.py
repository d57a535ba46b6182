"""Which account the database runs as, and whether that account can reach a folder.

PostgreSQL refuses to run as root. Then it gets an account of its own; nothing else changes user.
"""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stafett.platform.faults import PlatformError


@dataclass(frozen=True)
class Account:
    """An operating system account: numbers, and the name for messages."""

    uid: int
    gid: int
    name: str

    @property
    def is_other(self) -> bool:
        """True when a child must change user to run as this account."""
        return self.uid != os.geteuid()

    def for_subprocess(self) -> dict[str, Any]:
        """Arguments to `subprocess` that run a child as this account and in none of our groups."""
        if not self.is_other:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        """Hand a file or folder of ours over to this account."""
        if self.is_other:
            os.chown(path, self.uid, self.gid)

    def can_pass(self, folder: Path) -> bool:
        """Whether this account may walk through `folder` and all that lies above it."""
        resolved = folder.resolve()
        existing = [step for step in (resolved, *resolved.parents) if step.exists()]
        return all(self._may_enter(step) for step in existing)

    def _may_enter(self, folder: Path) -> bool:
        status = folder.stat()
        if status.st_uid == self.uid:
            return bool(status.st_mode & 0o100)
        if status.st_gid == self.gid:
            return bool(status.st_mode & 0o010)
        return bool(status.st_mode & 0o001)


def database_account() -> Account:
    """The account PostgreSQL runs as: our own, or for root `STAFETT_UID`, `postgres` or `nobody`.

    Raises PlatformError when root has no other account to use.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), _name_of(os.geteuid()))
    wanted = os.environ.get("STAFETT_UID")
    if wanted:
        return _named(wanted) or _refuse(wanted)
    for name in ("postgres", "nobody", "65534"):
        account = _named(name)
        if account:
            return account
    raise PlatformError("PostgreSQL cannot run as root and no account to use was found: set STAFETT_UID.")


def _named(name: str) -> Account | None:
    try:
        entry = pwd.getpwuid(int(name)) if name.isdigit() else pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid, entry.pw_name) if entry.pw_uid else None


def _refuse(wanted: str) -> Account:
    raise PlatformError(f"STAFETT_UID={wanted} is not an account PostgreSQL can run as on this machine.")


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
