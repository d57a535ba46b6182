"""A new version comes while people work: what its migrations may do, and how they wait."""

import contextlib
import threading
import time

import psycopg
import pytest
from django.contrib.postgres.operations import AddIndexConcurrently
from django.core.management import CommandError, call_command
from django.core.management.commands import migrate as djangos
from django.db import OperationalError, connections, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from stafett.web.management.commands import migrate
from tests.environment import cluster
from tests.operations import landed, linting, standby

USED = {("relay_log", "relaylog"), ("register", "unit")}


def test_no_new_migration_keeps_people_waiting_or_stops_the_version_in_use():
    loader = landed.loaded()
    known = set(loader.project_state(landed.targets(loader)).models)

    found = {
        f"{migration.app_label}.{migration.name}": told
        for migration, before in landed.newer(loader)
        if (told := linting.faults(migration.operations, migration.app_label, before, known))
    }

    assert found == {}


def test_the_list_of_what_is_in_use_names_migrations_that_are_there():
    loader = landed.loaded()

    assert len(landed.landed()) >= 50
    assert set(landed.landed()) <= set(loader.graph.nodes)


@pytest.mark.parametrize(
    "operation",
    [
        migrations.AddField("RelayLog", "colour", models.CharField(max_length=5, default="")),
        migrations.AlterField("RelayLog", "words", models.CharField(max_length=10)),
        migrations.AlterField("RelayLog", "words", models.IntegerField()),
        migrations.AlterField("RelayLog", "note", models.TextField()),
        migrations.RemoveField("RelayLog", "note"),
        migrations.RenameField("RelayLog", "note", "remark"),
        migrations.DeleteModel("RelayLog"),
        migrations.AddIndex("RelayLog", models.Index(fields=["words"], name="by_words")),
        migrations.AddConstraint("RelayLog", models.CheckConstraint(condition=models.Q(words="a"), name="a")),
        migrations.RunSQL("ALTER TABLE relay_log_relaylog ALTER COLUMN note SET NOT NULL"),
        migrations.RunSQL('CREATE INDEX by_words ON "relay_log_relaylog" (words)'),
        migrations.RunSQL(["UPDATE relay_log_relaylog SET words = ''"]),
        migrations.SeparateDatabaseAndState([migrations.RunSQL("LOCK TABLE relay_log_relaylog")]),
    ],
    ids=lambda operation: operation.describe()[:40],
)
def test_what_would_stop_people_is_found(operation):
    assert len(linting.faults([operation], "relay_log", _state(), USED)) == 1


@pytest.mark.parametrize(
    "operation",
    [
        migrations.AddField("RelayLog", "colour", models.CharField(max_length=5, null=True)),
        migrations.AddField("RelayLog", "colour", models.CharField(max_length=5, default="", db_default="")),
        migrations.AlterField("RelayLog", "words", models.CharField(max_length=50, choices=[("a", "b")])),
        AddIndexConcurrently("RelayLog", models.Index(fields=["words"], name="by_words")),
        migrations.CreateModel("New", [("id", models.UUIDField(primary_key=True))]),
        migrations.RunSQL(
            "CREATE FUNCTION f() RETURNS void AS $$ UPDATE relay_log_relaylog SET note = '' $$"
        ),
        migrations.RunSQL("CREATE INDEX CONCURRENTLY by_words ON relay_log_relaylog (words)"),
    ],
    ids=lambda operation: operation.describe()[:40],
)
def test_what_nobody_notices_is_let_through(operation):
    assert linting.faults([operation], "relay_log", _state(), USED) == []


def test_a_migration_steps_aside_for_those_who_work_and_comes_back(committed_database, monkeypatch):
    tries = []

    def change(_self, *_args, **_options):
        tries.append(True)
        with connections["owner"].cursor() as cursor:
            cursor.execute("ALTER TABLE register_unit ADD COLUMN colour text")

    monkeypatch.setattr(djangos.Command, "handle", change)
    with _in_use(cluster.urls(committed_database).app, until=lambda: len(tries) == 2):
        call_command("migrate", database="owner", verbosity=0)

    assert len(tries) > 1
    with connections["owner"].cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",), "the next who uses the connection waits as always"


def test_an_index_beside_the_work_waits_for_those_who_work_and_is_whole(committed_database, monkeypatch):
    began = time.monotonic()

    def change(_self, *_args, **_options):
        with connections["owner"].cursor() as cursor:
            cursor.execute("CREATE INDEX CONCURRENTLY by_name ON register_unit (name)")

    monkeypatch.setattr(djangos.Command, "handle", change)
    with _in_use(cluster.urls(committed_database).app, until=lambda: time.monotonic() > began + 1):
        call_command("migrate", database="owner", verbosity=0)

    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_name'::regclass")
        assert cursor.fetchone() == (True,)


def test_a_table_that_is_never_free_is_told_of_and_other_faults_come_through(db, monkeypatch):
    faults = iter(
        [psycopg.errors.LockNotAvailable(), psycopg.errors.DeadlockDetected(), psycopg.errors.DiskFull()]
    )

    def fail(_self, *_args, **_options):
        raise OperationalError from next(faults)

    monkeypatch.setattr(djangos.Command, "handle", fail)
    monkeypatch.setattr(migrate, "PAUSE", 0)
    monkeypatch.setattr(migrate, "TRIES", 2)

    with pytest.raises(CommandError, match="nothing is half done"):
        call_command("migrate")
    with pytest.raises(OperationalError):
        call_command("migrate")


@contextlib.contextmanager
def _in_use(address, *, until):
    """A table that is held, as by a page in the middle of its work, until something has come to be."""
    holds = threading.Event()

    def hold():
        with psycopg.connect(address) as link:
            link.execute("SELECT count(*) FROM register_unit")
            holds.set()
            standby.wait_for(until)

    worker = threading.Thread(target=hold)
    worker.start()
    holds.wait(20)
    try:
        yield
    finally:
        worker.join()


def _state():
    state = ProjectState()
    for name, fields in (
        ("RelayLog", {"words": models.CharField(max_length=20), "note": models.TextField(null=True)}),
    ):
        state.add_model(
            ModelState("relay_log", name, [("id", models.UUIDField(primary_key=True)), *fields.items()])
        )
    return state
