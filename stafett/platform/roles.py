"""Who is who in the database: an owner for migrations, and the app, owning nothing, always fenced."""

from psycopg import Connection, sql
from psycopg.rows import tuple_row

from stafett.platform.local_secrets import LocalSecrets

DATABASE = "stafett"
OWNER = "stafett_owner"
APP = "stafett_app"
SUPERUSER = "stafett_admin"

PLAIN = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"


def make_roles(admin: Connection, secrets: LocalSecrets) -> None:
    """Make or mend the two roles, and shut the maintenance databases to them. `admin` is a superuser."""
    for role, password in ((OWNER, secrets.owner_password), (APP, secrets.app_password)):
        known = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone()
        verb = sql.SQL("ALTER ROLE" if known else "CREATE ROLE")
        command = sql.SQL("{} {} " + PLAIN + " PASSWORD {}")
        admin.execute(command.format(verb, sql.Identifier(role), sql.Literal(password)))
    admin.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")


def make_database(admin: Connection, name: str, *, template: str | None = None) -> None:
    """Make a database the owner owns and the app may only connect to. Privileges on a database as a whole
    do not follow a template, so they are given each time."""
    database = sql.Identifier(name)
    known = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
    if not known:
        # a copy of files: many times faster than the default, which writes all of it to the log too
        command = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY")
        source = sql.Identifier(template or "template0")
        admin.execute(command.format(database, sql.Identifier(OWNER), source))
    admin.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(APP)))


def drop_database(admin: Connection, name: str) -> None:
    """Remove a database, with whoever is connected."""
    admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def fence_schema(admin: Connection) -> None:
    """In the connected database: the owner owns the schema; whatever it makes later, the app may use rows of,
    and the rest of the world nothing."""
    for command in (
        "ALTER SCHEMA public OWNER TO {owner}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public TO {app}",
        # For functions the built-in default is PUBLIC; it can only be taken away for all schemas at once.
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} REVOKE USAGE ON TYPES FROM PUBLIC",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT USAGE ON TYPES TO {app}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT USAGE, SELECT ON SEQUENCES TO {app}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT EXECUTE ON FUNCTIONS TO {app}",
    ):
        admin.execute(sql.SQL(command).format(owner=sql.Identifier(OWNER), app=sql.Identifier(APP)))


_FAULTS = """
SELECT rolsuper, rolbypassrls,
  EXISTS (SELECT FROM pg_class WHERE relowner = me.oid)
    OR EXISTS (SELECT FROM pg_database WHERE datdba = me.oid AND datname = current_database()),
  EXISTS (SELECT FROM pg_roles other WHERE other.oid <> me.oid AND NOT me.rolsuper
    AND pg_has_role(me.oid, other.oid, 'MEMBER') AND (other.rolsuper OR other.rolbypassrls OR EXISTS (
      SELECT FROM pg_class WHERE relowner = other.oid AND relnamespace = 'public'::regnamespace)))
FROM pg_roles me WHERE rolname = current_user
"""


def faults_of_app(connection: Connection) -> list[str]:
    """What is wrong with the role of this connection as an app's role: a sentence each, none when fenced.

    Source: compliance 5.6.
    """
    with connection.cursor(row_factory=tuple_row) as cursor:
        row = cursor.execute(_FAULTS).fetchone()
    sentences = (
        "The app's role is a superuser, for whom no fence between municipalities holds.",
        "The app's role may bypass row-level security (BYPASSRLS).",
        "The app's role owns tables or the database; an owner can take the fences down.",
        "The app's role is a member of a role that owns tables or goes past the fences.",
    )
    return [text for text, is_fault in zip(sentences, row or (), strict=False) if is_fault]
