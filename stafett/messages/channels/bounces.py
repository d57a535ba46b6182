"""Reads the report a mail server sends when a letter could not be delivered (RFC 3464). Pure: bytes in, addresses out."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message


def refused_addresses(letter: bytes) -> list[str]:
    """The addresses that a delivery report says have failed for good, each once; none when it is no such report.

    A report of a delay ("Action: delayed") and any other letter, whatever is in it, give none.
    """
    try:
        parts = list(message_from_bytes(letter, policy=policy.compat32).walk())
    except (MessageError, ValueError, LookupError):
        return []
    fields = [part for part in _recipients(parts) if str(part.get("Action", "")).strip().lower() == "failed"]
    return list(dict.fromkeys(address for part in fields for address in _addresses(part)))


def _recipients(parts: list[Message]) -> Iterator[Message]:
    """The blocks of a delivery-status part: the first is about the letter, each of the others about a recipient."""
    for part in parts:
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            yield from list(part.get_payload())[1:]


def _addresses(part: Message) -> Iterator[str]:
    """What was written on the letter, and where it went when it had been sent on: `rfc822; address`."""
    for name in ("Original-Recipient", "Final-Recipient"):
        kind, _semicolon, address = str(part.get(name, "")).partition(";")
        if kind.strip().lower() == "rfc822" and "@" in address:
            yield address.strip().strip("<>").lower()
