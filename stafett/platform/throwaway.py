"""Servers for tests: in a temporary folder, careless with writes and therefore fast, gone afterwards."""

import atexit
import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from stafett.platform.cluster import Cluster
from stafett.platform.data_folder import Lock

PREFIX = "stafett-throwaway-"
SHARED = "STAFETT_THROWAWAY"

_shared: list[Cluster] = []


def throwaway_cluster() -> Cluster:
    """The one started server of this test run, with roles and an empty database `stafett`.

    The first caller starts it and it is removed when that process ends. Processes that caller starts
    afterwards (parallel test workers) find it by the environment and attach to it.
    """
    if not _shared:
        folder = os.environ.get(SHARED)
        cluster = _attached(Path(folder)) if folder and Path(folder).exists() else _started()
        _shared.append(cluster)
    return _shared[0]


@contextlib.contextmanager
def temporary_cluster(*, durable: bool = False, major: int | None = None) -> Iterator[Cluster]:
    """A server of one's own, for what will hurt it; stopped and removed on the way out. `major` asks for a version."""
    cluster = Cluster(_new_folder(), durable=durable, major=major)
    try:
        cluster.start()
        yield cluster
    finally:
        _remove(cluster)


@contextlib.contextmanager
def empty_folder() -> Iterator[Path]:
    """A new folder for a server that is made some other way; removed on the way out."""
    folder = _new_folder()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started() -> Cluster:
    _sweep()
    cluster = Cluster(_new_folder(), durable=False)
    atexit.register(_remove_if_parent, cluster, os.getpid())
    cluster.start()
    cluster.prepare()
    os.environ[SHARED] = str(cluster.folder)
    return cluster


def _attached(folder: Path) -> Cluster:
    cluster = Cluster(folder, durable=False)
    cluster.start()
    return cluster


def _new_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix=PREFIX))


def _remove_if_parent(cluster: Cluster, pid: int) -> None:
    """Forked children inherit the exit hook; the server is not theirs to remove."""
    if os.getpid() == pid:
        _remove(cluster)


def _remove(cluster: Cluster) -> None:
    cluster.stop(timeout=5.0)
    shutil.rmtree(cluster.folder, ignore_errors=True)


def _sweep() -> None:
    """Remove what a killed test run left; a folder in use is locked by the process that minds it."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.stat().st_uid == os.geteuid() and (folder / "lock").exists():
                lock = Lock(folder)
                if lock.take():
                    shutil.rmtree(folder, ignore_errors=True)
                    lock.release()
