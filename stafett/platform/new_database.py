"""Makes the folder PostgreSQL keeps its data in (`initdb`)."""

import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stafett.platform import roles
from stafett.platform.account import Account
from stafett.platform.binaries import Binaries
from stafett.platform.faults import PlatformError


@dataclass(frozen=True)
class NewDatabase:
    """What is needed to make one: programs, account, `subprocess` options, and whether it must last."""

    binaries: Binaries
    account: Account
    child_options: Mapping[str, Any]
    durable: bool

    def make(self, place: Path, *, password: str) -> None:
        """Make it beside `place` and rename it, so that half of one is never started.

        `password` is the superuser's. Raises PlatformError with PostgreSQL's own words.
        """
        half = Path(tempfile.mkdtemp(prefix=f"{place.name}.", dir=place.parent))
        password_file = half.with_name(f"{half.name}.password")
        try:
            password_file.touch(mode=0o600)
            password_file.write_text(password, encoding="utf-8")
            self.account.give(password_file)
            self.account.give(half)
            self._initdb(half, password_file)
        finally:
            password_file.unlink(missing_ok=True)
        half.rename(place)

    def _initdb(self, folder: Path, password_file: Path) -> None:
        """Collation C is the same on every machine and version (names are ordered by a key of our own);
        character type C.UTF-8 lets the database fold Æ, Ø and Å, which searching needs."""
        command = [self.binaries.program("initdb"), "-D", str(folder), f"--pwfile={password_file}"]
        command += [f"--username={roles.SUPERUSER}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"]
        command += ["--data-checksums"] if self.durable else ["--no-sync"]
        if self.binaries.major >= 17:
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        done = self._run([*command, "--lc-ctype=C.UTF-8"])
        if done.returncode != 0 and "invalid locale name" in done.stderr:  # a machine without it
            done = self._run(command)
        if done.returncode != 0:
            raise PlatformError(f"PostgreSQL could not make a database in {folder}: {done.stderr.strip()}")

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - PostgreSQL's own program
            command, capture_output=True, text=True, **self.child_options
        )
