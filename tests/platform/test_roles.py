"""The app's role can use rows and nothing else; no fence can be taken down by it."""

import psycopg
import pytest

from stafett.platform import roles
from stafett.platform.throwaway import temporary_cluster

TABLES = """
CREATE TABLE note (id int PRIMARY KEY, municipality int, text text);
CREATE SEQUENCE number;
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT n * 2';
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON note USING (municipality = current_setting('app.municipality', true)::int);
"""


@pytest.fixture(scope="module")
def server():
    """A server with one fenced table made by the owner."""
    with temporary_cluster() as cluster:
        with psycopg.connect(cluster.prepare().owner) as owner:
            owner.execute(TABLES)
        yield cluster


@pytest.fixture
def app(server):
    """A connection as the app."""
    with psycopg.connect(server.urls().app) as connection:
        yield connection


def test_the_app_uses_rows_sequences_and_functions_the_owner_made(app):
    app.execute("SET LOCAL app.municipality = 1")
    app.execute("INSERT INTO note VALUES (1, 1, 'a')")
    app.execute("UPDATE note SET text = 'b'")

    assert app.execute("SELECT text, nextval('number'), twice(2) FROM note").fetchone() == ("b", 1, 4)
    assert app.execute("DELETE FROM note").rowcount == 1


@pytest.mark.parametrize(
    "command",
    [
        "CREATE TABLE mine (id int)",
        "CREATE TEMPORARY TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "ALTER TABLE note DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE note NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY own ON note",
        "TRUNCATE note",
        "ALTER ROLE stafett_app BYPASSRLS",
        "SET ROLE stafett_owner",
        "SET SESSION AUTHORIZATION stafett_owner",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY (SELECT 1) TO PROGRAM 'true'",
    ],
)
def test_the_app_may_not(app, command):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(command)


def test_row_level_security_holds_for_the_app_even_when_it_asks_to_be_let_past(app):
    app.execute("SET LOCAL row_security = off")

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute("SELECT * FROM note")


def test_the_app_is_without_fault_and_owner_and_superuser_are_not(server, app):
    assert roles.faults_of_app(app) == []
    with psycopg.connect(server.urls().owner) as owner:
        assert any("owns tables" in fault for fault in roles.faults_of_app(owner))
    with psycopg.connect(server.urls().admin) as admin:
        assert any("superuser" in fault for fault in roles.faults_of_app(admin))


def test_the_owner_is_neither_superuser_nor_past_the_fences(server):
    with psycopg.connect(server.urls().owner) as owner:
        row = owner.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole"
            " FROM pg_roles WHERE rolname = current_user"
        ).fetchone()

    assert row == (False, False, False, False)


@pytest.mark.parametrize("database", ["postgres", "template1"])
def test_the_app_reaches_no_other_database(server, database):
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(server.urls(database).app)


def test_preparing_twice_changes_nothing(server):
    assert server.prepare() == server.prepare()


def test_a_database_made_from_a_template_has_the_tables_and_the_fences(server):
    urls = server.create_database("copy", template="stafett")

    with psycopg.connect(urls.app) as app:
        assert app.execute("SELECT count(*) FROM note").fetchone() == (0,)
        assert roles.faults_of_app(app) == []
    with psycopg.connect(urls.owner) as owner:
        owner.execute("CREATE TABLE later (id int)")
    with psycopg.connect(urls.app) as app:
        app.execute("INSERT INTO later VALUES (1)")
    server.drop_database("copy")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(urls.app)
