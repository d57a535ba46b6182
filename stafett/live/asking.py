"""What a request for a stream says: method, path, where the page has come, its cookie, and where it is from."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

from django.http import parse_cookie

from stafett.kernel.ids import parse_id

HIGHEST = 2**63 - 1  # the database's largest number


@dataclass(frozen=True)
class Asked:
    """A request, read without trusting any of it."""

    method: str
    folder: str  # the path up to and with its last slash
    thing_id: UUID | None  # the rest of the path, when that is an id
    since: int | None  # the number of the newest act the page has seen
    host: str
    origin: str
    cookies: dict[str, str]


def read(scope: dict[str, Any]) -> Asked:
    """The request of an ASGI scope."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    folder, slash, last = scope["path"].rpartition("/")
    query = parse_qs(scope["query_string"].decode("latin-1"))
    return Asked(
        method=scope["method"],
        folder=folder + slash,
        thing_id=parse_id(last),
        since=_furthest(headers.get("last-event-id", ""), *query.get("sett", ())),
        host=headers.get("host", ""),
        origin=headers.get("origin", ""),
        cookies=parse_cookie(headers.get("cookie", "")),
    )


def _furthest(*texts: str) -> int | None:
    """The largest of the numbers written here; None when there is none."""
    numbers = [int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 20]
    return min(max(numbers), HIGHEST) if numbers else None
