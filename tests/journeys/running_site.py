"""A site to visit: the web server as it really runs, on a free port, over a database with the whole demo told.

Used by the journeys and by `make screens`.
"""

import contextlib
import os
import re
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command

from stafett.demo import cast, load
from stafett.platform.children import programs
from stafett.platform.environment import for_pages
from stafett.platform.leash import leash
from stafett.platform.ports import HeldPort
from tests import confidential
from tests.conftest import pointed_at
from tests.environment import cluster

HOST = "127.0.0.1"
PATIENCE = 30.0
USUAL = re.compile(r"\[INFO\]|WARNING django\.request ")  # 4xx answers


@dataclass(frozen=True)
class Site:
    """A running site: where it answers, which database it shows, and where it writes what goes wrong."""

    address: str
    database: str
    log: Path
    running: dict = field(default_factory=dict)  # name of a program -> (program, process)

    def kill(self, name: str) -> None:
        """Kill a program as a power cut would."""
        _program, process = self.running[name]
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def start_again(self, name: str) -> None:
        """Start a program that was killed, on the same port."""
        program, _process = self.running[name]
        with self.log.open("ab") as log:
            self.running[name] = (program, _start(program, log))
        _wait_for(*self.running[name])

    def ask(self, query: str, *values: object) -> list[tuple]:
        """Rows of the site's database, read past every fence; for what no page shows."""
        with psycopg.connect(cluster.urls(self.database).admin) as link:
            return link.execute(query, values).fetchall()

    def log_of(self, child: str) -> str:
        """The path of a child's log."""
        rows = self.ask("SELECT id FROM relay_log_relaylog WHERE child_id = %s", cast.child(child).id)
        return f"/logger/{rows[0][0]}/"

    def complaints(self) -> str:
        """What the server has written to its log, apart from what is usual: nothing, when all is well."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines if not USUAL.search(line))


def tell_demo(database: str, *, template: str) -> None:
    """Make a database with the cast's logs in it, as a copy of one with the cast alone."""
    cluster.drop_database(database)  # what a run that was cut short may have left
    cluster.create_database(database, template=template)
    with pointed_at(database):
        for place in cast.PLACES:
            for _moment in load.tell_lives(place):
                pass


def collect_styles() -> None:
    """Gather styles and scripts where the server looks for them, when they have changed since last time."""
    gathered = settings.STATIC_ROOT / "staticfiles.json"
    built = settings.BUILD / "assets.sha256"
    if not gathered.exists() or gathered.stat().st_mtime < built.stat().st_mtime:
        call_command("collectstatic", interactive=False, verbosity=0)


@contextlib.contextmanager
def serving(database: str, *, surroundings=None):
    """The programs of an installation that answer a browser, for as long as the block lasts. Gives a Site.

    `surroundings(port)` gives further environment variables.
    """
    with contextlib.ExitStack() as stack:
        log = stack.enter_context(tempfile.NamedTemporaryFile(suffix=".log"))
        port = stack.enter_context(HeldPort(HOST, 0)).number
        more = surroundings(port) if surroundings else {}
        running = {each.name: (each, _start(each, log)) for each in _programs(stack, database, port, more)}
        stack.callback(_stop_all, running)
        for program, process in running.values():
            _wait_for(program, process)
        yield Site(f"http://{HOST}:{port}", database, Path(log.name), running)
        confidential.hear("server's log", Path(log.name).read_text(encoding="utf-8", errors="replace"))


def _programs(stack, database, port, more):
    environment = for_pages(cluster.urls(database), None, demo=True) | more
    children, held = programs(
        environment, host=HOST, port=port, workers=1, is_ready=lambda status: status == 200
    )
    for other in held:
        stack.enter_context(other)
    return [child for child in children if child.name != "worker"]


def _start(program, log):
    return subprocess.Popen(
        program.command, env=dict(program.environment), cwd=settings.ROOT, process_group=0,
        stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=leash(program.when_orphaned),
    )  # fmt: skip


def _wait_for(program, process):
    deadline = time.monotonic() + PATIENCE
    while not program.is_ready():
        assert process.poll() is None, f"{program.name} stopped while starting"
        assert time.monotonic() < deadline, f"{program.name} did not answer"
        time.sleep(0.05)


def _stop_all(running):
    for _program, process in running.values():
        _stop(process)


def _stop(process):
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
