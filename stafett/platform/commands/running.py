"""What `demo` and `serve` share: their arguments for the address, and the supervised run itself."""

import argparse
from collections.abc import Callable

from stafett.platform.children import programs
from stafett.platform.installation import Installation
from stafett.platform.ports import HeldPort, is_loopback
from stafett.platform.supervisor import Supervisor


def add_address(parser: argparse.ArgumentParser) -> None:
    """`--host` and `--port`."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=a_port, help="port (default: the first free one from 8000)")


def supervise(
    installation: Installation,
    *,
    web: HeldPort,
    host: str,
    workers: int,
    is_ready: Callable[[int], bool],
    on_ready: Callable[[], None],
    events_port: int = 0,
) -> int:
    """Run web, events (on a free port when none is given) and worker until told to stop; return the exit code."""
    names = "*" if installation.demo and not is_loopback(host) else f"localhost,127.0.0.1,{host}"
    children, held = programs(
        installation.for_pages(hosts=names), host=host, port=web.number, workers=workers, is_ready=is_ready,
        events_port=events_port,
    )  # fmt: skip
    try:
        return Supervisor(children, server=installation.server, on_ready=on_ready).run()
    finally:
        for port in held:
            port.close()


def address(host: str, port: int) -> str:
    """The address to type into a browser on this machine."""
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else host  # noqa: S104 - compared
    return f"http://{shown}:{port}/"


def a_port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number
