"""A backup is taken while people write, restored elsewhere, and held against what it says it holds."""

import json
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from stafett.audit import trail
from stafett.demo import cast
from stafett.platform import backup
from stafett.platform.cli import main
from stafett.platform.cluster import Cluster
from stafett.platform.faults import PlatformError
from stafett.platform.postgres import temporary_cluster
from stafett.register.actor import Actor
from stafett.register.tenancy import within
from tests.environment import cluster

HERE = cast.EKSEMPELVIK.id
WRITER = Actor(person_id=cast.person("kari").id, municipality_id=HERE, name="Kari Eksempelmo")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def admin(committed_database):
    return cluster.urls(committed_database).admin


@pytest.fixture
def taken(admin, target):
    """A backup taken while somebody writes in the trail without a pause."""
    _write_row()
    done = threading.Event()
    writer = threading.Thread(target=_write_until, args=(done,))
    writer.start()
    try:
        yield backup.make(admin, cluster.binaries, target)
    finally:
        done.set()
        writer.join()


def test_a_backup_taken_under_load_is_restored_whole_and_its_trail_is_unbroken(taken, capsys):
    assert main(["restore", str(taken.folder), "--verify"]) == 0
    assert "1 trails restored and checked" in capsys.readouterr().out
    assert taken.contents.rows["audit_entry"] == taken.contents.trails[str(HERE)][0]


def test_a_new_data_folder_is_filled_with_the_backup_and_the_old_keys(taken, fresh, other_installation):
    assert main(["restore", str(taken.folder), "--into", str(fresh), "--keys", str(other_installation)]) == 0

    filled, old = (json.loads(path.read_text()) for path in (fresh / "secrets.json", other_installation))
    assert {name for name in filled if filled[name] == old[name]} == {"secret_key", "key_ring", "index_key"}
    with Cluster(fresh) as copy, psycopg.connect(copy.urls().admin) as link:
        assert backup.differences(taken.contents, backup.contents_of(link)) == []
    assert main(["restore", str(taken.folder), "--into", str(fresh)]) == 1, "it is not empty any more"


def test_what_is_missing_in_a_copy_is_named(taken):
    with temporary_cluster(major=taken.postgres) as copy:
        urls = copy.prepare()
        backup.restore(taken, urls.admin, copy.binaries)
        with psycopg.connect(urls.admin) as link:
            link.execute("SET session_replication_role = replica")  # no trigger stands in the way
            link.execute(
                "DELETE FROM register_guardianrelation WHERE ctid = (SELECT min(ctid) FROM register_guardianrelation)"
            )
            link.execute("UPDATE audit_head SET hash = '\\x00'")
            faults = backup.differences(taken.contents, backup.contents_of(link))

    count = taken.contents.rows["register_guardianrelation"]
    assert faults == [
        f"register_guardianrelation: {count} rows expected, {count - 1} found",
        f"{HERE}: the trail ends elsewhere",
    ]


@pytest.mark.parametrize("harm", ["changed", "gone", "manifest", "no manifest"])
def test_a_backup_that_is_not_whole_is_refused_before_anything_is_made(taken, harm, capsys):
    if harm == "changed":
        taken.dump.write_bytes(taken.dump.read_bytes()[:-1] + b"x")
    elif harm == "gone":
        taken.dump.unlink()
    elif harm == "manifest":
        (taken.folder / backup.MANIFEST).write_text('{"made_at": 3}')
    else:
        (taken.folder / backup.MANIFEST).unlink()

    assert main(["restore", str(taken.folder), "--verify"]) == 1
    assert "not what was written" in (told := capsys.readouterr().err) or "not a whole backup" in told


def test_a_backup_that_fails_leaves_no_folder_behind(admin, target):
    with pytest.raises(psycopg.Error):
        backup.make(admin.replace("/test_", "/none_"), cluster.binaries, target)
    assert list(target.iterdir()) == []


def test_the_programs_own_role_is_not_let_past_the_fences(committed_database, target):
    with pytest.raises(PlatformError, match="row-level security|permission denied"):
        backup.make(cluster.urls(committed_database).owner, cluster.binaries, target)
    assert list(target.iterdir()) == []


def test_only_the_owner_of_a_backup_reads_it_and_the_oldest_are_removed(admin, target):
    for day in ("2026-01-01", "2026-01-02"):
        old = target / f"stafett-{day}T000000Z"
        old.mkdir(parents=True)
        (old / backup.MANIFEST).write_text("{}")
    newest = backup.make(admin, cluster.binaries, target)

    gone = backup.keep_newest(target, 2)

    assert [path.name for path in gone] == ["stafett-2026-01-01T000000Z"]
    assert backup.backups_in(target)[-1] == newest.folder
    assert {path.stat().st_mode & 0o777 for path in (newest.folder, *newest.folder.iterdir())} == {
        0o700,
        0o600,
    }


@pytest.fixture
def fresh():
    """A folder that is not there yet, below one that the database's own account may pass into."""
    path = Path(tempfile.mkdtemp(prefix="stafett-test-"))
    path.chmod(0o755)
    yield path / "data"
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def other_installation(tmp_path):
    """The secrets.json of the installation the backup came from."""
    with temporary_cluster() as other:
        path = tmp_path / "secrets.json"
        other.secrets  # noqa: B018 - made at first use
        path.write_text((other.folder / "secrets.json").read_text())
    return path


def _write_until(done):
    try:
        while not done.is_set():
            _write_row()
    finally:
        connection.close()


def _write_row():
    with within(HERE):
        trail.refused(WRITER, "test.refused", reason="æøå 😀", asked="en id")


def test_what_the_address_says_of_encryption_reaches_the_programs_and_the_password_only_them(monkeypatch):
    seen = {}

    def run(command, *, env, **_rest):
        seen.update(command=command, env=env)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(backup.subprocess, "run", run)
    backup._run(
        "postgresql://reader:hemmelig@db.example:5433/stafett?sslmode=verify-full", "pg_dump", what="It"
    )

    assert "sslmode=verify-full" in seen["command"][1]
    assert "host=db.example" in seen["command"][1]
    assert "hemmelig" not in " ".join(seen["command"])
    assert seen["env"]["PGPASSWORD"] == "hemmelig"
