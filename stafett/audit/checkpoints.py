"""Where each chain had come to, hour by hour, in a file outside the database: what shows that its end was cut off.

One line of JSON for each municipality and hour, only ever added to. The file belongs on another disk or host, or is
shipped there; whoever can change both it and the database leaves no trace in either.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from stafett.audit.models import Head
from stafett.kernel import clock
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within


@dataclass(frozen=True)
class Checkpoint:
    """That a municipality's row with this number had this hash at a moment."""

    municipality_id: UUID
    number: int
    hash: bytes
    at: datetime

    def as_line(self) -> str:
        """One line of JSON, without the line end."""
        return json.dumps({
            "municipality": str(self.municipality_id), "number": self.number, "hash": self.hash.hex(),
            "at": self.at.isoformat(timespec="seconds"),
        })  # fmt: skip

    @classmethod
    def from_line(cls, line: str) -> "Checkpoint":
        """The checkpoint of a line. Raises ValueError when it is not one."""
        try:
            told = json.loads(line)
            return cls(
                UUID(told["municipality"]), int(told["number"]), bytes.fromhex(told["hash"]),
                datetime.fromisoformat(told["at"]),
            )  # fmt: skip
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"not a checkpoint: {error}") from error


class UnreadableCheckpoint(Exception):
    """A line of the file is not a checkpoint, or two lines disagree. `args[0]` is a sentence for an operator."""


def write(path: Path) -> int:
    """Add a line for each municipality that has a trail; returns how many. On disk when this returns (fsync)."""
    lines = [checkpoint.as_line() + "\n" for checkpoint in _now()]
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    return len(lines)


def read(path: Path) -> dict[UUID, dict[int, bytes]]:
    """Hash by number for each municipality. Raises OSError, and UnreadableCheckpoint for a line that is no checkpoint."""
    known: dict[UUID, dict[int, bytes]] = defaultdict(dict)
    with path.open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                checkpoint = Checkpoint.from_line(line)
            except ValueError:
                raise UnreadableCheckpoint(f"Line {number} of {path} is not a checkpoint.") from None
            hashes = known[checkpoint.municipality_id]
            if hashes.setdefault(checkpoint.number, checkpoint.hash) != checkpoint.hash:
                raise UnreadableCheckpoint(
                    f"Line {number} of {path} says otherwise than an earlier line about row {checkpoint.number}."
                )
    return dict(known)


def _now() -> Iterator[Checkpoint]:
    """Where every chain has come to. A municipality without a trail has nothing to be cut off."""
    for municipality_id in municipality_ids():
        with within(municipality_id):
            head = Head.objects.filter(municipality_id=municipality_id).first()
        if head is not None:
            yield Checkpoint(municipality_id, head.number, bytes(head.hash), clock.now())
