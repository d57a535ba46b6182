"""The real programs, started as `stafett serve` starts them, on a bench's database, and what they weigh."""

import os
import selectors
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from django.core.management.base import CommandError

from stafett.platform import environment
from stafett.platform.child import RunningChild
from stafett.platform.children import programs
from stafett.platform.cluster import Cluster
from stafett.platform.connection import Urls
from stafett.platform.ports import hold_port, status_of

HOST = "127.0.0.1"
START_LIMIT = 60.0
STOP_LIMIT = 15.0
PAUSE = 0.1
ALIVE = "/health/live"
PROCESSES = Path("/proc")


@contextmanager
def running(cluster: Cluster, urls: Urls, *, workers: int = 1) -> Iterator[int]:
    """Serve pages from the database; gives the port. Raises CommandError when the server does not answer.

    One worker is enough for one visitor, and leaves a small machine's other core to the database.
    """
    surroundings = environment.for_pages(urls, cluster.secrets, demo=False)
    with hold_port(HOST, None) as port, selectors.DefaultSelector() as selector:
        children, held = programs(
            surroundings, host=HOST, port=port.number, workers=workers, is_ready=lambda status: status == 200
        )
        for other in held:
            other.close()
        with _lasting(RunningChild(children[0], selector)):
            yield port.number


@contextmanager
def telling(cluster: Cluster, urls: Urls) -> Iterator[tuple[int, int]]:
    """Run the event process on the database; gives its port and its process group. Raises CommandError when it does
    not answer."""
    surroundings = environment.for_pages(urls, cluster.secrets, demo=False)
    children, held = programs(surroundings, host=HOST, port=0, workers=1, is_ready=bool)
    with held[0] as port, selectors.DefaultSelector() as selector:
        child = replace(children[1], is_ready=lambda: status_of(HOST, port.number, ALIVE) == 200)
        with _lasting(RunningChild(child, selector)) as events:
            assert events.group is not None  # noqa: S101 - it has just answered; narrows the type
            yield port.number, events.group


def resident_bytes(group: int) -> int:
    """Memory that all processes of a group hold at this moment; what they share is counted for each. 0 where the
    system does not say (all but Linux)."""
    return sum(_resident(place) for place in PROCESSES.glob("[0-9]*") if _group_of(int(place.name)) == group)


@contextmanager
def _lasting(program: RunningChild) -> Iterator[RunningChild]:
    program.start()
    try:
        _wait(program)
        yield program
    finally:
        _stop(program)


def _wait(program: RunningChild) -> None:
    deadline = time.monotonic() + START_LIMIT
    while not program.check_ready():
        program.forward()
        if not program.lives() or time.monotonic() > deadline:
            raise CommandError(f"The program {program.name!r} does not answer; what it said stands above.")
        time.sleep(PAUSE)


def _stop(program: RunningChild) -> None:
    deadline = time.monotonic() + STOP_LIMIT
    program.ask_to_stop()
    while program.lives() and time.monotonic() < deadline:
        time.sleep(PAUSE)
    program.end()


def _group_of(process: int) -> int | None:
    with suppress(ProcessLookupError, PermissionError):
        return os.getpgid(process)
    return None


def _resident(place: Path) -> int:
    with suppress(OSError):  # it may have ended
        return int((place / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0
