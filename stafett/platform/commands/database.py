"""`stafett database`: which PostgreSQL is used, and where."""

import argparse

from rich.console import Console
from rich.table import Table

from stafett.platform.cluster import Cluster
from stafett.platform.faults import PlatformError
from stafett.platform.outside import OutsideServer
from stafett.platform.postgres import open_server


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--url` prints only the address the app uses (it holds a password)."""
    parser.add_argument("--url", action="store_true", help="print the app's address (holds a password)")


def run(arguments: argparse.Namespace) -> int:
    """Describe the server without starting it."""
    server = open_server()
    if arguments.url:
        print(_app_url(server))
    else:
        Console().print(_table(server))
    return 0


def _app_url(server: Cluster | OutsideServer) -> str:
    if isinstance(server, OutsideServer):
        return server.urls().app
    if not server.is_running():
        raise PlatformError("The database is not running. Start it with `stafett demo` or `stafett serve`.")
    with server:
        return server.urls().app


def _table(server: Cluster | OutsideServer) -> Table:
    table = Table(show_header=False, box=None)
    if isinstance(server, OutsideServer):
        table.add_row("source", "DATABASE_URL")
        table.add_row("answers", "yes" if server.is_running() else "no")
        return table
    table.add_row("source", server.binaries.source)
    table.add_row("version", server.binaries.version)
    table.add_row("programs", str(server.binaries.folder))
    table.add_row("data folder", str(server.folder))
    table.add_row("running", f"yes, process {server.pid}" if server.is_running() else "no")
    return table
