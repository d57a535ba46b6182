"""The database is lost under load and the standby takes over: nothing that was acknowledged is gone."""

import contextlib
import os
import signal
import subprocess
import sys
import threading

import psycopg
import pytest

from stafett.platform import backup
from tests.environment import cluster
from tests.operations import standby

ENOUGH = 40  # acknowledged writes before the power goes, and after


@pytest.fixture
def filled(committed_database, tmp_path):
    """Fills a new server with the tables and the cast."""
    taken = backup.make(cluster.urls(committed_database).admin, cluster.binaries, tmp_path)

    def fill(primary):
        backup.restore(taken, primary.prepare().admin, primary.binaries)

    return fill


def test_no_acknowledged_write_is_lost_when_the_primary_dies_and_the_standby_takes_over(
    filled, record_property
):
    with standby.pair(filled) as (primary, other), _writer(primary, other) as writer:
        writer.wait_for(ENOUGH)

        standby.kill(primary)
        before = writer.count
        other.promote()
        writer.wait_for(before + ENOUGH)
        writer.stop()

        with psycopg.connect(other.address("admin")) as link:
            rows = link.execute(
                "SELECT facts->>'asked' FROM audit_entry WHERE event = 'test.refused' ORDER BY number"
            )
            stored = [int(asked) for (asked,) in rows]
            numbers = link.execute("SELECT count(*), max(number) FROM audit_entry").fetchone()

    record_property("longest pause, seconds", writer.longest_pause)
    assert set(range(writer.count)) <= set(stored)
    assert sorted(stored) == stored, "in the order they were written, whoever kept them"
    assert numbers[0] == numbers[1], "the trail has no hole"


@contextlib.contextmanager
def _writer(primary, other):
    first, second = primary.urls().app, other.port
    both = first.replace(f"127.0.0.1:{primary.port}", f"127.0.0.1:{primary.port},127.0.0.1:{second}")
    address = f"{both}?target_session_attrs=read-write&connect_timeout=2"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.operations.writer"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "stafett.web.settings"},
        preexec_fn=os.setpgrp,
    )  # fmt: skip
    writer = _Writer(process)
    try:
        yield writer
    finally:
        writer.stop()


class _Writer:
    """What the writer has been told is kept: how many, and the longest time between two."""

    def __init__(self, process):
        self.process, self.count, self.longest_pause = process, 0, 0.0
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def wait_for(self, count):
        standby.wait_for(lambda: self.count >= count, patience=60)

    def stop(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._reader.join()
        self.process.stdout.close()

    def _read(self):
        for line in self.process.stdout:
            _kept, number, gap = line.split()
            assert int(number) == self.count
            self.count += 1
            if self.count > 1:
                self.longest_pause = max(self.longest_pause, float(gap))
