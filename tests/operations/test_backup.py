"""A backup is taken while people write, restored elsewhere, and held against what it says it holds."""

import json
import shutil
import subprocess
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from stafett.audit import trail
from stafett.demo import cast
from stafett.platform import backup, local_secrets
from stafett.platform.binaries import OLDEST
from stafett.platform.cli import main
from stafett.platform.cluster import Cluster
from stafett.platform.commands.restore import version_for
from stafett.platform.faults import PlatformError
from stafett.register.actor import Actor
from stafett.register.tenancy import within
from tests.environment import cluster

HERE = cast.EKSEMPELVIK.id
READER = sql.Identifier("numbers and counts")
WRITER = Actor(person_id=cast.person("kari").id, municipality_id=HERE, name="Kari Eksempelmo")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "backups"


@pytest.fixture(scope="module")
def admin(modules_database):
    return cluster.urls(modules_database).admin


@pytest.fixture(scope="module")
def taken(admin, tmp_path_factory):
    """A backup taken while somebody writes in the trail without a pause, and which lets a reader of the operator's read."""
    _write_row()
    with psycopg.connect(admin) as link:
        link.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(READER))
        link.execute(sql.SQL("GRANT SELECT ON register_unit TO {}").format(READER))
    done = threading.Event()
    writer = threading.Thread(target=_write_until, args=(done,))
    writer.start()
    try:
        return backup.make(admin, cluster.binaries, tmp_path_factory.mktemp("backups"))
    finally:
        done.set()
        writer.join()
        with psycopg.connect(admin) as link:
            link.execute(sql.SQL("DROP OWNED BY {0}; DROP ROLE {0}").format(READER))


@pytest.fixture(scope="module")
def old_keys(tmp_path_factory):
    """The secrets.json of the installation the backup came from."""
    folder = tmp_path_factory.mktemp("old")
    local_secrets.load_or_make(folder)
    return folder / "secrets.json"


@pytest.fixture(scope="module")
def filled(taken, old_keys):
    """A new data folder that the backup was restored into, below one that the database's own account may pass into."""
    path = Path(tempfile.mkdtemp(prefix="stafett-test-"))
    path.chmod(0o755)
    assert main(["restore", str(taken.folder), "--into", str(path / "data"), "--keys", str(old_keys)]) == 0
    yield path / "data"
    shutil.rmtree(path, ignore_errors=True)


def test_a_backup_taken_under_load_is_restored_whole_and_its_trail_is_unbroken(
    taken, tmp_path, monkeypatch, capsys
):
    later = tmp_path / "checkpoints"  # the site has gone on, or is not there any more
    monkeypatch.setenv("STAFETT_CHECKPOINT_FILE", str(later))

    assert main(["restore", str(taken.folder), "--verify"]) == 0
    assert "1 trails restored and checked" in capsys.readouterr().out
    assert taken.contents.rows["audit_entry"] == taken.contents.trails[str(HERE)][0]


def test_a_new_data_folder_gets_the_old_keys_and_is_filled_once(taken, filled, old_keys, capsys):
    new, old = (json.loads(path.read_text()) for path in (filled / "secrets.json", old_keys))

    assert {name for name in new if new[name] == old[name]} == {"secret_key", "key_ring", "index_key"}
    assert main(["restore", str(taken.folder), "--into", str(filled)]) == 1
    assert "is not empty" in capsys.readouterr().err


def test_what_is_missing_in_a_copy_is_named(taken, filled):
    with Cluster(filled) as copy, psycopg.connect(copy.urls().admin) as link:
        assert backup.differences(taken.contents, backup.contents_of(link)) == []
        question = "SELECT has_table_privilege('numbers and counts', 'register_unit', 'SELECT'), rolcanlogin"
        known = link.execute(f"{question} FROM pg_roles WHERE rolname = 'numbers and counts'").fetchone()
        assert known == (True, False), "a role the backup names comes along, and lets nobody in"

        link.execute("SET session_replication_role = replica")  # no trigger stands in the way
        link.execute(
            "DELETE FROM register_guardianrelation WHERE ctid = (SELECT min(ctid) FROM register_guardianrelation)"
        )
        link.execute("UPDATE audit_head SET hash = '\\x00'")
        faults = backup.differences(taken.contents, backup.contents_of(link))
        link.rollback()

    count = taken.contents.rows["register_guardianrelation"]
    assert faults == [
        f"register_guardianrelation: {count} rows expected, {count - 1} found",
        f"{HERE}: the trail ends elsewhere",
    ]


def test_a_backup_goes_into_the_version_it_came_from_or_a_newer_one_never_an_older(taken):
    assert version_for(taken) == taken.postgres
    assert version_for(replace(taken, postgres=OLDEST - 1)) is None, "the best there is"
    with pytest.raises(PlatformError, match="99"):
        version_for(replace(taken, postgres=99))


@pytest.mark.parametrize("harm", ["changed", "gone", "manifest", "no manifest"])
def test_a_backup_that_is_not_whole_is_refused_before_anything_is_made(taken, target, harm, capsys):
    shutil.copytree(taken.folder, target)
    dump, manifest = target / backup.DUMP, target / backup.MANIFEST
    if harm == "changed":
        dump.write_bytes(dump.read_bytes()[:-1] + b"x")
    elif harm == "gone":
        dump.unlink()
    elif harm == "manifest":
        manifest.write_text('{"made_at": 3}')
    else:
        manifest.unlink()

    assert main(["restore", str(target), "--verify"]) == 1
    assert "not what was written" in (told := capsys.readouterr().err) or "not a whole backup" in told


def test_a_backup_that_fails_leaves_no_folder_behind(admin, target):
    with pytest.raises(psycopg.Error):
        backup.make(admin.replace("/test_", "/none_"), cluster.binaries, target)
    assert list(target.iterdir()) == []


def test_the_programs_own_role_is_not_let_past_the_fences(modules_database, target):
    with pytest.raises(PlatformError, match="row-level security|permission denied"):
        backup.make(cluster.urls(modules_database).owner, cluster.binaries, target)
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


def test_what_the_address_says_of_encryption_reaches_the_programs_and_the_password_only_them(monkeypatch):
    seen = {}

    def run(command, *, env, **_rest):
        seen.update(command=command, env=env)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(backup.subprocess, "run", run)
    backup.quiet_run(
        "postgresql://reader:hemmelig@db.example:5433/stafett?sslmode=verify-full", "pg_dump", what="It"
    )

    assert "sslmode=verify-full" in seen["command"][1]
    assert "host=db.example" in seen["command"][1]
    assert "hemmelig" not in " ".join(seen["command"])
    assert seen["env"]["PGPASSWORD"] == "hemmelig"


def _write_until(done):
    try:
        while not done.is_set():
            _write_row()
    finally:
        connection.close()


def _write_row():
    with within(HERE):
        trail.refused(WRITER, "test.refused", reason="æøå 😀", asked="en id")
