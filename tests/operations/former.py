"""The former version of the program, as the database knows it: its tables with people in them, and what it asks and writes."""

import itertools
import threading
import uuid

import psycopg
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.tenancy import within
from tests.environment import cluster
from tests.operations import landed

HERE = cast.EKSEMPELVIK.id
TABLES_A_REQUEST = 6
_COLUMNS = """
SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) FROM information_schema.columns
WHERE table_schema = 'public' AND is_generated = 'NEVER'
AND table_name IN (SELECT relname FROM pg_class WHERE relkind = 'r') GROUP BY table_name
"""
_NUMBERED = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = 'public' AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL
"""


def make_tables():
    """Bring the connected, empty database to where the version in use has it."""
    executor = MigrationExecutor(connections["owner"])
    executor.migrate(landed.targets(executor.loader))


def move_in(former, present):
    """Fill one database with what another holds, in the columns that both have. Both are named."""
    with (
        psycopg.connect(cluster.urls(present).admin) as source,
        psycopg.connect(cluster.urls(former).admin) as target,
    ):
        target.execute(
            "SET session_replication_role = replica"
        )  # rows come as they are: no trigger, no key in between
        known, wanted = (dict(link.execute(_COLUMNS).fetchall()) for link in (source, target))
        both = sorted(wanted.keys() & known.keys() - {"django_migrations"})
        names = sql.SQL(", ").join(map(sql.Identifier, wanted.keys() - {"django_migrations"}))
        target.execute(
            sql.SQL("TRUNCATE {}").format(names)
        )  # all at once: some tables are filled when they are made
        for table in both:
            _copy(source, target, table, [name for name in wanted[table] if name in known[table]])
        for table, column in target.execute(_NUMBERED).fetchall():
            _count_on(target, table, column)


class AtWork:
    """Somebody who uses the former version without a pause: reads whole rows, changes one and adds one, in each request."""

    def __init__(self):
        loader = landed.loaded()
        apps = loader.project_state(landed.targets(loader)).apps
        ours = [m for m in apps.get_models() if any(f.name == "municipality" for f in m._meta.local_fields)]
        self._tables = itertools.cycle(sorted(ours, key=lambda model: model._meta.label))
        self._person, self._entry = apps.get_model("register", "Person"), apps.get_model("audit", "Entry")
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work)
        self.answered, self.faults = 0, []

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._stop.set()
        self._thread.join()

    def _work(self):
        try:
            while not self._stop.is_set():
                try:
                    self._request()
                    self.answered += 1
                except DatabaseError as fault:
                    self.faults.append(str(fault))
        finally:
            connection.close()

    def _request(self):
        with within(HERE):
            for model in itertools.islice(self._tables, TABLES_A_REQUEST):
                list(model._default_manager.all()[:3])
            kari = self._person.objects.filter(pk=cast.person("kari").id)
            kari.update(phone=f"9{self.answered % 10_000_000:07}")
            self._entry.objects.create(
                id=uuid.uuid4(), municipality_id=HERE, at=clock.now(), kind="refusal", event="test.refused",
                facts={"asked": str(self.answered)},
            )  # fmt: skip


def _copy(source, target, table, columns):
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    out = sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(table), names)
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
    with source.cursor().copy(out) as given, target.cursor().copy(into) as taken:
        for part in given:
            taken.write(part)


def _count_on(target, table, column):
    """The next number is one that no row has."""
    next_one = sql.SQL(
        "SELECT setval(pg_get_serial_sequence({}, {}), coalesce(max({}), 0) + 1, false) FROM {}"
    )
    target.execute(next_one.format(table, column, sql.Identifier(column), sql.Identifier(table)))
