"""The drill of a mistake: somebody deletes what should stay, and the server is rolled forward to the moment before."""

import shutil
import tempfile
import uuid
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from stafett.demo import cast
from stafett.platform import backup, recovery
from stafett.platform.cli import main
from stafett.platform.cluster import Cluster
from tests.environment import cluster
from tests.operations import standby

HERE = cast.EKSEMPELVIK.id
ENTRY = """
INSERT INTO audit_entry (id, municipality_id, number, at, kind, event, actor_name, actor_title, thing_kind, reason, facts)
VALUES (%s, %s, 0, now(), 'refusal', 'test.refused', '', '', '', 'drill', '{}')
"""


@pytest.fixture
def place():
    """A folder that the database's own account may pass into."""
    path = Path(tempfile.mkdtemp(prefix="stafett-test-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(autouse=True)
def a_server_of_our_own(monkeypatch):
    """The command line looks for the server in the data folder, and nowhere else."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server(place, committed_database, tmp_path, monkeypatch):
    """A server with the cast that archives its log, which is the one the command line finds."""
    monkeypatch.setenv("STAFETT_DATA", str(place / "data"))
    monkeypatch.setenv("STAFETT_LOG_ARCHIVE", str(place / "log"))
    taken = backup.make(cluster.urls(committed_database).admin, cluster.binaries, tmp_path)
    with Cluster(place / "data", durable=False) as empty:  # careless, and fast, until it is filled
        backup.restore(taken, empty.prepare().admin, empty.binaries)
    with Cluster(place / "data", log_archive=place / "log") as filled:
        yield filled


def test_a_mistake_is_undone_by_going_back_to_the_moment_before_it(server, place, tmp_path, capsys):
    assert main(["base", str(tmp_path / "bases"), "--keep", "2"]) == 0
    [base] = recovery.bases_in(tmp_path / "bases")
    with psycopg.connect(server.urls().admin, autocommit=True) as link:
        _be_in_the_municipality(link)
        relations = _count(link, "register_guardianrelation")
        link.execute(ENTRY, [uuid.uuid4(), HERE])
        [before] = link.execute("SELECT clock_timestamp()").fetchone()
        link.execute("SET session_replication_role = replica")
        link.execute("DELETE FROM register_guardianrelation")
        link.execute(ENTRY, [uuid.uuid4(), HERE])
        _archive(link, place / "log")
    keys = ["--log", str(place / "log"), "--keys", str(server.folder / "secrets.json")]

    told = _restored(["--to", before.isoformat(), "--into", str(place / "then"), *keys], base, capsys)
    assert told[0] == 0, told
    with Cluster(place / "then") as then, psycopg.connect(then.urls().admin) as link:
        assert _count(link, "register_guardianrelation") == relations
        assert link.execute("SELECT count(*), max(number) FROM audit_entry").fetchone() == (1, 1)
        _be_in_the_municipality(link)
        link.execute(ENTRY, [uuid.uuid4(), HERE])  # people work on, and it is rolled forward once only

    late = (before + timedelta(days=1)).isoformat()
    assert "The log ends before" in _restored(["--to", late, "--verify", *keys], base, capsys)[1]
    early = (before - timedelta(days=1)).isoformat()
    assert "The base was taken after" in _restored(["--to", early, "--verify", *keys], base, capsys)[1]
    (base / "PG_VERSION").write_text("15\n\n")
    assert "not a whole base" in _restored(["--to", "latest", "--verify", *keys], base, capsys)[1]
    assert "needs --keys" in _restored(["--to", "latest", "--verify"], base, capsys)[1]


def test_a_moment_is_given_with_its_time_zone(tmp_path, capsys):
    for moment in ("2026-11-22T14:05", "i går", "14:05"):
        with pytest.raises(SystemExit):
            main(["restore", str(tmp_path), "--to", moment, "--verify"])
    assert "time zone" in capsys.readouterr().err


def test_the_log_is_kept_from_where_the_oldest_base_begins(tmp_path):
    bases, log = tmp_path / "bases", tmp_path / "log"
    log.mkdir()
    for day, start in ((1, 3), (2, 5), (3, 7)):
        base = bases / f"base-2026-01-0{day}T000000Z"
        base.mkdir(parents=True)
        (base / "backup_manifest").touch()
        (base / "backup_label").write_text(
            f"START WAL LOCATION: 0/{start}000028 (file {start:024X})\nCHECKPOINT\n"
        )
    for number in range(1, 9):
        (log / f"{number:024X}").touch()
    (log / "00000002.history").touch()
    (log / f"{3:024X}.00000028.backup").touch()

    gone = recovery.keep_newest(bases, 2, log)

    assert gone == ["base-2026-01-01T000000Z", "5 segments of the log"]
    kept = {path.name for path in log.iterdir()}
    assert kept == {"00000002.history", *(f"{number:024X}" for number in range(5, 9))}


def test_without_an_archive_of_the_log_no_base_is_taken(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("STAFETT_DATA", str(cluster.folder))
    monkeypatch.delenv("STAFETT_LOG_ARCHIVE", raising=False)

    assert main(["base", str(tmp_path / "bases")]) == 1
    assert "STAFETT_LOG_ARCHIVE" in capsys.readouterr().err
    assert not (tmp_path / "bases").exists()


def _restored(arguments, base, capsys):
    code = main(["restore", str(base), *arguments])
    return code, capsys.readouterr().err


def _be_in_the_municipality(link):
    link.execute("SELECT set_config('stafett.municipality', %s, false)", [str(HERE)])


def _archive(link, log):
    """Close the segment that is written in, and wait until it is in the archive."""
    [segment] = link.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()
    standby.wait_for((log / segment).exists)


def _count(link, table):
    return link.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
