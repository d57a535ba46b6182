"""How often somebody may do what is costly, or could be used to guess or to gather: one table, counted by the database.

`@page(…, limit="search")` asks before the page is opened; pages that declare no limit ask nothing. Nobody can be kept
out for long: a count is of one person or one address, and forgotten when its time is over.
"""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from stafett.kernel import clock


@dataclass(frozen=True)
class Limit:
    """So many `times` in so many `seconds`; of each person, or before the login of each address.

    The seconds divide a day. A whole school may share one address, so those numbers are large. Where `opening_is_free`
    only what brings something is counted: a POST, or a query in the address.
    """

    times: int
    seconds: int
    opening_is_free: bool = False


LIMITS = {
    "login": Limit(600, 300),  # leaving for a provider and coming back are two
    "logout_notice": Limit(600, 60),  # an issuer ends many logins at once (OIDC-07)
    "search": Limit(60, 60, opening_is_free=True),
    "consent_signing": Limit(20, 600, opening_is_free=True),
    "data_export": Limit(20, 3600, opening_is_free=True),
    "machine": Limit(1500, 60),  # of each integration: a directory that sends 25 people a second
    "machine_unknown": Limit(60, 60),  # tries of an address that shows no valid key
    "calendar_feed": Limit(600, 600),  # a calendar service asks for many people from one address
}


@dataclass(frozen=True)
class Wait:
    """Somebody must wait so many seconds; `is_first` until they have been told so in this stretch of time."""

    seconds: int
    is_first: bool


def take(kind: str, key: str) -> bool:
    """Count one; whether it is allowed. `kind` is a name in LIMITS, `key` a person's id or an address, as text.

    Source: ASVS 2.4.1, 6.3.1, 10.5.5.
    """
    return _count(kind, key) is None


@dataclass(frozen=True)
class Taken:
    """What a count came to: how many are left of how many, and in how many seconds all of them are free again."""

    limit: int
    left: int
    seconds: int
    is_over: bool = False
    is_first: bool = False  # the first one past the limit in this stretch of time


def count(kind: str, key: str) -> Taken:
    """Count one, and tell how much is left: for those who are answered in numbers. Source: ASVS 2.4.1."""
    limit, ends_at, taken, now = _counted(kind, key)
    seconds = max(1, int((ends_at - now).total_seconds()) + 1)
    is_over, is_first = taken > limit.times, taken == limit.times + 1
    return Taken(limit.times, max(0, limit.times - taken), seconds, is_over, is_first)


def wait_of(request: HttpRequest, kind: str) -> Wait | None:
    """Count a request; None when it may go on.

    Source: ASVS 2.4.1; ours for opening an empty page, which costs nothing.
    """
    is_opening = request.method in ("GET", "HEAD") and not request.GET
    if is_opening and LIMITS[kind].opening_is_free:
        return None
    return _count(kind, str(request.login.person_id) if request.login else address_of(request))


def address_of(request: HttpRequest) -> str:
    """Where a request comes from, as text; of an IPv6 address the first half, which one household has to itself.

    Each of our own proxies adds one address to the right of X-Forwarded-For. What stands to the left of those anybody
    can have written (ASVS 15.3.4).
    """
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    is_told = 0 < settings.PROXIES <= len(forwarded)
    return _shortened(forwarded[-settings.PROXIES] if is_told else request.META.get("REMOTE_ADDR", ""))


def forget_past(*, now: datetime) -> int:
    """Delete the counts whose time is over; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM web_requestcount WHERE ends_at < %s", [now])
        return cursor.rowcount


# One statement, committed before the page's own transaction begins: whatever happens to that, the count stands, and
# nobody waits for a lock while a page is made. It stops one past the first that was refused.
_COUNT = """
INSERT INTO web_requestcount AS c (kind, key, ends_at, taken) VALUES (%s, %s, %s, 1)
ON CONFLICT (kind, key) DO UPDATE SET ends_at = EXCLUDED.ends_at,
  taken = CASE WHEN c.ends_at = EXCLUDED.ends_at THEN least(c.taken + 1, %s) ELSE 1 END
RETURNING taken
"""


def _count(kind: str, key: str) -> Wait | None:
    taken = count(kind, key)
    return Wait(taken.seconds, taken.is_first) if taken.is_over else None


def _counted(kind: str, key: str) -> tuple[Limit, datetime, int, datetime]:
    limit, now = LIMITS[kind], clock.now()
    ends_at = _end(limit, now)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [kind, _mark(kind, key, now), ends_at, limit.times + 2])
        return limit, ends_at, cursor.fetchone()[0], now


def _end(limit: Limit, now: datetime) -> datetime:
    passed = int(now.timestamp()) // limit.seconds
    return datetime.fromtimestamp((passed + 1) * limit.seconds, UTC)


def _mark(kind: str, key: str, now: datetime) -> bytes:
    """What stands for a person or an address today: neither can be read from it, nor followed from day to day."""
    message = f"{now.astimezone(UTC).date()} {kind} {key}"
    return hmac.digest(settings.SECRET_KEY.encode(), message.encode(), "sha256")


def _shortened(text: str) -> str:
    try:
        address = ip_address(text)
    except ValueError:
        return ""
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 64 << 64))
