"""Signed tokens: the signature is checked here with the issuer's own keys, what they say by `identity.rules`."""

import json
from dataclasses import dataclass
from datetime import datetime

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jws import JWSRegistry

from stafett.identity import rules
from stafett.identity.enums import LogoutFault, Refusal
from stafett.identity.oidc import metadata
from stafett.identity.oidc.providers import Provider
from stafett.identity.rules import Claims, Expected
from stafett.kernel.verdict import Labelled, Refused, no, require

ALGORITHMS = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "ES256",
)  # signatures by key pairs only; never none, never HMAC
LONGEST = 16_000  # characters of a token


@dataclass(frozen=True)
class LogoutToken:
    """Whose logins a provider wants ended, and the token's own id."""

    issuer: str
    jti: str
    sid: str
    subject: str


def id_token_claims(
    token: object, provider: Provider, *, nonce: str, now: datetime, confirmed_after: datetime | None = None
) -> Claims:
    """The claims of an id_token that opens the door. Raises Refused, or metadata.Unreachable."""
    claims = _signed_claims(token, provider.issuer, bad=Refusal.WRONG_SIGNATURE, unknown=Refusal.UNKNOWN_KEY)
    expected = Expected(
        issuer=provider.issuer,
        client_id=provider.client.client_id,
        nonce=nonce,
        levels=provider.levels,
        level_claim=provider.profile.level_claim,
        number_claim=provider.profile.number_claim,
        is_test=provider.is_test,
        confirmed_after=confirmed_after,
    )
    require(rules.may_enter(claims, expected, now=now))
    return claims


def logout_token(token: object, provider: Provider, *, now: datetime) -> LogoutToken:
    """A logout token that may end logins. Raises Refused with a LogoutFault, or metadata.Unreachable.

    Whether it has been used before is not known here. Source: OIDC-07.
    """
    fault = LogoutFault.WRONG_SIGNATURE
    if str(header_of(token).get("typ", "")).lower() not in ("logout+jwt", "application/logout+jwt"):
        raise Refused(no(LogoutFault.NOT_A_LOGOUT))
    claims = _signed_claims(token, provider.issuer, bad=fault, unknown=fault)
    require(rules.may_end(claims, issuer=provider.issuer, client_id=provider.client.client_id, now=now))
    return LogoutToken(
        provider.issuer, str(claims["jti"]), str(claims.get("sid", "")), str(claims.get("sub", ""))
    )


def header_of(token: object) -> dict:
    """A token's header, unverified; empty when it is no signed token."""
    try:
        return dict(jws.extract_compact(_bytes(token)).headers())
    except (JoseError, ValueError):
        return {}


def unverified_claims(token: object) -> Claims:
    """What a token says, unverified: to find whose keys to check it with, or to read again what was verified."""
    try:
        found = json.loads(jws.extract_compact(_bytes(token)).payload)
    except (JoseError, ValueError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _signed_claims(token: object, address: str, *, bad: Labelled, unknown: Labelled) -> Claims:
    header = header_of(token)
    kid, algorithm = header.get("kid"), header.get("alg")
    if algorithm not in ALGORITHMS or not isinstance(kid, str):
        raise Refused(no(bad))
    key = metadata.issuer(address).key(kid)
    if key is None:
        raise Refused(no(unknown))
    try:
        return jwt.decode(_bytes(token), key, algorithms=[algorithm], registry=_REGISTRY).claims
    except (JoseError, ValueError):
        raise Refused(no(bad)) from None


# Headers that a provider adds and we do not know are no reason to refuse.
_REGISTRY = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)


def _bytes(token: object) -> bytes:
    if not isinstance(token, str) or len(token) > LONGEST or not token.isascii():
        raise ValueError("no token")
    return token.encode()
