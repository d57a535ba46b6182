"""Children are kept alive, stopped in order, and never left behind."""

import os
import re
import signal

import pytest

SUPERVISED = """
import os, sys
from pathlib import Path
from stafett.platform.child import Child
from stafett.platform.cluster import Cluster
from stafett.platform.supervisor import Supervisor

def child(name, code):
    command = (sys.executable, "-u", "-c", "import os, signal, subprocess, sys, time\\n" + code)
    return Child(name, command, os.environ, is_ready=lambda: "never" not in code, patience=5.0)

def ready():
    print(server.pid if server else 0, "READY")

server = Cluster(Path(sys.argv[1]), durable=False) if sys.argv[1] != "-" else None
if server:
    server.start()
names = ("web", "events", "worker")
children = [child(name, code) for name, code in zip(names, sys.argv[2:], strict=False)]
limit = float(os.environ.get("LIMIT", 20))
sys.exit(Supervisor(children, server=server, start_limit=limit, on_ready=ready).run())
"""

SLEEPS = "print('pid', os.getpid()); time.sleep(60)"
DEAF = "signal.signal(signal.SIGTERM, lambda *_: print('heard')); print('pid', os.getpid()); time.sleep(60)"
NEVER = "'never'; time.sleep(60)"
BROKEN = "sys.exit('never')"
PARENT = "print('grandchild', subprocess.Popen(['sleep', '60']).pid); " + SLEEPS


def test_a_killed_child_is_started_again_and_takes_its_own_children_with_it(program, is_alive, wait_until):
    supervisor = program(SUPERVISED, "-", PARENT, SLEEPS)
    first = supervisor.wait_for("pid", times=2)
    web, grandchild = _pids(first, "web | pid")[0], _pids(first, "web | grandchild")[0]

    os.kill(web, signal.SIGKILL)

    after = supervisor.wait_for("web | pid", times=2)
    assert "web | ended (signal 9); starts again in 0.25 s" in after
    assert wait_until(lambda: not is_alive(grandchild))
    assert "events | ended" not in after


def test_children_stop_in_their_order_on_sigterm_and_the_code_is_0(program, is_alive):
    supervisor = program(SUPERVISED, "-", SLEEPS, SLEEPS, SLEEPS)
    pids = _pids(supervisor.wait_for("pid", times=3), "pid")

    supervisor.process.send_signal(signal.SIGTERM)

    assert supervisor.end() == 0
    assert re.findall(r"(\w+) stopped", supervisor.printed) == ["web", "events", "worker"]
    assert not any(is_alive(pid) for pid in pids)


def test_a_second_ctrl_c_kills_a_child_that_will_not_listen(program, is_alive, wait_until):
    supervisor = program(SUPERVISED, "-", DEAF)
    pid = _pids(supervisor.wait_for("pid"), "pid")[0]
    supervisor.wait_for("READY")

    supervisor.process.send_signal(signal.SIGINT)
    supervisor.wait_for("heard")
    supervisor.process.send_signal(signal.SIGINT)

    assert supervisor.end() == 130
    assert wait_until(lambda: not is_alive(pid))


@pytest.mark.parametrize("code", [NEVER, BROKEN], ids=["late", "falling"])
def test_a_child_that_never_gets_ready_is_told_and_the_code_is_1(program, monkeypatch, code):
    monkeypatch.setenv("LIMIT", "1" if code == NEVER else "60")
    supervisor = program(SUPERVISED, "-", SLEEPS, code)

    assert supervisor.end() == 1
    assert "events would not start" in supervisor.printed
    assert re.findall(r"(\w+) stopped", supervisor.printed) == ["web", "events"]


def test_what_children_print_carries_their_name_also_the_last_half_line(program):
    supervisor = program(SUPERVISED, "-", r"print('one\ntwo', end=''); time.sleep(60)")
    supervisor.wait_for("READY")
    supervisor.wait_for("web | one")

    supervisor.process.send_signal(signal.SIGTERM)
    supervisor.end()

    assert "web | two\n" in supervisor.printed


def test_the_database_is_started_again_when_killed_and_stopped_last(program, made, is_alive):
    supervisor = program(SUPERVISED, made, SLEEPS)
    database = int(re.findall(r"(\d+) READY", supervisor.wait_for("READY"))[0])

    os.kill(database, signal.SIGKILL)
    supervisor.wait_for("database answers again")
    supervisor.process.send_signal(signal.SIGTERM)

    assert supervisor.end() == 0
    assert not (made / "database" / "postmaster.pid").exists()


def test_nothing_outlives_a_supervisor_killed_with_9(program, made, is_alive, wait_until):
    supervisor = program(SUPERVISED, made, SLEEPS, SLEEPS)
    supervisor.wait_for("READY")
    printed = supervisor.wait_for("pid", times=2)
    pids = [*_pids(printed, "pid"), *map(int, re.findall(r"(\d+) READY", printed))]
    assert len(pids) == 3

    supervisor.process.kill()
    supervisor.process.wait()

    assert wait_until(lambda: not any(is_alive(pid) for pid in pids))


def _pids(printed, word):
    return [int(number) for number in re.findall(rf"{re.escape(word)} (\d+)", printed)]
