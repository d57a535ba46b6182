"""`stafett backup`: a consistent copy of the database, taken while people work."""

import argparse
from pathlib import Path

from stafett.platform import backup
from stafett.platform.binaries import Binaries, find_binaries
from stafett.platform.cluster import Cluster
from stafett.platform.environment import given
from stafett.platform.faults import PlatformError
from stafett.platform.installation import Installation, opened

NO_ADDRESS = "Set DATABASE_BACKUP_URL to a role that reads past the fences between municipalities (BYPASSRLS, pg_read_all_data)."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and how many to keep."""
    parser.add_argument("target", type=Path, help="folder that holds the backups, best on another disk")
    parser.add_argument("--keep", type=int, metavar="N", help="remove all but the N newest afterwards")


def run(arguments: argparse.Namespace) -> int:
    """Take one and say what it holds."""
    if arguments.keep is not None and arguments.keep < 1:
        raise PlatformError("--keep must be at least 1.")
    with opened() as installation:
        made = backup.make(readers_address(installation), _programs(installation), arguments.target)
    size = made.dump.stat().st_size / 1_000_000
    print(
        f"{made.folder}: {sum(made.contents.rows.values())} rows, {len(made.contents.trails)} trails, {size:.1f} MB"
    )
    if arguments.keep is not None:
        for gone in backup.keep_newest(arguments.target, arguments.keep):
            print(f"removed {gone.name}")
    print("The keys are not in it. Keep them apart: without them nobody reads what is sealed.")
    return 0


def readers_address(installation: Installation) -> str:
    """The address of a role that sees every row. Raises PlatformError when the operator must give one."""
    address = given("DATABASE_BACKUP_URL") or installation.urls.admin
    if not address:
        raise PlatformError(NO_ADDRESS)
    return address


def _programs(installation: Installation) -> Binaries:
    server = installation.server
    return server.binaries if isinstance(server, Cluster) else find_binaries()
