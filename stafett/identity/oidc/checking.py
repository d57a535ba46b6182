"""Whether each provider can be used as the login file says: what it tells of itself, our keys, and the clocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from stafett.identity.oidc import metadata, providers
from stafett.identity.oidc.metadata import Unreachable
from stafett.identity.oidc.providers import BadLoginFile, Provider

WARN_BEFORE = timedelta(days=60)  # OIDC-11
CLOCKS_APART = timedelta(seconds=30)
SIGNED = "private_key_jwt"


@dataclass
class Report:
    """What was found, for the operator: facts as (name, value), and a sentence for each fault."""

    facts: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def report(path: str, *, slugs: list[str], now: datetime) -> Report:
    """Ask every provider of the login file. `slugs`: the municipalities there are. Source: OIDC-13."""
    made = Report()
    try:
        found = providers.configured(path)
    except BadLoginFile as bad:
        made.faults += bad.faults
        return made
    for provider in found:
        _look_at(provider, made, now=now)
        unknown = [slug for slug in provider.municipalities if slug not in slugs]
        made.faults += [f"{provider.key}: no municipality is called {slug!r}." for slug in unknown]
    made.faults += [
        f"Nobody can log in to {slug}: no provider serves it."
        for slug in slugs if found and not any(provider.serves(slug) for provider in found)
    ]  # fmt: skip
    made.faults += ending_keys(path, now=now)
    return made


def ending_keys(path: str, *, now: datetime) -> list[str]:
    """A sentence for each of our keys that ends within 60 days, or that says no end (OIDC-11)."""
    try:
        return [sentence for provider in providers.configured(path) for sentence in _ending(provider, now)]
    except BadLoginFile as bad:
        return list(bad.faults)


def _ending(provider: Provider, now: datetime) -> Iterator[str]:
    ends = provider.key_expires_at
    if ends is None:
        yield f"{provider.key}: say in key_expires_on when our key or secret ends, so that we can warn in time."
    elif ends <= now:
        yield f"{provider.key}: our key ended on {ends:%Y-%m-%d}. Nobody can log in until there is a new one."
    elif ends - now < WARN_BEFORE:
        yield f"{provider.key}: our key ends on {ends:%Y-%m-%d}, in {(ends - now).days} days. Make a new one."


def _look_at(provider: Provider, made: Report, *, now: datetime) -> None:
    made.facts += [
        (provider.key, f"{provider.profile.label}, {', '.join(sorted(provider.audience))}"),
        ("issuer", provider.issuer),
        ("level asked for", provider.level),
        ("return address", provider.return_uri),
        ("after logout", provider.after_logout_uri),
        ("front-channel logout", provider.front_channel_uri),
        ("back-channel logout", provider.back_channel_uri),
    ]
    try:
        told, their_time = metadata.fetched(provider.issuer)
        keys = metadata.keys_at(told["jwks_uri"])
    except Unreachable as silent:
        made.faults.append(f"{provider.key}: {silent}")
        return
    made.facts.append(("its keys", str(len(keys))))
    if their_time is not None:
        apart = now - their_time
        made.facts.append(("clocks apart", f"{apart.total_seconds():.0f} s"))
        if abs(apart) > CLOCKS_APART:
            made.faults.append(
                f"{provider.key}: our clock and theirs are {apart.total_seconds():.0f} s apart."
            )
    made.faults += [f"{provider.key}: {fault}" for fault in _mismatches(provider, told, len(keys))]


def _mismatches(provider: Provider, told, keys: int) -> Iterator[str]:
    """Where what the provider offers is not what we need. What it does not say is not held against it."""
    levels = told.get("acr_values_supported")
    if provider.profile.level_claim == "acr" and isinstance(levels, list) and provider.level not in levels:
        yield f"it does not offer the level {provider.level}; it offers {', '.join(map(str, levels))}."
    if "code" not in told.get("response_types_supported", ["code"]):
        yield "it does not offer the code flow."
    if "S256" not in told.get("code_challenge_methods_supported", ["S256"]):
        yield "it does not offer PKCE with S256."
    ways = told.get("token_endpoint_auth_methods_supported", [SIGNED])
    if provider.client.is_signed and SIGNED not in ways:
        yield f"it does not take {SIGNED}."
    if not told.get("end_session_endpoint"):
        yield "it has no address for logging out."
    if not keys:
        yield "it shows no keys to check its tokens with."
