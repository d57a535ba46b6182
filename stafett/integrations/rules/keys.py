"""How long keys and tokens live, how they are written, and who somebody in the directory becomes."""

from datetime import datetime, timedelta
from uuid import UUID

from stafett.kernel.ids import parse_id

LIVES = timedelta(days=365)  # a key for a directory or a client; then a new one is made
OVERLAP = timedelta(days=7)  # the former key works on while the new one is put in place
NOTICE = timedelta(days=30)
TOKEN_LIVES = timedelta(minutes=15)
MARK, TOKEN_MARK = "stafett", "stafett-t"
NOBODY = "Uten navn"  # a directory may tell of somebody without saying what they are called


def written_key(municipality_id: UUID, secret: str) -> str:
    """A key as it is handed out: it says which municipality it is of, so that nothing is looked for across the fence."""
    return f"{MARK}.{municipality_id}.{secret}"


def read_key(text: str) -> UUID | None:
    """The municipality a key says it is of, or None when it is not written as a key."""
    parts = text.split(".")
    return parse_id(parts[1]) if len(parts) == 3 and parts[0] == MARK and parts[2] else None


def holds(ends_at: datetime, *, now: datetime) -> bool:
    """Whether a key may still be used. Source: ADR 0046."""
    return now < ends_at


def soon_over(ends: dict[str, datetime], *, now: datetime) -> datetime | None:
    """When the first of a system's kinds of key stops working (kind -> its last end), if that is within a month: a system that
    stops without a word leaves a wrong list. Source: S000-07, ADR 0046."""
    first = min(ends.values(), default=None)
    return first if first is not None and first <= now + NOTICE else None


def end_of_former(ends_at: datetime, *, now: datetime) -> datetime:
    """When a key ends once there is a new one: a week is left to put it in place, never longer than it had."""
    return min(ends_at, now + OVERLAP)


def name_of(*, given_name: str, family_name: str, display_name: str, user_name: str) -> tuple[str, str]:
    """Given and family name of somebody as the directory tells of them, made from what there is."""
    if given_name or family_name:
        return given_name or family_name, family_name or given_name
    words = (display_name or user_name.partition("@")[0].replace(".", " ").replace("_", " ")).split()
    if not words:
        return NOBODY, NOBODY
    given = " ".join(words[:-1]) or words[0]
    return given[:100], words[-1][:100]
