"""`stafett base`: a physical copy of the whole server, from which the archived log can be rolled forward to a minute."""

import argparse
from pathlib import Path

from stafett.platform import recovery
from stafett.platform.cluster import Cluster
from stafett.platform.faults import PlatformError
from stafett.platform.installation import opened

NOT_OURS = "This server is somebody else's (DATABASE_URL): take bases and archive the log with its own tools, such as pgBackRest."
NO_LOG = (
    "Set STAFETT_LOG_ARCHIVE and restart: a base without the log that follows it cannot be rolled forward."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and how many to keep."""
    parser.add_argument("target", type=Path, help="folder that holds the bases, best on another disk")
    parser.add_argument(
        "--keep",
        type=int,
        metavar="N",
        help="remove all but the N newest afterwards, and the log before them",
    )


def run(arguments: argparse.Namespace) -> int:
    """Take one, read it again, and say where it is."""
    if arguments.keep is not None and arguments.keep < 1:
        raise PlatformError("--keep must be at least 1.")
    with opened() as installation:
        server = installation.server
        if not isinstance(server, Cluster):
            raise PlatformError(NOT_OURS)
        if server.log_archive is None:
            raise PlatformError(NO_LOG)
        made = recovery.take(server.urls("postgres").admin, server.binaries, arguments.target)
        print(f"{made}: whole, and read again")
        if arguments.keep is not None:
            for gone in recovery.keep_newest(arguments.target, arguments.keep, server.log_archive):
                print(f"removed {gone}")
    print("It opens with secrets.json of this installation. Keep that apart.")
    return 0
