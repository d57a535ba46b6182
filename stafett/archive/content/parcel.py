"""What is handed to an archive, as plain values."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True)
class Sheet:
    """One file: ASCII name, what it is called, media type, PRONOM id of its format, and its bytes."""

    name: str
    title: str
    media_type: str
    content: bytes
    sha256: str

    @property
    def size(self) -> int:
        return len(self.content)


@dataclass(frozen=True)
class Parcel:
    """One thing handed in: `key` is the external key the archive knows it by, `folder_key` that of its folder, and
    `message_id` this sending of it.

    `party` is the name of the child it is about; empty for what is about nobody. `public_title` holds no name.
    """

    key: UUID
    message_id: UUID
    place: str  # the municipality's short name
    kind: str
    title: str
    public_title: str
    folder_key: UUID
    folder_title: str
    folder_public_title: str
    made_on: date
    made_at: datetime
    made_by: str
    unit: str
    party: str = ""
    case_type: str = ""
    journal_unit: str = ""
    files: tuple[Sheet, ...] = field(default=())
