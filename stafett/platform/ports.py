"""Web ports: which one is free, held so that no other copy takes it, and whether a page answers there."""

import errno
import http.client
import socket
from ipaddress import ip_address
from typing import Self

from stafett.platform.faults import PlatformError

FIRST_PORT = 8000
LAST_PORT = 8999


class HeldPort:
    """A port taken for our web server for as long as this object lives.

    Web workers share one port by SO_REUSEPORT, and so would two copies of Stafett that found the same port
    free, each answering half of the other's visitors. So the port is first bound alone, which only one can,
    and then opened for sharing with our own workers.
    """

    def __init__(self, host: str, port: int) -> None:
        """Raises OSError when the port is taken or may not be used."""
        try:
            self._socket = _bound(host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            self._socket = _bound(host, port, past_closed=True)
        self.number: int = self._socket.getsockname()[1]

    def close(self) -> None:
        """Let others have the port."""
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _bound(host: str, port: int, *, past_closed: bool = False) -> socket.socket:
    """A socket that is alone on the port, then opened for our workers.

    A site that has just been stopped leaves connections that the kernel remembers for a minute (TIME_WAIT). `past_closed`
    steps past them. Nobody who holds the port or listens on it lets us past: a holder takes the leave back at once.
    """
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(past_closed))
        made.bind((host, port))
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
        if hasattr(socket, "SO_REUSEPORT"):
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        made.close()
        raise
    return made


def hold_port(host: str, port: int | None) -> HeldPort:
    """Hold the port asked for, or without one the first free from 8000. Raises PlatformError when none is."""
    for number in [port] if port else range(FIRST_PORT, LAST_PORT + 1):
        try:
            return HeldPort(host, number)
        except OSError as error:
            reason = error.strerror or str(error)
    wanted = f"Port {port}" if port else f"Every port from {FIRST_PORT} to {LAST_PORT}"
    raise PlatformError(f"{wanted} on {host} cannot be used ({reason}). Choose another with --port.")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def status_of(host: str, port: int, path: str, *, name: str | None = None) -> int:
    """HTTP status a page answers with, 0 when nobody does; `name` is the host name asked for."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared
    connection = http.client.HTTPConnection(reachable, port, timeout=2)
    try:
        connection.request("GET", path, headers={"Host": name or f"localhost:{port}"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()
