"""One careless server per test run, shared by its workers and gone afterwards."""

from pathlib import Path

RUN = """
import subprocess, sys
from stafett.platform.throwaway import throwaway_cluster

cluster = throwaway_cluster()
assert throwaway_cluster() is cluster
print("folder", cluster.folder, cluster.pid, cluster.is_ours)
if len(sys.argv) > 1:
    subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
    print("running", cluster.is_running())
    import os
    os.kill(os.getpid(), 9) if sys.argv[2:] else None
"""


def test_a_worker_attaches_to_the_run_s_server_and_leaves_it_running(program):
    run = program(RUN, RUN)

    assert run.end() == 0
    mine, worker = (line.split()[1:] for line in run.printed.splitlines() if line.startswith("folder"))
    assert (mine[:2], mine[2], worker[2]) == (worker[:2], "True", "False")
    assert "running True" in run.printed
    assert not Path(mine[0]).exists()


def test_what_a_killed_run_left_is_swept_by_the_next(program, wait_until, is_alive):
    killed = program(RUN, "", "kill")
    assert killed.end() == -9
    _word, left, pid, _ours = killed.printed.splitlines()[0].split()
    assert wait_until(lambda: not is_alive(int(pid)))
    assert Path(left).exists()

    program(RUN).end()

    assert not Path(left).exists()
