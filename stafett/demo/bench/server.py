"""The real web server, started as `stafett serve` starts it, on a bench's database."""

import selectors
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from stafett.platform import environment
from stafett.platform.child import RunningChild
from stafett.platform.children import programs
from stafett.platform.cluster import Cluster
from stafett.platform.connection import Urls
from stafett.platform.ports import hold_port

HOST = "127.0.0.1"
START_LIMIT = 60.0
STOP_LIMIT = 15.0
PAUSE = 0.1


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
        web = RunningChild(children[0], selector)
        web.start()
        try:
            _wait(web)
            yield port.number
        finally:
            _stop(web)


def _wait(web: RunningChild) -> None:
    deadline = time.monotonic() + START_LIMIT
    while not web.check_ready():
        web.forward()
        if not web.lives() or time.monotonic() > deadline:
            raise CommandError("The web server does not answer; what it said stands above.")
        time.sleep(PAUSE)


def _stop(web: RunningChild) -> None:
    deadline = time.monotonic() + STOP_LIMIT
    web.ask_to_stop()
    while web.lives() and time.monotonic() < deadline:
        time.sleep(PAUSE)
    web.end()
