"""Databases that are made for a bench and dropped after it, beside whatever the installation holds."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connections
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from stafett.platform.cluster import Cluster
from stafett.platform.connection import Urls


@contextmanager
def cluster() -> Iterator[Cluster]:
    """The server in the data folder (or attached to, when it runs); a server given by address is left alone,
    because making databases takes more than the owner may."""
    with Cluster() as server:
        if server.is_ours:
            server.prepare()
        yield server


@contextmanager
def throwaway(server: Cluster, name: str, *, holds: str, keep: bool = False) -> Iterator[Urls]:
    """A database with tables; dropped on the way out unless it is to be kept.

    With `keep`, one that was kept before and is labelled as holding the same is used again.
    """
    urls = server.create_database(name)
    with led_to(urls):
        as_wanted = keep and label() == holds
    if not as_wanted:
        server.drop_database(name)
        urls = server.create_database(name)
    try:
        with led_to(urls):
            call_command("migrate", database="owner", verbosity=0)
        yield urls
    finally:
        if not keep:
            server.drop_database(name)


def label() -> str:
    """What the database that is led to says it holds; empty until it has been filled."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database"
            " WHERE datname = current_database()"
        )
        return cursor.fetchone()[0]


def set_label(text: str) -> None:
    """Say what the database that is led to holds, now that it is whole."""
    with connections["owner"].cursor() as cursor:
        name = connections["owner"].settings_dict["NAME"]
        command = sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(text))
        cursor.execute(command.as_string(cursor.connection))


def size() -> int:
    """Bytes on disk of the database that is led to."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


@contextmanager
def led_to(urls: Urls) -> Iterator[None]:
    """Let this process's own connections lead to another database for a while."""
    former = {alias: dict(connections[alias].settings_dict) for alias in connections}
    try:
        _lead({"default": _parts(urls.app), "owner": _parts(urls.owner)})
        yield
    finally:
        _lead(former)


def _parts(address: str) -> dict[str, str]:
    parts = conninfo_to_dict(address)
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    return {key: str(parts.get(part) or "") for key, part in names.items()}


def _lead(places: dict[str, dict]) -> None:
    for alias, place in places.items():
        connection = connections[alias]
        connection.close()
        connection.close_pool()
        connection.settings_dict.update(place)
