"""Fiks Arkiv V1: builds the protocol's messages and reads its answers. What carries them is a transport behind a port.

Ours is a pair of folders, from which the municipality's own Fiks IO client, with its certificate and Maskinporten key,
sends, and where it puts what comes back (ADR 0036).
"""

import io
import logging
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from stafett.archive.channels import transport
from stafett.archive.channels.outcome import Answer
from stafett.archive.channels.transport import Message, Transport
from stafett.archive.content import arkivmelding, receipts
from stafett.archive.content.asice import packed
from stafett.archive.content.parcel import Parcel
from stafett.kernel.ids import parse_id

CREATE = "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett"
TAKEN_IN = f"{CREATE}.mottatt"
RECEIPT = f"{CREATE}.kvittering"
RECEIPT_FILE = "arkivmelding-kvittering.xml"
# Known by their ends: the protocol's own list spells the beginning of the first in two ways.
_NOT_VALID = ".feilmelding.ugyldigforespoersel"
_DOWN = ".feilmelding.serverfeil"
_LARGEST = 5_000_000  # bytes of an answer
# What reading a damaged container may raise, whichever way its files are packed.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError, NotImplementedError,
)  # fmt: skip

logger = logging.getLogger(__name__)


def port() -> "FiksArkiv":
    """The port, over the transport of this installation. Raises NotNow without one."""
    return FiksArkiv(transport.of_settings())


class FiksArkiv:
    """One parcel is one message. The parcel's key stands in it: an archive that gets it twice answers "Eksisterende"."""

    def __init__(self, carrier: Transport) -> None:
        self._carrier = carrier

    def send(self, parcel: Parcel) -> None:
        """Hand the message over; the receipt comes later."""
        files = [(arkivmelding.FILE_NAME, "application/xml", arkivmelding.message_of(parcel))]
        files += [(sheet.name, sheet.media_type, sheet.content) for sheet in parcel.files]
        message = Message(parcel.message_id, CREATE, content=packed(files))
        self._carrier.hand_over(message, place=parcel.place)

    def answers(self, place: str) -> Iterator[Answer]:
        """The protocol's answers as ours. One that cannot be read is left with the transport, for a person to see."""
        for message in self._carrier.waiting(place=place):
            try:
                answer = _answer_of(message, token=(message, place))
            except receipts.Unreadable:
                logger.warning("An answer from the archive cannot be read; it is left where it is.")
                continue
            if answer is not None:
                yield answer

    def settle(self, answer: Answer) -> None:
        """Let the transport put the message away."""
        message, place = answer.token
        self._carrier.done_with(message, place=place)


def _answer_of(message, *, token):
    if message.type == TAKEN_IN:
        return Answer(message.about, token=token)
    if message.type == RECEIPT:
        facts, fault = receipts.receipt_of(_file_in(message.content, RECEIPT_FILE))
        key = parse_id(facts.pop("key", None))
        return Answer(message.about, key, receipt=facts, fault=fault, token=token)
    if message.type.endswith((_NOT_VALID, _DOWN)):
        fault = receipts.fault_of(_file_in(message.content))
        return Answer(message.about, fault=fault, is_for_now=message.type.endswith(_DOWN), token=token)
    return None


def _file_in(content, name=""):
    """The file of that name in a container, or without a name its first XML file. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            found = next(each for each in container.infolist() if _is_wanted(each.filename, name))
            if found.file_size > _LARGEST:
                raise receipts.Unreadable("too long")
            return container.read(found)
    except (StopIteration, *_DAMAGED):
        raise receipts.Unreadable("no such file in the container") from None


def _is_wanted(found, name):
    return found == name if name else found.endswith(".xml") and not found.startswith("META-INF/")
