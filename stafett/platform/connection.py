"""Addresses of databases: how they are written, and what a server of somebody else's needs to give us."""

from typing import NamedTuple
from urllib.parse import quote, urlencode


class Urls(NamedTuple):
    """One database, three roles: the app (fenced), owner (migrations), the superuser ("" if unknown)."""

    app: str
    owner: str
    admin: str


def url(role: str, password: str, *, host: str, port: int, database: str) -> str:
    """A `postgresql://` address; a host that begins with a slash is the folder of a Unix socket."""
    user = f"{quote(role, safe='')}:{quote(password, safe='')}"
    name = quote(database, safe="")
    if host.startswith("/"):
        return f"postgresql://{user}@/{name}?{urlencode({'host': host, 'port': port}, quote_via=quote)}"
    return f"postgresql://{user}@{host}:{port}/{name}"
