"""Keeps the programs of one installation alive as children, and stops them in order.

Its own log lines say which child did what; they never carry a request, a name or a text.
"""

import os
import selectors
import signal
import time
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Protocol

from stafett.platform.child import Child, RunningChild, print_line
from stafett.platform.faults import PlatformError

HOPELESS_FALLS = 4  # falls in a row before a child has ever been ready


class Server(Protocol):
    """The database as the supervisor sees it: a `Cluster` or an `OutsideServer`."""

    @property
    def is_ours(self) -> bool:
        """Whether we look after it."""

    def start(self, *, timeout: float = ...) -> None:
        """Return when it answers."""

    def stop(self) -> None:
        """Stop it if it is ours."""

    def is_running(self) -> bool:
        """Whether it lives."""


class Supervisor:
    """Runs `children` until told to stop.

    In:  the database (already started; None for none), the children in the order they are to be *stopped*,
         `start_limit` seconds for all of them to be ready, `on_ready`, called once when they are.
    Out: `run()` returns the exit code: 0 after a clean stop, 1 when something would not start.

    SIGINT or SIGTERM stops cleanly, the database last; a second one kills at once (exit code 130).
    """

    def __init__(
        self,
        children: Sequence[Child],
        *,
        server: Server | None = None,
        start_limit: float = 60.0,
        on_ready: Callable[[], None] | None = None,
    ) -> None:
        self._selector = selectors.DefaultSelector()
        self._children = [RunningChild(child, self._selector) for child in children]
        self._server = server
        self._start_limit = start_limit
        self._on_ready = on_ready
        self._signals = 0
        self._server_due = 0.0

    def run(self) -> int:
        """Start, watch, stop. Must be called in the main thread (signals, and the leash of the children)."""
        wake_reader, wake_writer = _pipe()
        self._selector.register(wake_reader, selectors.EVENT_READ, None)
        woken_before = signal.set_wakeup_fd(wake_writer, warn_on_full_buffer=False)
        acts = {signal.SIGINT: self._told, signal.SIGTERM: self._told, signal.SIGCHLD: _note}
        before = {number: signal.signal(number, act) for number, act in acts.items()}
        try:
            return self._run(wake_reader)
        finally:
            signal.set_wakeup_fd(woken_before)
            for number, handler in before.items():
                signal.signal(number, handler)
            self._selector.close()
            os.close(wake_reader)
            os.close(wake_writer)

    def _run(self, wake_reader: int) -> int:
        code = 1
        try:
            if self._all_ready(wake_reader) and not self._signals:
                if self._on_ready:
                    self._on_ready()
                while not self._signals:
                    self._turn(wake_reader)
            code = 0 if self._signals else 1
        finally:
            self._stop(wake_reader)
        return code

    def _all_ready(self, wake_reader: int) -> bool:
        """Start every child, the last to be stopped first, and wait; False says that one would not start."""
        for child in reversed(self._children):
            child.start()
        deadline = time.monotonic() + self._start_limit
        while not self._ask_all():
            if self._signals:
                return True
            hopeless = [child.name for child in self._children if child.falls_before_ready >= HOPELESS_FALLS]
            if hopeless or time.monotonic() > deadline:
                late = hopeless or [child.name for child in self._children if not child.was_ready]
                say(f"{', '.join(late)} would not start")
                return False
            self._turn(wake_reader)
        return True

    def _ask_all(self) -> bool:
        """Ask every child, also those behind one that is not ready, so that the late ones can be named."""
        answers = [child.check_ready() for child in self._children]
        return all(answers)

    def _turn(self, wake_reader: int) -> None:
        """One round: forward what the children print, pick up those that fell."""
        all_known = all(child.was_ready for child in self._children)
        self._forward(wake_reader, 1.0 if all_known else 0.1)
        self._mind_server()
        for child in self._children:
            child.mind(time.monotonic())

    def _forward(self, wake_reader: int, seconds: float) -> None:
        for key, _events in self._selector.select(seconds):
            if key.data is None:
                os.read(wake_reader, 4096)
            else:
                key.data.forward()

    def _mind_server(self) -> None:
        now = time.monotonic()
        if self._server is None or not (self._server.is_ours or self._server_due):
            return  # a server somebody else looks after
        if self._server.is_running() or now < self._server_due:
            return
        say("database ended; starting it again")
        try:
            self._server.start(timeout=20.0)
            self._server_due = 0.0
            say("database answers again")
        except PlatformError as error:
            say(f"database: {error}")
            self._server_due = time.monotonic() + 2.0

    def _stop(self, wake_reader: int) -> None:
        """Children one at a time in their order, each with its patience; then the database."""
        for child in self._children:
            child.ask_to_stop()
            deadline = time.monotonic() + child.patience
            while child.lives() and time.monotonic() < deadline:
                self._forward(wake_reader, 0.1)
            child.end()
            say(f"{child.name} stopped")
        if self._server is not None:
            self._server.stop()

    def _told(self, _number: int, _frame: FrameType | None) -> None:
        self._signals += 1
        if self._signals > 1:
            for child in self._children:
                child.kill()
            os._exit(130)  # the database, on its leash, shuts itself down


def say(line: str) -> None:
    """Print one line of the supervisor's own."""
    print_line("stafett", line)


def _pipe() -> tuple[int, int]:
    """A pipe that signals write to, so that one ends the wait for output at once."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    return reader, writer


def _note(_number: int, _frame: FrameType | None) -> None:
    """A child changed state: the wake-up pipe has already ended the wait."""
