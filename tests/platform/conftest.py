"""What the platform's tests share: a clean environment, folders another account can reach, and programs that
run beside the test and are told by what they print."""

import os
import selectors
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from stafett.platform.cluster import Cluster
from tests import confidential

ROOT = Path(__file__).resolve().parents[2]
OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "STAFETT_")


class Program:
    """A Python text run in a process of its own; what it prints can be waited for."""

    def __init__(self, source, *arguments):
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", source, *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            cwd=ROOT, env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])},
            start_new_session=True,
        )  # fmt: skip
        os.set_blocking(self.process.stdout.fileno(), False)
        self.printed = ""

    def wait_for(self, text, *, times=1, patience=20.0):
        """Return all that was printed once `text` has been printed so many times."""
        deadline = time.monotonic() + patience
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while self.printed.count(text) < times:
                assert time.monotonic() < deadline, f"{text!r} was not printed in:\n{self.printed}"
                if selector.select(0.2):
                    self.printed += (self.process.stdout.read() or b"").decode()
        return self.printed

    def end(self, *, patience=20.0):
        """Wait for the program to end by itself; return its exit code."""
        code = self.process.wait(timeout=patience)
        self.printed += (self.process.stdout.read() or b"").decode()
        return code


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch):
    for name in list(os.environ):
        if name.startswith(OURS):
            monkeypatch.delenv(name)


@pytest.fixture
def folder():
    """An empty folder that is not below one of pytest's own, which are closed to other accounts."""
    path = Path(tempfile.mkdtemp(prefix="stafett-test-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def _made_once():
    path = Path(tempfile.mkdtemp(prefix="stafett-test-"))
    Cluster(path, durable=False).__enter__().stop()
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def made(_made_once):
    """A data folder whose database is made and stopped; making one is most of what starting it takes."""
    (_made_once / "purpose").unlink(missing_ok=True)
    return _made_once


@pytest.fixture
def program():
    """Start a `Program`; it is killed, with all it started, when the test ends."""
    started = []

    def start(source, *arguments):
        started.append(Program(source, *arguments))
        return started[-1]

    yield start
    for one in started:
        confidential.hear("program's output", one.printed)
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()
        one.process.stdout.close()


@pytest.fixture(scope="session")
def is_alive():
    """Whether a process runs; a zombie does not."""
    return _is_alive


@pytest.fixture(scope="session")
def wait_until():
    """Ask until the answer is yes or 20 seconds are gone; the last answer."""
    return _wait_until


def _wait_until(condition):
    deadline = time.monotonic() + 20
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def _is_alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
