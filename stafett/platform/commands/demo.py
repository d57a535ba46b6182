"""`stafett demo`: from nothing to a running site with invented people, on this machine only."""

import argparse
import contextlib
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.panel import Panel

import stafett
from stafett.platform.catalogues import compile_catalogues
from stafett.platform.commands.running import add_address, address, supervise
from stafett.platform.faults import PlatformError
from stafett.platform.installation import DEMO, Installation, opened, run_django, run_quietly
from stafett.platform.outside import OutsideServer
from stafett.platform.ports import hold_port, is_loopback

console = Console(highlight=False)
Result = TypeVar("Result")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Address, a fresh start, and the deliberate opening to others."""
    add_address(parser)
    parser.add_argument("--fresh", action="store_true", help="forget what was done and begin anew")
    parser.add_argument(
        "--allow-public",
        action="store_true",
        help="let --host be an address others can reach; anyone there can log in as anyone",
    )


def run(arguments: argparse.Namespace) -> int:
    """Prepare, start, wait until the site answers, say where; return the exit code when it stops."""
    if not is_loopback(arguments.host) and not arguments.allow_public:
        print(
            f"stafett demo: {arguments.host} can be reached from other machines, and in a demo anyone can "
            "log in as anyone. Leave --host out, or add --allow-public if you mean it.",
            file=sys.stderr,
        )
        return 2
    with contextlib.ExitStack() as stack:
        web = stack.enter_context(hold_port(arguments.host, arguments.port))
        installation = _step("Database", lambda: stack.enter_context(opened(DEMO)))
        _prepare(installation, fresh=arguments.fresh)
        return supervise(
            installation, web=web, host=arguments.host, workers=2,
            is_ready=lambda status: status == 200,
            on_ready=lambda: _welcome(address(arguments.host, web.number)),
        )  # fmt: skip


def _prepare(installation: Installation, *, fresh: bool) -> None:
    """`load_demo` does nothing when its people are there, so a second start is quick."""
    server = installation.server
    if isinstance(server, OutsideServer):
        if fresh:
            raise PlatformError("--fresh empties only Stafett's own database, not the one in DATABASE_URL.")
    elif fresh:
        server.drop_database("stafett")
        server.prepare()
    installation.settle()
    pages, owner = installation.for_management(), installation.for_migrations()
    _step("Tables", lambda: run_quietly(["migrate", "--no-input"], owner))
    _step("Texts", lambda: compile_catalogues(Path(stafett.__file__).parent))
    _step("Checks", lambda: run_quietly(["check", "--fail-level", "WARNING"], pages))
    _step("Styles", lambda: run_quietly(["collectstatic", "--no-input"], pages))
    console.print("  People")
    if run_django(["load_demo"], pages):  # seen, for it takes longest and has a progress bar of its own
        raise PlatformError("The demo's people could not be loaded; the reason is above.")


def _step(name: str, work: Callable[[], Result]) -> Result:
    """One line per step: its name at once, how long it took when it is done. No thread draws it, because a
    process with threads cannot safely start children on a leash."""
    began = time.monotonic()
    console.print(f"  {name:<10}", end="")
    try:
        result = work()
    except BaseException:
        console.print("[red]✗[/red]")
        raise
    console.print(f"[green]✓[/green] {time.monotonic() - began:.1f} s")
    return result


def _welcome(place: str) -> None:
    console.print(
        Panel.fit(
            f"Stafett runs on [bold]{place}[/bold]\n"
            f"Choose someone to log in as on {place}logg-inn/\n"
            "Stop with Ctrl-C",
            border_style="green",
        )
    )
