"""The way to the provider and back: the authorization request, and the code turned into an id_token."""

import json
import secrets
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from stafett.identity.enums import Refusal
from stafett.identity.oidc import metadata
from stafett.identity.oidc.metadata import TIMEOUT, Unreachable
from stafett.identity.oidc.providers import Provider
from stafett.kernel.verdict import Refused, no

LOCALES = ("nb", "nn", "se", "en")


@dataclass(frozen=True)
class Secrets:
    """What binds one request to one browser and one answer. Never repeated, never logged."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def fresh(cls) -> "Secrets":
        """256 random bits each; the verifier has 64 characters, where PKCE wants 43 to 128."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48))

    def __repr__(self) -> str:
        return "<Secrets>"


def parameters(provider: Provider, own: Secrets, *, locale: str, confirm: bool = False) -> dict[str, str]:
    """The authorization request. `confirm`: the person must show anew who they are (OIDC-03, OIDC-12)."""
    asked = {
        "response_type": "code",
        "client_id": provider.client.client_id,
        "redirect_uri": provider.return_uri,
        "scope": "openid",
        "state": own.state,
        "nonce": own.nonce,
        "code_challenge": create_s256_code_challenge(own.verifier),
        "code_challenge_method": "S256",
        "acr_values": provider.level,
        "ui_locales": locale if locale in LOCALES else "nb",
    }
    if provider.profile.level_claim != "acr":
        wanted = {provider.profile.level_claim: {"essential": True, "value": provider.level}}
        asked["claims"] = json.dumps({"id_token": wanted})
    return asked | ({"prompt": "login", "max_age": "0"} if confirm else {})


def address(provider: Provider, asked: dict[str, str]) -> str:
    """Where to send the browser. The request itself is handed over behind the scenes where the provider takes that
    (PAR), so that no browser can change it. Raises Refused or Unreachable."""
    known = metadata.issuer(provider.issuer)
    if pushed := known.address_of("pushed_authorization_request_endpoint"):
        asked = {"client_id": provider.client.client_id, "request_uri": _push(provider, pushed, asked)}
    parts = urlsplit(known.address_of("authorization_endpoint"))
    query = f"{parts.query}&{urlencode(asked)}" if parts.query else urlencode(asked)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def id_token_for(provider: Provider, *, code: str, verifier: str) -> str:
    """The id_token that a code stands for, unchecked. Raises Refused when the code is not accepted, or Unreachable."""
    place = metadata.issuer(provider.issuer).address_of("token_endpoint")
    with _session(provider) as session:
        try:
            answer = session.fetch_token(
                place, grant_type="authorization_code", code=code, redirect_uri=provider.return_uri,
                code_verifier=verifier, timeout=TIMEOUT, allow_redirects=False,
            )  # fmt: skip
        except AuthlibBaseError:  # its text may quote what was sent
            raise Refused(no(Refusal.CODE_REFUSED)) from None
        except (requests.RequestException, ValueError) as error:
            raise Unreachable(f"{place} does not answer ({type(error).__name__}).") from None
    token = answer.get("id_token")
    if not isinstance(token, str):
        raise Refused(no(Refusal.CODE_REFUSED))
    return token


def _push(provider: Provider, place: str, asked: dict[str, str]) -> str:
    with _session(provider) as session:
        try:
            answer = session.post(
                place, data=asked, timeout=TIMEOUT, allow_redirects=False, withhold_token=True,
                auth=session.client_auth(provider.client.method()),
            )  # fmt: skip
            told = answer.json() if answer.status_code in (200, 201) else {}
        except (requests.RequestException, ValueError) as error:
            raise Unreachable(f"{place} does not answer ({type(error).__name__}).") from None
    if not isinstance(told, dict) or not isinstance(told.get("request_uri"), str):
        raise Refused(no(Refusal.PROVIDER_REFUSED))
    return told["request_uri"]


def _session(provider: Provider) -> OAuth2Session:
    client = provider.client
    return OAuth2Session(client.client_id, client.secret, token_endpoint_auth_method=client.method())
