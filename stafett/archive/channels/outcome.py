"""What can come back from an archive."""

from dataclasses import dataclass, field
from uuid import UUID


class NotNow(Exception):
    """The archive cannot be reached, or asked us to come back. The text says what failed, without any content."""


@dataclass(frozen=True)
class Answer:
    """What an archive said of a parcel: `message_id` is the parcel's, `key` its own external key where it is told.

    `receipt` (ids, numbers, times) when it has been received, `fault` when it said no, for good or (`is_for_now`) until
    it is asked again; neither when it has only been taken in. `token` is the channel's own, for `settle`.
    """

    message_id: UUID | None
    key: UUID | None = None
    receipt: dict[str, str] = field(default_factory=dict)
    fault: str = ""
    is_for_now: bool = False
    token: object = None
