"""What a deposit is made from. Plain values; moments carry their time zone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True)
class File:
    """A document of a record. `ending` is that of its file; `media_type` one that `content.formats` knows."""

    id: UUID
    title: str
    media_type: str
    ending: str
    content: bytes


@dataclass(frozen=True)
class Record:
    """One registrering (arkivnotat): the closing report, or a meeting's minutes. Its first file is the main document."""

    id: UUID
    title: str
    made_at: datetime
    made_by: str
    archived_at: datetime
    files: tuple[File, ...]


@dataclass(frozen=True)
class Change:
    """A change of a folder that the change log tells: of what, from what, to what."""

    at: datetime
    by: str
    about: str
    before: str
    after: str


@dataclass(frozen=True)
class Folder:
    """One mappe: a closed Stafettlogg. `child_id` is its class. `records` may be an iterator: it is read once.

    `own` are our own metadata: level, unit, and how many of each thing there are.
    """

    id: UUID
    child_id: UUID
    party: str
    opened_at: datetime
    opened_by: str
    closed_at: datetime
    closed_by: str
    records: tuple[Record, ...] | Iterator[Record]
    changes: tuple[Change, ...] = ()
    own: dict[str, str | int] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """The mappeID: year of start and the folder's own key. No personal number, no name (ARK-07)."""
        return f"{self.opened_at:%Y}/{self.id.hex[-12:]}"


@dataclass(frozen=True)
class Archive:
    """The archive a deposit is from: whose, its id (made from the municipality's), and the period."""

    id: UUID
    creator_id: str
    creator: str
    first: date
    last: date
    made_at: datetime


@dataclass
class Counts:
    """What has been written: compared with what the file says of itself, and with the database (ARK-06)."""

    folders: int = 0
    records: int = 0
    changes: int = 0
    files: int = 0
    size: int = 0
