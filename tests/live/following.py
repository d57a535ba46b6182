"""Following a stream the way a browser does, and the event process as it really runs."""

import contextlib
import http.client
import re
import subprocess
import threading
import time

from django.conf import settings

from stafett.platform.children import programs
from stafett.platform.environment import for_pages
from stafett.platform.leash import leash
from stafett.platform.ports import status_of
from tests.environment import cluster

HOST = "127.0.0.1"
PATIENCE = 20.0  # generous: a busy machine fails no test
LITTLE_WHILE = 1.5  # longer than a stream waits between two looks
EVENT = re.compile(rb"id: \d+\nevent: changed\ndata: [0-9a-f-]{36}\n\n")


class Follower:
    """A page that follows a log. `since` is the number of the newest act it has seen; `headers` with _ for -."""

    def __init__(self, port, log_id, *, token, since, method="GET", path=None, **headers):
        self._link = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
        if token:
            headers["Cookie"] = f"{settings.LOGIN_COOKIE}={token}"
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        self._link.request(method, path or f"/hendelser/logger/{log_id}?sett={since}", headers=named)
        self.token, self.answer = token, self._link.getresponse()
        self.everything, self._told = b"", 0

    def next_event(self):
        """Wait for the next event; gives its bytes. Raises EOFError when the stream ends first."""
        while len(events := EVENT.findall(self.everything)) <= self._told:
            self._read()
        self._told += 1
        return events[self._told - 1]

    def events_left(self):
        """How many events come within a little while, beyond those asked for."""
        self._link.sock.settimeout(LITTLE_WHILE)
        with contextlib.suppress(TimeoutError):
            while True:
                self._read()
        return len(EVENT.findall(self.everything)) - self._told

    def hears_the_end(self):
        """Wait until the stream ends; whether it did so without another event."""
        with contextlib.suppress(EOFError):
            while True:
                self._read()
        return len(EVENT.findall(self.everything)) == self._told

    def close(self):
        """Leave the page."""
        self._link.close()
        self.answer.close()

    def _read(self):
        part = self.answer.read1(4096)
        if not part:
            raise EOFError
        self.everything += part


@contextlib.contextmanager
def event_process(database, output):
    """The event program of an installation on a database. Gives its port and its process."""
    environment = for_pages(cluster.urls(database), None, demo=True)
    children, held = programs(environment, host=HOST, port=1, workers=1, is_ready=bool)
    with held[0] as port, _running(children[1], output) as process:
        deadline = time.monotonic() + PATIENCE
        while status_of(HOST, port.number, "/health/live") != 200:
            assert process.poll() is None, "the event process stopped while starting"
            assert time.monotonic() < deadline, "the event process did not answer"
            time.sleep(0.05)
        yield port.number, process


@contextlib.contextmanager
def _running(child, output):
    process = subprocess.Popen(
        child.command, env=dict(child.environment), cwd=settings.ROOT, process_group=0,
        stdin=subprocess.DEVNULL, stdout=output, stderr=output, preexec_fn=leash(child.when_orphaned),
    )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def in_threads(count, function):
    """Call `function(number)` in this many threads at once; the answers by number, None for one that failed."""
    answers = {}
    threads = [
        threading.Thread(target=lambda n=n: answers.__setitem__(n, function(n)), daemon=True)
        for n in range(count)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return [answers.get(number) for number in range(count)]
