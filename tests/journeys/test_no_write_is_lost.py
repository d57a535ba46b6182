"""kill -9 of web, worker, events or database while somebody writes: what was acknowledged is there afterwards."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from stafett.demo import cast

ROOT = Path(__file__).resolve().parents[2]
WRITES_BETWEEN_KILLS = 6
PATIENCE = 60
START = 300  # seconds; the demo is told anew, beside other tests


class Writer:
    """Somebody with a browser, in as few words as possible."""

    def __init__(self, address):
        self.address = address
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, path):
        with self.opener.open(self.address + path, timeout=10) as answer:
            return answer.geturl(), answer.read().decode()

    def send(self, path, **fields):
        """Fill in the form at a path and send it; gives the address one is led to."""
        _url, page = self.get(path)
        for name in ("csrfmiddlewaretoken", "submission"):
            if found := re.search(rf'name="{name}"[^>]*value="([^"]+)"', page):
                fields[name] = found[1]
        body = urllib.parse.urlencode(fields).encode()
        with self.opener.open(self.address + path, body, timeout=10) as answer:
            return answer.geturl()

    def log_in(self, key):
        _url, page = self.get("/logg-inn/")
        token = re.search(r'name="csrfmiddlewaretoken"[^>]*value="([^"]+)"', page)[1]
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "person": cast.person(key).id}).encode()
        self.opener.open(self.address + "/logg-inn/demo/", body, timeout=10).close()


@pytest.fixture(scope="module")
def site():
    """`stafett demo` itself, in a folder of its own, with a database that is careful with writes."""
    with tempfile.TemporaryDirectory(prefix="stafett-kill-") as folder:
        port = _free_port()
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("STAFETT_", "DATABASE_"))
        }
        environment = clean | {"STAFETT_DATA": f"{folder}/data", "PYTHONPATH": str(ROOT)}
        Path(folder).chmod(0o755)
        process = subprocess.Popen(
            [sys.executable, "-m", "stafett", "demo", "--port", str(port)], cwd=ROOT, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            _wait_for(port)
            yield process, Writer(f"http://127.0.0.1:{port}")
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=PATIENCE)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port):
    end = time.monotonic() + START
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail("the demo did not start")


def _descendants(pid):
    children = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    for child in map(int, children.stdout.split()):
        yield child
        yield from _descendants(child)


def _victims(process, words):
    """Processes below the supervisor whose command line has all the words."""
    for pid in _descendants(process.pid):
        command = Path(f"/proc/{pid}/cmdline")
        line = command.read_bytes().replace(b"\0", b" ").decode() if command.exists() else ""
        if all(word in line for word in words):
            yield pid


def _write(writer, path, text, acknowledged):
    """One attempt; only an answer that leads on to the log counts as acknowledged."""
    try:
        if writer.send(path, text=text).rstrip("/") == (writer.address + path).rsplit("/lysglimt", 1)[0]:
            acknowledged.append(text)
    except (OSError, urllib.error.URLError, TimeoutError):
        time.sleep(0.3)


def _told(writer, log):
    """Everything the timeline tells, page after page."""
    path, told = log, ""
    while path:
        _url, page = writer.get(path)
        told += page
        older = re.search(r'href="([^"]+\?eldre=\d+)', page)
        path = older[1] if older else None
    return told


@pytest.mark.journey
@pytest.mark.parametrize(
    "words",
    [("granian", "wsgi"), ("procrastinate", "worker"), ("postgres", "-D")],
    ids=["web", "worker", "database"],
)
def test_no_acknowledged_write_is_lost_when_a_process_is_killed(site, words):
    process, writer = site
    writer.log_in("kari")
    _url, page = writer.get("/logger/")
    log = re.search(r'href="(/logger/[0-9a-f-]{36}/)">[^<]*Noor', page)[1]
    acknowledged, killed = [], 0

    for turn in range(3):
        for number in range(WRITES_BETWEEN_KILLS):
            _write(writer, f"{log}lysglimt/", f"{words[0]} {turn} {number}.", acknowledged)
        for pid in list(_victims(process, words)):
            os.kill(pid, signal.SIGKILL)
            killed += 1
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not _is_up(writer):
        time.sleep(0.3)

    told = _told(writer, log)
    assert killed >= 2
    assert len(acknowledged) >= WRITES_BETWEEN_KILLS
    assert [text for text in acknowledged if text not in told] == []
    assert [text for text in acknowledged if told.count(text) != 1] == []


def _is_up(writer):
    try:
        writer.get("/logger/")
    except (OSError, urllib.error.URLError):
        return False
    return True
