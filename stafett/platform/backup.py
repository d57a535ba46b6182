"""Backups: one consistent picture of the database beside what it must hold, taken while people work, and proved by restoring.

A backup holds no keys: sealed columns stay sealed in it (docs/security/keys.md).
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from stafett import __version__
from stafett.platform.binaries import Binaries
from stafett.platform.faults import PlatformError

DUMP, MANIFEST = "database.dump", "manifest.json"
_GIVEN_TO = re.compile(
    r'^(?:ALTER DEFAULT PRIVILEGES .+ )?GRANT .+ TO "?([^";\n]+?)"?(?: WITH GRANT OPTION)?;$', re.M
)
_STAMP = "stafett-%Y-%m-%dT%H%M%SZ"

_TABLES = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
_HEADS = "SELECT municipality_id::text, number, encode(hash, 'hex') FROM audit_head ORDER BY 1"


@dataclass(frozen=True)
class Contents:
    """What a database holds: rows in each table, and where each municipality's trail has come to (number, hash)."""

    rows: dict[str, int]
    trails: dict[str, tuple[int, str]]


@dataclass(frozen=True)
class Backup:
    """A finished backup: its folder, when and by what it was made, the dump's SHA-256, and what it holds."""

    folder: Path
    made_at: datetime
    version: str
    postgres: int
    sha256: str
    contents: Contents

    @property
    def dump(self) -> Path:
        """The dump, in PostgreSQL's own format."""
        return self.folder / DUMP


def make(url: str, binaries: Binaries, target: Path) -> Backup:
    """Take a backup of the database at `url` into a new folder below `target`, while it is in use.

    The rows are counted in the very snapshot that is dumped, so that a restored copy can be held against them. The
    folder gets its name when all is on disk. Raises PlatformError; `url` must be of a role that reads past the fences.
    """
    made_at = datetime.now(UTC).replace(microsecond=0)
    folder = target / made_at.strftime(_STAMP)
    half = folder.with_name(f".{folder.name}.{os.getpid()}")
    _make_folder(half)
    try:
        with psycopg.connect(url) as link:
            link.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            link.read_only = True
            contents = contents_of(link)
            [snapshot] = link.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
            postgres = link.info.server_version // 10000
            quiet_run(
                url, binaries.program("pg_dump"), "--format=custom", f"--snapshot={snapshot}",
                f"--file={half / DUMP}", what="The backup",
            )  # fmt: skip
        backup = Backup(folder, made_at, __version__, postgres, _sha256(half / DUMP), contents)
        _write_manifest(half, backup)
        for file in half.iterdir():
            file.chmod(0o600)
        half.rename(folder)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return backup


def read(folder: Path) -> Backup:
    """The backup in a folder. Raises PlatformError when it is none, or when its dump is not what was written."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        trails = {place: (int(number), str(hash_)) for place, (number, hash_) in told["trails"].items()}
        backup = Backup(
            folder, datetime.fromisoformat(told["made_at"]), told["version"], int(told["postgres"]), told["sha256"],
            Contents(dict(told["rows"]), trails),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise PlatformError(f"{folder} is not a whole backup: {MANIFEST} is missing or unreadable.") from None
    if not backup.dump.is_file() or _sha256(backup.dump) != backup.sha256:
        raise PlatformError(f"{backup.dump} is not what was written: it is missing or has been changed.")
    return backup


def restore(backup: Backup, url: str, binaries: Binaries) -> None:
    """Fill the empty database at `url` (a superuser's address) with the backup; all of it or PlatformError.

    A role that the backup gives something to and the server does not know is made, as one that nobody can log in as.
    """
    _make_roles(backup.dump, url, binaries)
    quiet_run(
        url, binaries.program("pg_restore"), "--exit-on-error", "--single-transaction",
        str(backup.dump), what="The restore",
    )  # fmt: skip


def _make_roles(dump: Path, url: str, binaries: Binaries) -> None:
    told = subprocess.run(  # noqa: S603 - PostgreSQL's own program
        [binaries.program("pg_restore"), "--section=pre-data", "--section=post-data", "--file=-", str(dump)],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    with psycopg.connect(url, autocommit=True) as link:
        known = {name for (name,) in link.execute("SELECT rolname FROM pg_roles")}
        for name in sorted(set(_GIVEN_TO.findall(told.stdout)) - known - {"PUBLIC"}):
            link.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(name)))


def contents_of(link: psycopg.Connection) -> Contents:
    """What the connected database holds, read past the fences. The cost grows with the data."""
    tables = [name for (name,) in link.execute(_TABLES)]
    rows = {}
    for name in tables:
        [count] = link.execute(
            sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))
        ).fetchone() or (0,)
        rows[name] = count
    trails = (
        {place: (number, hash_) for place, number, hash_ in link.execute(_HEADS)}
        if "audit_head" in rows
        else {}
    )
    return Contents(rows, trails)


def differences(expected: Contents, found: Contents) -> list[str]:
    """What does not agree, a sentence each; none when the two are equal."""
    tables = sorted({*expected.rows, *found.rows})
    counts = [
        f"{name}: {expected.rows.get(name, 'no table')} rows expected, {found.rows.get(name, 'no table')} found"
        for name in tables
        if expected.rows.get(name) != found.rows.get(name)
    ]
    places = sorted({*expected.trails, *found.trails})
    trails = [
        f"{p}: the trail ends elsewhere" for p in places if expected.trails.get(p) != found.trails.get(p)
    ]
    return counts + trails


def backups_in(target: Path) -> list[Path]:
    """Folders of finished backups, oldest first."""
    return sorted(path for path in target.glob("stafett-*Z") if (path / MANIFEST).is_file())


def keep_newest(target: Path, count: int) -> list[Path]:
    """Remove all but the newest `count` (at least one) backups; returns those removed."""
    old = backups_in(target)[: -max(1, count)]
    for folder in old:
        shutil.rmtree(folder)
    return old


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700)
    except OSError as error:
        raise PlatformError(f"{path.parent} cannot be written: {error.strerror}.") from None


def _write_manifest(folder: Path, backup: Backup) -> None:
    told = {
        "made_at": backup.made_at.isoformat(), "version": backup.version, "postgres": backup.postgres,
        "sha256": backup.sha256, **asdict(backup.contents),
    }  # fmt: skip
    with (folder / MANIFEST).open("w", encoding="utf-8") as file:
        json.dump(told, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


def quiet_run(url: str, *command: str, what: str) -> None:
    """Run one of PostgreSQL's programs towards `url`. Raises PlatformError with its reason.

    The password goes by the environment: a command line is read by everybody on the machine. All else that the
    address says, encryption first of all, goes with the name of the database."""
    given = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    password = given.pop("password", "")
    address = f"--dbname={make_conninfo('', **given)}"
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs, and no shell
        [command[0], address, *command[1:]],
        env={**os.environ, "PGPASSWORD": password},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        reasons = [line for line in done.stderr.splitlines() if "error:" in line]
        raise PlatformError(f"{what} stopped: {(reasons or ['no reason given'])[0]}")
