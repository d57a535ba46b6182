"""One supervised program: what it is (`Child`), and its process while it runs (`RunningChild`)."""

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from stafett.platform.leash import leash

FIRST_PAUSE = 0.25
LONGEST_PAUSE = 30.0
STEADY_SECONDS = 30.0  # a child that has lived this long is well: its next fall counts as its first
LONGEST_LINE = 65_536


def always() -> bool:
    """The readiness of a program that is ready as soon as it runs."""
    return True


@dataclass(frozen=True)
class Child:
    """A program to keep alive: its name in the log, command, whole environment, when it counts as ready,
    how many seconds it gets to stop by itself, and the signal it gets should the supervisor be killed."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    is_ready: Callable[[], bool] = always
    patience: float = 15.0
    when_orphaned: int = signal.SIGTERM


class RunningChild:
    """The process of a `Child`: in a group of its own, so that what it started ends with it."""

    def __init__(self, child: Child, selector: selectors.BaseSelector) -> None:
        self.name = child.name
        self.patience = child.patience
        self.was_ready = False
        self.falls_before_ready = 0
        self._child = child
        self._selector = selector
        self._process: subprocess.Popen[bytes] | None = None
        self._unfinished = b""
        self._falls = 0
        self._started_at = 0.0
        self._due_at: float | None = None

    def start(self) -> None:
        """Start the program; its output is forwarded by `forward`."""
        self._due_at = None
        self._started_at = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603 - the commands are written in children.py
            self._child.command, env=dict(self._child.environment), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, process_group=0,
            preexec_fn=leash(self._child.when_orphaned),
        )  # fmt: skip
        assert self._process.stdout is not None  # noqa: S101 - a pipe was asked for; narrows the type
        os.set_blocking(self._process.stdout.fileno(), False)
        self._selector.register(self._process.stdout, selectors.EVENT_READ, self)

    def check_ready(self) -> bool:
        """Ask once; a child that has been ready is not asked again."""
        if not self.was_ready and self.lives():
            self.was_ready = self._child.is_ready()
        return self.was_ready

    def mind(self, now: float) -> None:
        """Start again a program that fell, after a pause that doubles with each fall in a row."""
        if self._process is not None and not self.lives():
            code = self._process.returncode
            self.end()
            self._falls = 1 if now - self._started_at > STEADY_SECONDS else self._falls + 1
            self.falls_before_ready += 0 if self.was_ready else 1
            pause = min(FIRST_PAUSE * 2 ** (self._falls - 1), LONGEST_PAUSE)
            self._due_at = now + pause
            print_line(self.name, f"ended ({_how(code)}); starts again in {pause:g} s")
        elif self._due_at is not None and now >= self._due_at:
            self.start()

    @property
    def group(self) -> int | None:
        """The process group that the program and all it has started are in; None when it does not run."""
        return self._process.pid if self._process is not None else None

    def lives(self) -> bool:
        """Whether the program runs."""
        return self._process is not None and self._process.poll() is None

    def ask_to_stop(self) -> None:
        """SIGTERM to the program itself, which knows how to stop what it has started."""
        self._due_at = None
        if self._process is not None and self.lives():
            self._process.terminate()

    def kill(self) -> None:
        """End the program and all it has started, at once."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> None:
        """Make sure that nothing of it is left, print its last words, and forget it."""
        if self._process is None or self._process.stdout is None:
            return
        self.kill()
        self._process.wait()
        self.forward()
        if self._unfinished:
            print_line(self.name, _text(self._unfinished))
            self._unfinished = b""
        self._close_output()
        self._process = None

    def forward(self) -> None:
        """Print the whole lines the program has written since last time, each with its name in front."""
        while chunk := self._read():
            *lines, self._unfinished = (self._unfinished + chunk).split(b"\n")
            for line in lines:
                print_line(self.name, _text(line))
            if len(self._unfinished) > LONGEST_LINE:
                print_line(self.name, _text(self._unfinished))
                self._unfinished = b""

    def _read(self) -> bytes:
        if self._process is None or self._process.stdout is None or self._process.stdout.closed:
            return b""
        try:
            chunk = os.read(self._process.stdout.fileno(), 65_536)
        except BlockingIOError:
            return b""
        if not chunk:
            self._close_output()
        return chunk

    def _close_output(self) -> None:
        if self._process and self._process.stdout and not self._process.stdout.closed:
            self._selector.unregister(self._process.stdout)
            self._process.stdout.close()


def _how(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _text(line: bytes) -> str:
    return line.decode("utf-8", errors="replace").rstrip()


def print_line(name: str, line: str) -> None:
    """Print one line of the installation's log; whoever reads it may have left."""
    as_json = os.environ.get("STAFETT_LOG_JSON") == "1"
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(f"{_as_json(name, line)}\n" if as_json else f"{name:>7} | {line}\n")
        sys.stdout.flush()


def _as_json(name: str, line: str) -> str:
    """One object: the program's own, or its words with the time."""
    try:
        told = json.loads(line)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        told = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "message": line}
    return json.dumps({"program": name, **told}, ensure_ascii=False)
