"""`stafett serve`: web, events, worker and (unless one is given) the database, for real use."""

import argparse
import sys

import psycopg

from stafett.platform.commands.running import a_port, add_address, address, supervise
from stafett.platform.faults import PlatformError
from stafett.platform.installation import LIVE, Installation, complaint_of, opened
from stafett.platform.ports import hold_port
from stafett.platform.roles import faults_of_app
from stafett.platform.supervisor import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Address, the port a proxy sends `/hendelser/` to, and how many web processes."""
    add_address(parser)
    parser.add_argument(
        "--events-port", type=a_port, default=0, help="port of the event process (default: a free one)"
    )
    parser.add_argument("--workers", type=int, default=2, help="web processes (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until told to stop. Tables are not changed here: `stafett migrate` is a step of its own."""
    if arguments.workers < 1:
        print("stafett serve: --workers must be at least 1", file=sys.stderr)
        return 2
    with hold_port(arguments.host, arguments.port) as web, opened(LIVE) as installation:
        if complaint_of(["migrate", "--check"], installation.for_management()):
            raise PlatformError(
                "The tables are not up to date, or a check fails: run `stafett migrate`, then `stafett check`."
            )
        _refuse_unfenced(installation)
        installation.settle()
        return supervise(
            installation, web=web, host=arguments.host, workers=arguments.workers,
            is_ready=_answers, on_ready=lambda: say(f"ready on {address(arguments.host, web.number)}"),
            events_port=arguments.events_port,
        )  # fmt: skip


def _refuse_unfenced(installation: Installation) -> None:
    """The fences between municipalities hold only for a role that cannot step over them (compliance 5.6)."""
    with psycopg.connect(installation.urls.app, connect_timeout=10) as connection:
        if faults := faults_of_app(connection):
            raise PlatformError(" ".join(faults))


def _answers(status: int) -> bool:
    """Behind a proxy a plain request may be sent on to https or refused by name; it is served."""
    return 200 <= status < 500
