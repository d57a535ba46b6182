"""Ways out of the house: e-mail and SMS. Each carries a fixed sentence and the site's address, nothing else (L-59).

A port says whether the pointer was taken; what it is told (an address) goes no further than the one who delivers.
"""

from typing import Protocol

from stafett.messages.channels import email, sms
from stafett.messages.channels.outcome import NotNow, WrongAddress
from stafett.messages.enums import Channel

__all__ = ["NotNow", "Port", "WrongAddress", "opened", "port"]


class Port(Protocol):
    """Sends one pointer. Raises `WrongAddress` when that address will never do, `NotNow` when it may do later."""

    def point(self, address: str, *, lang: str) -> None: ...


def opened() -> frozenset[Channel]:
    """The channels that this installation has been given something to send with."""
    return frozenset(channel for channel, way in _WAYS.items() if way.is_open())


def port(channel: str) -> Port:
    """The port of an open channel. Raises NotNow when it has been closed since."""
    way = _WAYS[Channel(channel)]
    if not way.is_open():
        raise NotNow
    return way.port()


_WAYS = {Channel.EMAIL: email, Channel.SMS: sms}
