"""A web port is held by one copy only, and may be shared by that copy's own workers."""

import socket

import pytest

from stafett.platform import ports
from stafett.platform.faults import PlatformError
from stafett.platform.ports import HeldPort, hold_port, is_loopback, status_of


@pytest.fixture
def held():
    """A port on loopback."""
    port = HeldPort("127.0.0.1", 0)
    yield port
    port.close()


def test_a_port_held_by_one_copy_is_refused_to_another(held):
    with pytest.raises(PlatformError, match="Choose another with --port"):
        hold_port("127.0.0.1", held.number)


def test_without_a_wish_the_next_free_port_is_taken(held, monkeypatch):
    monkeypatch.setattr(ports, "FIRST_PORT", held.number)
    monkeypatch.setattr(ports, "LAST_PORT", held.number + 50)

    other = hold_port("127.0.0.1", None)

    assert held.number < other.number <= held.number + 50
    other.close()


@pytest.mark.skipif(not hasattr(socket, "SO_REUSEPORT"), reason="this system does not share ports")
def test_our_own_workers_can_listen_on_the_held_port(held):
    with socket.socket() as worker:
        worker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        worker.bind(("127.0.0.1", held.number))
        worker.listen()

        with socket.create_connection(("127.0.0.1", held.number), timeout=5):
            accepted, _address = worker.accept()
            accepted.close()


def test_a_page_nobody_serves_has_status_0(held):
    assert status_of("127.0.0.1", held.number, "/") == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "example.org", ""])  # noqa: S104 - not bound
def test_not_loopback(host):
    assert not is_loopback(host)
