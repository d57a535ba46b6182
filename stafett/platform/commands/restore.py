"""`stafett restore`: fills a new data folder from a backup, or from a base and the log after it (`--to`), or proves in a
folder that is thrown away that it can."""

import argparse
import contextlib
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import psycopg

from stafett.platform import backup, environment, local_secrets, recovery
from stafett.platform.backup import Backup
from stafett.platform.binaries import find_binaries
from stafett.platform.cluster import Cluster
from stafett.platform.connection import Urls
from stafett.platform.faults import PlatformError
from stafett.platform.installation import LIVE, PURPOSE_FILE, complaint_of
from stafett.platform.local_secrets import LocalSecrets
from stafett.platform.throwaway import empty_folder, temporary_cluster


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which backup, how far, and what to do with it."""
    parser.add_argument("backup", type=Path, help="the folder of one backup, or with --to of one base")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--verify", action="store_true", help="restore into a folder that is thrown away, and check it"
    )
    way.add_argument("--into", type=Path, metavar="FOLDER", help="a new data folder for `stafett serve`")
    parser.add_argument(
        "--keys", type=Path, metavar="FILE", help="secrets.json of the installation it was taken from"
    )
    parser.add_argument(
        "--to", type=_goal, metavar="TIME",
        help="roll a base forward to just before this moment (2026-11-22T14:05+01:00), or to `latest`",
    )  # fmt: skip
    parser.add_argument("--log", type=Path, metavar="FOLDER", help="the archived log (STAFETT_LOG_ARCHIVE)")


def run(arguments: argparse.Namespace) -> int:
    """Restore, hold the copy against what is known of it, reckon every trail again. 0 when all agree."""
    if arguments.to is not None:
        return _to_a_moment(arguments)
    taken = backup.read(arguments.backup)
    keys = _keys(arguments.keys)
    begun = time.monotonic()
    if arguments.verify:
        with temporary_cluster(major=version_for(taken)) as cluster:
            faults = _filled(taken, cluster, keys)
    else:
        faults = _into(arguments.into, taken, keys)
    if faults:
        raise PlatformError("\n".join(["The restored copy is not what was backed up:", *faults]))
    rows = sum(taken.contents.rows.values())
    print(
        f"{rows} rows and {len(taken.contents.trails)} trails restored and checked in {time.monotonic() - begun:.0f} s."
    )
    return 0


def version_for(taken: Backup) -> int | None:
    """The PostgreSQL a backup came from, when it is on this machine; else None, for the best that is here.

    Raises PlatformError when that is older than the backup.
    """
    try:
        return find_binaries(major=taken.postgres).major
    except PlatformError:
        if find_binaries().major < taken.postgres:
            raise
        return None


def _to_a_moment(arguments: argparse.Namespace) -> int:
    """Roll a base forward; what is there then is held against its own trail and the keys."""
    major, keys, log = recovery.version_of(arguments.backup), _keys(arguments.keys), arguments.log
    if keys is None or log is None or not log.is_dir():
        raise PlatformError("--to needs --keys (secrets.json of that time) and --log (the archived log).")
    begun = time.monotonic()
    with _place(arguments.into) as folder:
        cluster = Cluster(folder, durable=True, major=major)
        if not cluster.account.can_pass(log):
            raise PlatformError(f"The account {cluster.account.name} cannot reach {log}.")
        recovery.check(arguments.backup, cluster.binaries)
        recovery.refuse_too_early(arguments.backup, arguments.to)
        (folder / "lock").touch(mode=0o600)  # it is a data folder, and ours
        local_secrets.take_all(folder, keys)
        recovery.put_in_place(arguments.backup, cluster, arguments.to, log.resolve())
        (folder / PURPOSE_FILE).write_text(LIVE, encoding="utf-8")
        try:
            recovery.roll_forward(cluster, arguments.backup)
            with psycopg.connect(cluster.urls().admin) as link:
                held = backup.contents_of(link)
            faults = _complaints(cluster.urls(), keys, has_keys=True)
        finally:
            cluster.stop()
    if faults:
        raise PlatformError("\n".join(["The server was rolled forward, but is not whole:", *faults]))
    print(
        f"{sum(held.rows.values())} rows and {len(held.trails)} trails, rolled forward and checked "
        f"in {time.monotonic() - begun:.0f} s."
    )
    return 0


@contextlib.contextmanager
def _place(wanted: Path | None) -> Iterator[Path]:
    """The new data folder, ready; one that is thrown away when none is wanted."""
    if wanted is None:
        with empty_folder() as folder:
            yield folder
        return
    _refuse_unless_empty(wanted)
    wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
    yield wanted.resolve()


def _into(folder: Path, taken: Backup, keys: LocalSecrets | None) -> list[str]:
    _refuse_unless_empty(folder)
    with Cluster(folder, durable=True, major=version_for(taken)) as cluster:
        if keys:
            local_secrets.take_keys(cluster.folder, keys)
        (cluster.folder / PURPOSE_FILE).write_text(LIVE, encoding="utf-8")
        return _filled(taken, cluster, keys)


def _filled(taken: Backup, cluster: Cluster, keys: LocalSecrets | None) -> list[str]:
    """Restore into the cluster's empty database; what does not agree, a sentence each."""
    urls = cluster.prepare()
    backup.restore(taken, urls.admin, cluster.binaries)
    with psycopg.connect(urls.admin) as link:
        faults = backup.differences(taken.contents, backup.contents_of(link))
    has_keys = bool(keys or environment.given("STAFETT_KEY_RING"))
    return faults + _complaints(urls, keys or cluster.secrets, has_keys=has_keys)


def _complaints(urls: Urls, keys: LocalSecrets, *, has_keys: bool) -> list[str]:
    """What the trail and the keys say of a copy; that its tables are of another version is no fault.

    Checkpoints are of the site that works on: a copy that ends before them has lost nothing.
    """
    surroundings = environment.for_management(urls, keys, demo=False) | {"STAFETT_CHECKPOINT_FILE": ""}
    if complaint_of(["migrate", "--check", "--skip-checks"], surroundings):
        print(
            "Its tables are of another version than this program: run `stafett migrate` before you serve it."
        )
    checks = [["audit", "verify"]]
    if has_keys:
        checks.append(["keys", "list"])  # a copy that no key opens is no copy
    return [told for check in checks if (told := complaint_of(check, surroundings))]


def _refuse_unless_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise PlatformError(f"{folder} is not empty. Give a new folder.")


def _goal(text: str) -> recovery.Goal:
    """A moment with its offset from UTC: whoever restores in a hurry must not be an hour wrong."""
    if text == "latest":
        return recovery.Goal()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            "give a moment such as 2026-11-22T14:05+01:00, or `latest`"
        ) from None
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("say the time zone too, such as 2026-11-22T14:05+01:00")
    return recovery.Goal(moment)


def _keys(file: Path | None) -> LocalSecrets | None:
    """The passwords and keys in a file. None without one: the keys are then in the environment, or not at hand."""
    if file is None:
        return None
    try:
        return local_secrets.read(file)
    except OSError as error:
        raise PlatformError(f"{file} cannot be read ({error.strerror}). Give its whole path.") from None
    except (ValueError, TypeError):
        raise PlatformError(f"{file} is not the secrets.json of an installation.") from None
