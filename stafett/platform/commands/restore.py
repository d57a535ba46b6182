"""`stafett restore`: fills a new data folder from a backup, or proves in a folder that is thrown away that it can."""

import argparse
import time
from pathlib import Path

import psycopg

from stafett.platform import backup, environment, local_secrets
from stafett.platform.backup import Backup
from stafett.platform.cluster import Cluster
from stafett.platform.faults import PlatformError
from stafett.platform.installation import LIVE, PURPOSE_FILE, complaint_of
from stafett.platform.local_secrets import LocalSecrets
from stafett.platform.throwaway import temporary_cluster


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which backup, and what to do with it."""
    parser.add_argument("backup", type=Path, help="the folder of one backup")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--verify", action="store_true", help="restore into a folder that is thrown away, and check it"
    )
    way.add_argument("--into", type=Path, metavar="FOLDER", help="a new data folder for `stafett serve`")
    parser.add_argument(
        "--keys", type=Path, metavar="FILE", help="secrets.json of the installation it was taken from"
    )


def run(arguments: argparse.Namespace) -> int:
    """Restore, hold the copy against what the backup says it holds, reckon every trail again. 0 when all agree."""
    taken = backup.read(arguments.backup)
    keys = _keys(arguments.keys)
    begun = time.monotonic()
    if arguments.verify:
        with temporary_cluster(major=taken.postgres) as cluster:
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


def _into(folder: Path, taken: Backup, keys: LocalSecrets | None) -> list[str]:
    if folder.exists() and any(folder.iterdir()):
        raise PlatformError(f"{folder} is not empty. Give a new folder.")
    with Cluster(folder, durable=True, major=taken.postgres) as cluster:
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
    surroundings = environment.for_management(urls, keys or cluster.secrets, demo=False)
    if complaint_of(["migrate", "--check"], surroundings):
        print(
            "Its tables are of another version than this program: run `stafett migrate` before you serve it."
        )
    checks = [["audit", "verify"]]
    if keys or environment.given("STAFETT_KEY_RING"):
        checks.append(["keys", "list"])  # a copy that no key opens is no copy
    return faults + [told for check in checks if (told := complaint_of(check, surroundings))]


def _keys(file: Path | None) -> LocalSecrets | None:
    """The passwords and keys in a file. None without one: the keys are then in the environment, or not at hand."""
    if file is None:
        return None
    try:
        return local_secrets.read(file)
    except (OSError, ValueError, TypeError):
        raise PlatformError(f"{file} is not the secrets.json of an installation.") from None
