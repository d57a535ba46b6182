"""Fiks IO, which carries messages: what it must be able to, and ours, a pair of folders (`STAFETT_ARCHIVE_FIKS`).

`ut` is what we send, `inn` what has come. Each message is a folder: `innhold.asice`, and `melding.json` with its type
and ids, written last, so that whoever carries messages on takes only whole ones; they write theirs the same way.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from django.conf import settings

from stafett.archive.channels.outcome import NotNow
from stafett.kernel import clock
from stafett.kernel.ids import parse_id

HEAD, CONTENT = "melding.json", "innhold.asice"


@dataclass(frozen=True)
class Message:
    """One message. `about` is the one it answers; `content` an ASiC-E container, or nothing."""

    id: UUID
    type: str
    about: UUID | None = None
    content: bytes = b""


class Transport(Protocol):
    """Carries messages to and from a municipality's account (`place` is its short name). Raises NotNow when it cannot."""

    def hand_over(self, message: Message, *, place: str) -> None: ...

    def waiting(self, *, place: str) -> Iterator[Message]: ...

    def done_with(self, message: Message, *, place: str) -> None: ...


def of_settings() -> Transport:
    """The transport of this installation. Raises NotNow without one."""
    if not settings.ARCHIVE_FIKS:
        raise NotNow("STAFETT_ARCHIVE_FIKS is not set")
    return Folders(Path(settings.ARCHIVE_FIKS))


class Folders:
    """Messages as folders, each municipality by itself."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def hand_over(self, message: Message, *, place: str) -> None:
        """Write one message; one that is there already is left alone. Raises NotNow when nothing can be written."""
        here = self._root / place / "ut" / str(message.id)
        try:
            if not self._root.is_dir():
                raise NotNow("the folder of Fiks IO is not there")
            here.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not (here / HEAD).exists():
                (here / CONTENT).write_bytes(message.content)
                _write_whole(here / HEAD, {"id": str(message.id), "type": message.type})
        except OSError as fault:
            raise NotNow(fault.strerror or type(fault).__name__) from None

    def waiting(self, *, place: str) -> Iterator[Message]:
        """Messages that have come, in the order of their names; what is not a whole message is passed over."""
        inbox = self._root / place / "inn"
        for head in sorted(inbox.glob(f"*/{HEAD}")) if inbox.is_dir() else ():
            message = _read(head)
            if message is not None:
                yield message

    def done_with(self, message: Message, *, place: str) -> None:
        """Move a message that has been read to `lest`, beside an earlier one of the same id."""
        here = self._root / place / "inn" / str(message.id)
        read = self._root / place / "lest"
        read.mkdir(parents=True, exist_ok=True, mode=0o700)
        if here.is_dir():
            again = f"{here.name}-{clock.now():%Y%m%dT%H%M%S%f}"
            here.rename(read / (again if (read / here.name).exists() else here.name))


def _read(head):
    try:
        words = json.loads(head.read_text(encoding="utf-8"))
        content = head.with_name(CONTENT)
        return Message(
            id=_id(head.parent.name), type=str(words["type"]), about=_id(words["about"]),
            content=content.read_bytes() if content.exists() else b"",
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _id(text):
    found = parse_id(text)
    if found is None:
        raise ValueError("no id")
    return found


def _write_whole(path, words):
    begun = path.with_suffix(".ny")
    begun.write_text(json.dumps(words), encoding="utf-8")
    begun.rename(path)
