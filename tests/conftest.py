"""Databases for tests: one migrated template with the cast in the register, copied for each worker and test.

It is made as an installation comes to it: the tables of the version in use first, which are a template as well, then the rest.
"""

import contextlib
import fcntl
import itertools

import hypothesis
import psycopg
import pytest
from django.core.management import call_command
from django.db import connections

from stafett.demo import load
from tests.environment import WORKER, cluster
from tests.operations import former

hypothesis.settings.register_profile("house", deadline=None)  # a busy machine fails no property
hypothesis.settings.load_profile("house")

# Files in the order they are begun: one that makes the template all others copy, those that need no database meanwhile,
# then what takes long, so that no worker is left with it alone at the end.
ORDER = ("tests/access/test_every_state.py", "tests/kernel/", "tests/house/", "rules", "tests/journeys/test_no_write",
         "tests/operations/", "tests/journeys/", "tests/access/", "tests/demo/")  # fmt: skip
FORMER, TEMPLATE = "template_former", "template_cast"  # the first on the way to the second
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def template_database(django_db_blocker):
    """The name of a migrated database with the cast in the register; made once, whoever comes first."""
    with _alone(cluster), django_db_blocker.unblock():
        if not _exists(TEMPLATE):
            cluster.create_database(FORMER)
            with pointed_at(FORMER):
                former.make_tables()
            cluster.create_database(TEMPLATE, template=FORMER)
            with pointed_at(TEMPLATE):
                call_command("migrate", database="owner", verbosity=0)
                load.found_places()
    return TEMPLATE


@pytest.fixture(scope="session")
def django_db_setup(template_database, django_db_blocker):
    """Every test that uses the database runs as the app's own role, in a copy of the template."""
    name = f"test_{WORKER}"
    cluster.create_database(name, template=template_database)
    with django_db_blocker.unblock(), pointed_at(name):
        yield
    cluster.drop_database(name)


@pytest.fixture
def committed_database(template_database, django_db_blocker):
    """A database of one's own where commits are real, for tests with several connections. Gives its name."""
    with own_database(template_database, django_db_blocker) as name:
        yield name


@pytest.fixture(scope="module")
def modules_database(template_database, django_db_blocker):
    """The same for all the tests of one file, where what they need is slow to make."""
    with own_database(template_database, django_db_blocker) as name:
        yield name


@contextlib.contextmanager
def own_database(template, blocker):
    """A copy of the template that both connections lead to for a while. Gives its name."""
    name = f"test_{WORKER}_{next(_numbers)}"
    cluster.create_database(name, template=template)
    with blocker.unblock(), pointed_at(name):
        yield name
    cluster.drop_database(name)


@contextlib.contextmanager
def pointed_at(name):
    """Let both connections lead to another database for a while."""
    former = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    try:
        _point(dict.fromkeys(connections, name))
        yield
    finally:
        _point(former)


def _point(names):
    for alias in connections:
        connection = connections[alias]
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
        connection.settings_dict["NAME"] = names[alias]


def _exists(name):
    with psycopg.connect(cluster.urls("postgres").admin) as link:
        return link.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


@contextlib.contextmanager
def _alone(server):
    """One worker at a time: the template is made once."""
    with (server.folder / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def pytest_collection_modifyitems(items):
    """Begin with what everybody waits for, and end with what is quick."""
    items.sort(key=_turn)


def _turn(item):
    file = item.nodeid.partition("::")[0]
    return next((at for at, path in enumerate(ORDER) if path in file), len(ORDER))


def pytest_terminal_summary(terminalreporter):
    """How many cases of access were asked about, whichever process asked."""
    reports = [
        report
        for kind in terminalreporter.stats.values()
        for report in kind
        if hasattr(report, "user_properties")
    ]
    cases = {
        report.nodeid: count
        for report in reports
        for name, count in report.user_properties
        if name == "access cases"
    }
    if cases:
        failed = {report.nodeid for report in terminalreporter.stats.get("failed", [])} & set(cases)
        said = f"{len(failed)} tests met surprises" if failed else "0 surprises"
        terminalreporter.write_line(f"access: {sum(cases.values())} cases, {said}")
