"""Ways to the archive: a folder on disk, and Fiks Arkiv over Fiks IO. Which one is each municipality's own choice.

`send` gives the answer when the archive gives one at once, or nothing when it comes later by `answers`. Sending the same
parcel twice is safe: the archive knows it by its key.
"""

from collections.abc import Iterator
from typing import Protocol

from stafett.archive.channels import fiks_arkiv, folder
from stafett.archive.channels.outcome import Answer, NotNow
from stafett.archive.content.parcel import Parcel
from stafett.archive.enums import Adapter

__all__ = ["Answer", "NotNow", "Port", "port"]


class Port(Protocol):
    """One archive."""

    def send(self, parcel: Parcel) -> Answer | None:
        """Hand over a parcel. Raises NotNow when the archive cannot be reached."""

    def answers(self, place: str) -> Iterator[Answer]:
        """What has come since last time for a municipality (its short name). Each is there again until `settle`."""

    def settle(self, answer: Answer) -> None:
        """The answer is stored: it need not come again."""


def port(adapter: str) -> Port:
    """The municipality's way to its archive. Raises NotNow when this installation has not been told where that is."""
    return _WAYS[Adapter(adapter)].port()


_WAYS = {Adapter.FOLDER: folder, Adapter.FIKS_ARKIV: fiks_arkiv}
