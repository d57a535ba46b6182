"""Logging out: of us, of the provider by a form that the browser sends there, and what a provider tells us to end."""

import logging
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from stafett.identity import operations, sessions, setting_out
from stafett.identity.enums import LogoutFault, Way
from stafett.identity.oidc import metadata, providers, tokens
from stafett.identity.oidc.metadata import Unreachable
from stafett.kernel.crypto import random_token
from stafett.kernel.verdict import Refused, no

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Farewell:
    """A form to the provider's logout: where to, with what, and which addresses it may lead through (OIDC-10)."""

    label: str
    address: str
    fields: dict[str, str]
    origins: tuple[str, ...]


def farewell(session) -> Farewell | None:
    """The form that logs out of the provider too; None when there was none, or it has no such page."""
    provider = setting_out.provider_called(session.method) if session else None
    if provider is None or provider.issuer != session.issuer:
        return None
    known = metadata.issuer(provider.issuer)
    try:
        address, origins = known.address_of("end_session_endpoint"), known.origins()
    except Unreachable as silent:
        log.error("logout: %s", silent)
        return None
    if not address:
        return None
    fields = {
        "client_id": provider.client.client_id,
        "post_logout_redirect_uri": provider.after_logout_uri,
        "state": random_token(),
    }
    hint = sessions.id_token_of(session)
    return Farewell(
        provider.label, address, fields | ({"id_token_hint": hint} if hint else {}), tuple(origins)
    )


def end_by_frame(issuer: str, sid: str, *, now: datetime) -> list[str]:
    """Front channel: end the logins of a provider's session. Gives the origins that may frame the answer.

    An unknown issuer or session ends nothing, and the answer is the same. Source: OIDC-06.
    """
    found = providers.of_issuer(settings.LOGIN_FILE, issuer)
    if not found:
        return []
    if sid:
        operations.log_out_at_provider(issuer, sid=sid, way=Way.FRONT_CHANNEL, now=now)
    try:
        return metadata.issuer(issuer).origins()
    except Unreachable:
        return ["{0.scheme}://{0.netloc}".format(urlsplit(issuer))]


def end_by_message(token: str, *, now: datetime) -> int:
    """Back channel: end the logins a logout token is about; returns how many.

    Raises Refused with a LogoutFault, or Unreachable. Source: OIDC-07.
    """
    told, fault = _read(token, now=now)
    if told is None:
        raise fault
    if not operations.use_once(told.issuer, told.jti, now=now):
        raise Refused(no(LogoutFault.USED_BEFORE))
    return operations.log_out_at_provider(
        told.issuer, sid=told.sid, subject=told.subject, way=Way.BACK_CHANNEL, now=now
    )


def _read(token, *, now):
    """What the token says, judged as each client that its issuer may mean; else the last fault."""
    issuer, fault = tokens.unverified_claims(token).get("iss"), Refused(no(LogoutFault.WRONG_ISSUER))
    for provider in providers.of_issuer(settings.LOGIN_FILE, str(issuer)):
        try:
            return tokens.logout_token(token, provider, now=now), None
        except Refused as refused:
            fault = refused
    return None, fault
