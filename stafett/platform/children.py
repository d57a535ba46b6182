"""The programs of one installation, in the order they are stopped: web, events, worker."""

import importlib.util
import signal
import sys
from collections.abc import Callable, Mapping

from stafett.platform.child import Child
from stafett.platform.ports import HeldPort, status_of

READY_PAGE = "/health/ready"
GRANIAN = (sys.executable, "-m", "granian", "--no-access-log", "--no-ws", "--workers-kill-timeout", "10")


def programs(
    environment: Mapping[str, str],
    *,
    host: str,
    port: int,
    workers: int,
    is_ready: Callable[[int], bool],
    events_port: int = 0,
) -> tuple[list[Child], list[HeldPort]]:
    """Web, events (when this version has them) and worker, and the further ports held for them.

    `is_ready` judges the HTTP status of the web server's own report. A proxy must know `events_port`; 0 takes a free
    one. The access log is off: addresses of
    pages and of people do not belong in a log that operators read.
    """
    held: list[HeldPort] = []
    if importlib.util.find_spec("stafett.web.events"):
        held.append(HeldPort("127.0.0.1", events_port))
        environment = {**environment, "STAFETT_EVENTS_PORT": str(held[0].number)}
    children = [_web(environment, host=host, port=port, workers=workers, is_ready=is_ready)]
    children += [_events(environment, port.number) for port in held]
    return [*children, _worker(environment)], held


def _web(
    environment: Mapping[str, str], *, host: str, port: int, workers: int, is_ready: Callable[[int], bool]
) -> Child:
    name = environment["STAFETT_ALLOWED_HOSTS"].split(",")[0].strip().lstrip("*.") or "localhost"
    place = ("--interface", "wsgi", "--host", host, "--port", str(port))
    size = ("--workers", str(workers), "--blocking-threads", "2", "--respawn-failed-workers")
    return Child(
        "web",
        (*GRANIAN, *place, *size, "stafett.web.wsgi:application"),
        environment,
        is_ready=_WebReport(host, port, name, is_ready),
    )


def _events(environment: Mapping[str, str], port: int) -> Child:
    """Each open page is a request that lasts; beyond `--backpressure` of them the next would wait without answer."""
    place = ("--interface", "asgi", "--host", "127.0.0.1", "--port", str(port))
    size = ("--backlog", "2048", "--backpressure", "10000")
    return Child(
        "events", (*GRANIAN, *place, *size, "stafett.web.events:application"), environment, patience=5.0
    )


def _worker(environment: Mapping[str, str]) -> Child:
    """Orphaned, it would wait for a database that stops too; a job cut short is rolled back."""
    command = (sys.executable, "-m", "django", "procrastinate", "worker")
    return Child("worker", command, environment, patience=30.0, when_orphaned=signal.SIGKILL)


class _WebReport:
    """Asks the web server how it is."""

    def __init__(self, host: str, port: int, name: str, is_ready: Callable[[int], bool]) -> None:
        self._host, self._port, self._name, self._is_ready = host, port, name, is_ready

    def __call__(self) -> bool:
        return self._is_ready(status_of(self._host, self._port, READY_PAGE, name=self._name))
