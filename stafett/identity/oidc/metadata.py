"""What a provider says of itself: its addresses and its keys, fetched from the issuer and kept for a day.

When a token names a key we have not seen, the keys are fetched anew, at most once a minute whatever comes (OIDC-05).
"""

import contextlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from urllib.parse import urlsplit

import requests
from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import Key, KeySet

from stafett.identity.oidc.client_key import SMALLEST_KEY
from stafett.identity.oidc.providers import LOOPBACK
from stafett.kernel import clock

KEPT_FOR = timedelta(hours=24)
REFETCH_AFTER = timedelta(minutes=1)
TIMEOUT = (3.05, 8)  # seconds to connect, and to answer
WANTED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class Unreachable(Exception):
    """The provider does not answer, or what it says cannot be trusted. The text is a sentence for the operator."""


@dataclass
class Issuer:
    """One issuer as this process knows it. Safe to share between threads."""

    address: str
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _metadata: Mapping = field(default_factory=dict)
    _keys: dict[str, Key] = field(default_factory=dict, repr=False)
    _known_at: datetime | None = None
    _has_asked: bool = False
    _asked_again_at: datetime | None = None

    def metadata(self) -> Mapping:
        """Its metadata, at most a day old; when it does not answer, the former holds. Raises Unreachable."""
        with self._lock:
            if self._known_at is None or clock.now() - self._known_at > KEPT_FOR:
                self._renew()
            return self._metadata

    def key(self, kid: str) -> Key | None:
        """The signing key of that name; None when the issuer has none. Raises Unreachable."""
        uri = self.metadata()["jwks_uri"]
        with self._lock:
            if kid not in self._keys and self._may_ask():
                self._keys = keys_at(uri)
            return self._keys.get(kid)

    def address_of(self, name: str) -> str:
        """One of its addresses; empty when it has none of that kind. Raises Unreachable."""
        return str(self.metadata().get(name) or "")

    def origins(self) -> list[str]:
        """Scheme and host of the issuer and of the pages it shows people. Raises Unreachable."""
        pages = (self.address, *map(self.address_of, ("authorization_endpoint", "end_session_endpoint")))
        return sorted({"{0.scheme}://{0.netloc}".format(urlsplit(page)) for page in pages if page})

    def _renew(self) -> None:
        try:
            self._metadata = fetched(self.address)[0]
        except Unreachable:
            if not self._metadata:
                raise
        self._known_at = clock.now()

    def _may_ask(self) -> bool:
        """Once at first; then again at most once a minute. An asking that fails counts as one."""
        now, was_first = clock.now(), not self._has_asked
        if was_first:
            self._has_asked = True
        elif self._asked_again_at is None or now - self._asked_again_at >= REFETCH_AFTER:
            self._asked_again_at = now
        else:
            return False
        return True


@cache
def issuer(address: str) -> Issuer:
    """What this process knows of an issuer."""
    return Issuer(address)


def fetched(address: str) -> tuple[Mapping, datetime | None]:
    """An issuer's metadata as it is now, and what its clock says. Raises Unreachable."""
    answer = _get(f"{address.rstrip('/')}/.well-known/openid-configuration")
    told = _object(answer, address)
    if told.get("issuer") != address:
        raise Unreachable(f"{address} calls itself {str(told.get('issuer'))[:200]!r}.")
    missing = [name for name in WANTED if not _is_safe(told.get(name), address)]
    if missing:
        raise Unreachable(f"{address} gives no safe {', '.join(missing)}.")
    return told, _date_of(answer)


def keys_at(uri: str) -> dict[str, Key]:
    """Keys that sign, by name; others are left out, and so are weak ones and kinds we do not know. Raises Unreachable."""
    found = {}
    for entry in _object(_get(uri), uri).get("keys") or ():
        if not isinstance(entry, dict) or not isinstance(entry.get("kid"), str):
            continue
        if entry.get("use", "sig") == "sig" and entry.get("kty") in ("RSA", "EC"):
            with contextlib.suppress(JoseError, SecurityWarning, ValueError, TypeError, KeyError):
                key = KeySet.import_key_set({"keys": [entry]}).keys[0]
                found |= {entry["kid"]: key} if _is_strong(key) else {}
    return found


def _is_strong(key: Key) -> bool:
    """RSA from 2048 bits on; an elliptic curve is as strong as its name."""
    return key.key_type != "RSA" or key.public_key.key_size >= SMALLEST_KEY


def _get(address: str) -> requests.Response:
    try:
        return requests.get(
            address, timeout=TIMEOUT, allow_redirects=False, headers={"Accept": "application/json"}
        )
    except requests.RequestException as error:
        raise Unreachable(f"{address} does not answer ({type(error).__name__}).") from None


def _object(answer: requests.Response, address: str) -> dict:
    try:
        told = answer.json() if answer.status_code == 200 else None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise Unreachable(f"{address} answers with {answer.status_code}, and not with what was asked for.")
    return told


def _is_safe(address: object, issuer_address: str) -> bool:
    """An address that may be used: https, or on this machine when the issuer is."""
    if not isinstance(address, str):
        return False
    parts, own = urlsplit(address), urlsplit(issuer_address)
    is_local = own.scheme == "http" and parts.hostname in LOOPBACK
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and is_local))


def _date_of(answer: requests.Response) -> datetime | None:
    try:
        return parsedate_to_datetime(answer.headers.get("Date", ""))
    except (TypeError, ValueError):
        return None
