"""The server: it starts, stops, survives, keeps what it was given, and lets nobody else in."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from stafett.platform import data_folder, postmaster
from stafett.platform.account import Account
from stafett.platform.cluster import Cluster
from stafett.platform.faults import PlatformError
from stafett.platform.throwaway import temporary_cluster

LEFT_BEHIND = """
import os, sys, threading
from pathlib import Path
from stafett.platform.cluster import Cluster

cluster = Cluster(Path(sys.argv[1]), durable=False)
thread = threading.Thread(target=cluster.start)  # a thread gives no leash
thread.start()
thread.join()
print(cluster.pid, "left")
os._exit(9)
"""

AS_SOMEONE_ELSE = """
import os, sys
import psycopg
from stafett.platform.postgres import temporary_cluster

os.setgroups([]), os.setgid(65534), os.setuid(65534)
with temporary_cluster() as cluster:
    cluster.prepare()
    with psycopg.connect(cluster.urls().app) as connection:
        print(connection.execute("SELECT current_user").fetchone()[0], cluster.account.uid)
"""


@pytest.mark.parametrize("kind", ["system", "embedded"])
def test_a_server_starts_answers_and_stops_twice(kind, monkeypatch, folder):
    if kind == "system" and not any(Path("/").glob("usr/lib/postgresql/*/bin/postgres")):
        pytest.skip("no system PostgreSQL on this machine")
    monkeypatch.setenv("STAFETT_POSTGRES", kind)
    cluster = Cluster(folder, durable=False)

    for _time in range(2):
        with cluster:
            urls = cluster.prepare()
            for url in (*urls, *cluster.urls(through_socket=True)):
                assert _ask(url, "SELECT 1") == 1
        assert not cluster.is_running()

    assert cluster.binaries.source == kind


def test_the_database_folds_norwegian_letters_and_orders_by_code_point(server):
    urls = server.urls()

    assert _ask(urls.app, "SELECT upper('æøå')") == "ÆØÅ"
    assert _ask(urls.app, "SELECT to_tsvector('norwegian', 'Ødegård') @@ 'ødegård'::tsquery") is True
    assert _ask(urls.app, "SELECT 'Z' < 'a'") is True


def test_two_servers_run_side_by_side(server):
    with temporary_cluster() as other:
        assert other.port != server.port
        assert _ask(other.urls("postgres").admin, "SELECT 1") == _ask(server.urls().app, "SELECT 1")


def test_committed_rows_survive_kill_9_and_the_port_stays():
    with temporary_cluster(durable=True) as cluster:
        owner = cluster.prepare().owner
        _do(owner, "CREATE TABLE word (text text)", "INSERT INTO word VALUES ('kept')")
        port = cluster.port

        os.kill(cluster.pid, signal.SIGKILL)
        postmaster.wait_until(lambda: not cluster.is_running(), 5)
        cluster.start()

        assert _ask(owner, "SELECT text FROM word") == "kept"
        assert cluster.port == port


def test_a_server_left_by_a_killed_supervisor_is_replaced(program, made, is_alive):
    left = program(LEFT_BEHIND, made)
    pid = int(left.wait_for("left").split()[0])
    left.end()
    assert is_alive(pid)

    with Cluster(made, durable=False) as cluster:
        assert cluster.is_ours
        assert cluster.pid != pid
        assert not is_alive(pid)


def test_a_pid_file_that_names_another_program_does_not_hinder(made):
    cluster = Cluster(made, durable=False)
    with cluster:
        pid_file = (made / "database" / "postmaster.pid").read_text()
    sleeper = subprocess.Popen(["sleep", "60"], cwd="/", **cluster.account.for_subprocess())
    try:
        forged = made / "database" / "postmaster.pid"
        forged.write_text(pid_file.replace(pid_file.split()[0], str(sleeper.pid), 1))
        cluster.account.give(forged)

        with cluster:
            assert cluster.is_running()
        assert sleeper.poll() is None
    finally:
        sleeper.kill()
        sleeper.wait()


def test_a_second_process_attaches_and_leaves_the_server_running(server):
    guest = Cluster(server.folder, durable=False)

    with guest:
        assert not guest.is_ours
        assert guest.urls() == server.urls()

    assert server.is_running()


@pytest.mark.parametrize("through_socket", [False, True])
def test_a_wrong_password_is_refused(server, through_socket):
    url = server.urls(through_socket=through_socket).app.replace(server.secrets.app_password, "wrong")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(url)


def test_nobody_else_can_look_into_the_data_folder(server):
    inner = ("database", "run", "secrets.json")
    modes = {name: (server.folder / name).stat().st_mode & 0o777 for name in inner}

    assert modes == {"database": 0o700, "run": 0o700, "secrets.json": 0o600}
    assert server.folder.stat().st_mode & 0o777 == (0o710 if server.account.is_other else 0o700)


def test_the_log_carries_no_word_of_what_was_asked(server):
    with pytest.raises(psycopg.Error), psycopg.connect(server.urls().app) as connection:
        connection.execute("SELECT CAST(%s AS uuid) /* Kari Nordmann */", ("Ola Nordmann",))

    log = server.log_file.read_text()
    assert "ready to accept connections" in log
    assert "Nordmann" not in log


def test_a_folder_with_a_long_name_still_gets_a_socket(folder):
    folder.chmod(0o711)
    deep = folder / ("x" * 100)
    with Cluster(deep, durable=False) as cluster:
        assert _ask(cluster.urls("postgres", through_socket=True).admin, "SELECT 1") == 1
        socket_folder = cluster.socket_folder

    assert not socket_folder.exists()


def test_lost_secrets_are_told_and_not_replaced(made):
    (made / "secrets.json").rename(made / "aside")
    try:
        with pytest.raises(PlatformError, match="is gone"):
            Cluster(made, durable=False).start()

        assert not (made / "secrets.json").exists()
    finally:
        (made / "aside").replace(made / "secrets.json")


def test_a_data_folder_full_of_other_things_is_refused_untouched(monkeypatch, folder):
    (folder / "letter.txt").write_text("mine")
    folder.chmod(0o755)
    monkeypatch.setenv("STAFETT_DATA", str(folder))

    with pytest.raises(PlatformError, match="holds other things"):
        Cluster().start()

    assert folder.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has homes closed to the database's account")
def test_a_clone_in_a_closed_home_gets_its_data_folder_elsewhere(monkeypatch, folder):
    folder.chmod(0o700)
    monkeypatch.chdir(folder)

    place = data_folder.locate(Account(65534, 65534, "nobody"))

    assert not place.is_relative_to(folder)
    assert place == data_folder.locate(Account(65534, 65534, "nobody"))
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests already run as an ordinary user")
def test_an_ordinary_user_needs_nothing_more(folder):
    python = shutil.which("python3", path="/usr/bin:/usr/local/bin") or sys.executable
    paths = os.pathsep.join([str(Path(__file__).parents[2]), *filter(None, sys.path)])
    folder.chmod(0o777)
    environment = {"PATH": os.defpath, "PYTHONPATH": paths, "HOME": str(folder), "TMPDIR": str(folder)}
    if subprocess.run([python, "-c", "import psycopg"], env=environment, capture_output=True).returncode:
        python = sys.executable

    done = subprocess.run(
        [python, "-c", AS_SOMEONE_ELSE], env=environment, cwd="/", capture_output=True, text=True
    )

    assert (done.stdout.strip(), done.stderr) == ("stafett_app 65534", "")


@pytest.fixture(scope="module")
def server():
    """A prepared server that the tests only read from."""
    kept = {name: os.environ.pop(name) for name in ("STAFETT_DATA", "STAFETT_POSTGRES") if name in os.environ}
    with temporary_cluster() as cluster:
        cluster.prepare()
        yield cluster
    os.environ.update(kept)


def _ask(url, question):
    with psycopg.connect(url) as connection:
        return connection.execute(question).fetchone()[0]


def _do(url, *commands):
    with psycopg.connect(url) as connection:
        for command in commands:
            connection.execute(command)
