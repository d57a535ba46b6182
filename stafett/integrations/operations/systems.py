"""Letting a system in, giving it a new key, and shutting it out. A key is shown once: only its hash is stored."""

import secrets

from stafett.audit.trail import Outcome, operation
from stafett.integrations.enums import Event, KeyKind, Refusal, Scope
from stafett.integrations.models import Integration, IntegrationKey
from stafett.integrations.operations import knowing
from stafett.integrations.queries import systems
from stafett.integrations.rules import keys
from stafett.kernel import clock
from stafett.kernel.crypto import sha256_hex
from stafett.kernel.protocol import Fault
from stafett.kernel.verdict import no, require


@operation(Event.CONNECTED)
def connect(*, actor, name, scopes, login_provider=""):
    """Let a system in to these scopes; gives the Integration, whose `.shown_keys` are its first keys in clear, by kind.

    A directory gets a key to show in each request, the others a secret to change into tokens. Raises Refused.
    """
    if systems.name_is_taken(name):
        require(no(Refusal.NAME_TAKEN))
    made = Integration.objects.create(
        municipality_id=actor.municipality_id, name=name, scopes=sorted(scopes), login_provider=login_provider,
        made_by_id=actor.person_id, made_at=clock.now(),
    )  # fmt: skip
    made.shown_keys = {kind: _new_key(made, kind) for kind in kinds_for(scopes)}
    return Outcome(made, {"scopes": sorted(scopes)})


@operation(Event.KEY_MADE, lock="system")
def make_key(*, actor, system):
    """Give a system new keys; the former ones work for a week more. Gives it with `.shown_keys`. Raises Refused."""
    if system.ended_at:
        require(no(Refusal.DISCONNECTED))
    now = clock.now()
    for former in IntegrationKey.objects.filter(integration=system, ends_at__gt=now):
        former.ends_at = keys.end_of_former(former.ends_at, now=now)
        former.save(update_fields=["ends_at"])
    system.shown_keys = {kind: _new_key(system, kind) for kind in kinds_for(system.scopes)}
    return system


@operation(Event.DISCONNECTED, lock="system")
def disconnect(*, actor, system):
    """Shut a system out from this moment on; its keys and tokens open nothing. Raises Refused when it is out already."""
    if system.ended_at:
        require(no(Refusal.DISCONNECTED))
    system.ended_at, system.ended_by_id = clock.now(), actor.person_id
    system.save(update_fields=["ended_at", "ended_by"])
    return system


@operation(Event.TOKEN_GIVEN)
def give_token(*, actor, wanted, now):
    """A short-lived token for a Machine that has shown its secret; gives its system with `.token` and `.token_scopes`.

    `wanted`: scopes asked for, or nothing for all it has. Raises Fault 400 invalid_scope.
    """
    scopes = sorted(set(wanted) or actor.scopes)
    if not scopes or not actor.scopes.issuperset(scopes):
        raise Fault(400, "The client was not let in to that.", code="invalid_scope")
    system = Integration.objects.get(pk=actor.person_id)
    system.token, system.token_scopes = knowing.token_for(actor, scopes=scopes, now=now), scopes
    return Outcome(system, {"scopes": scopes})


def kinds_for(scopes) -> list[str]:
    """Which kinds of key a system with these scopes has."""
    reads = set(scopes) - {Scope.SCIM}
    return [KeyKind.BEARER] * (Scope.SCIM in scopes) + [KeyKind.SECRET] * bool(reads)


def _new_key(system, kind):
    now, shown = clock.now(), keys.written_key(system.municipality_id, secrets.token_urlsafe(32))
    IntegrationKey.objects.create(
        municipality_id=system.municipality_id, integration=system, kind=kind, key_hash=sha256_hex(shown),
        made_at=now, ends_at=now + keys.LIVES,
    )  # fmt: skip
    return shown
