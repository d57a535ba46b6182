"""Who shows a key or a token. Found in the municipality it says it is of, and nowhere else (ADR 0046)."""

import secrets
from datetime import datetime
from uuid import UUID

from django.core import signing

from stafett.identity import setting_out
from stafett.integrations.enums import KeyKind, Scope
from stafett.integrations.models import IntegrationKey
from stafett.integrations.queries import systems
from stafett.integrations.rules import keys
from stafett.kernel.clock import today_in_norway
from stafett.kernel.crypto import sha256_hex
from stafett.kernel.ids import parse_id
from stafett.register.actor import Machine
from stafett.register.tenancy import within

SALT = "stafett.integrations.token"
LONGEST = 1000


def known_by(token: str, *, now: datetime) -> Machine | None:
    """The machine that shows a key or a short-lived token; None when it is nobody's, has ended, or was shut out."""
    if len(token) > LONGEST:
        return None
    place = keys.read_key(token)
    if place is not None:
        return _machine(place, now, kind=KeyKind.BEARER, key_hash=sha256_hex(token))
    told = _opened(token)
    if told is None or told["e"] <= now.timestamp():
        return None
    return _machine(parse_id(told["m"]), now, only=told["s"], kind=KeyKind.SECRET, pk=parse_id(told["k"]))


def client_called(client_id: str, secret: str, *, now: datetime) -> Machine | None:
    """The machine with this client id and secret, or None."""
    place = keys.read_key(secret) if len(secret) <= LONGEST else None
    machine = _machine(place, now, kind=KeyKind.SECRET, key_hash=sha256_hex(secret)) if place else None
    is_its_own = machine is not None and secrets.compare_digest(
        client_id.encode(), str(machine.person_id).encode()
    )
    return machine if is_its_own else None


def token_for(machine: Machine, *, scopes: list[str], now: datetime) -> str:
    """A token that stands for the machine's key for a quarter of an hour, and for these scopes only."""
    told = {
        "m": str(machine.municipality_id), "k": str(machine.key_id), "s": scopes,
        "e": int((now + keys.TOKEN_LIVES).timestamp()),
    }  # fmt: skip
    return signing.dumps(told, salt=SALT)


def _machine(place: UUID, now, *, only=None, **shown):
    with within(place):
        key = systems.key_with(**shown)
        if key is None or key.integration.ended_at or not keys.holds(key.ends_at, now=now):
            return None
        today = today_in_norway(now)
        if key.used_on != today:  # once a day, so that reading much writes little
            IntegrationKey.objects.filter(pk=key.pk).update(used_on=today)
        integration = key.integration
        of_kind = (
            {Scope.SCIM} if key.kind == KeyKind.BEARER else {each for each in Scope if each != Scope.SCIM}
        )
        allowed = frozenset(integration.scopes) & {each.value for each in of_kind}
        return Machine(
            person_id=integration.pk,
            municipality_id=place,
            name=integration.name,
            scopes=allowed & frozenset(only) if only is not None else allowed,
            key_id=key.pk,
            login_issuer=_issuer(integration.login_provider),
        )


def _issuer(provider_key):
    provider = setting_out.provider_called(provider_key) if provider_key else None
    return provider.issuer if provider else ""


def _opened(token):
    try:
        return signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
