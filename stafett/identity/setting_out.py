"""On the way to a provider: the try is begun, sealed in a cookie, and the browser gets the address to go to."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from stafett.identity import attempts
from stafett.identity.attempts import Attempt
from stafett.identity.oidc import providers, requesting
from stafett.identity.oidc.providers import Provider
from stafett.identity.oidc.requesting import Secrets


@dataclass(frozen=True)
class Departure:
    """Where to send the browser, and the cookie to send it with."""

    address: str
    cookie_name: str
    cookie: str


def all_providers() -> tuple[Provider, ...]:
    """The providers of this installation."""
    return providers.configured(settings.LOGIN_FILE)


def provider_called(key: str) -> Provider | None:
    """The provider with that key in the addresses."""
    return providers.find(settings.LOGIN_FILE, key)


def providers_for(slug: str) -> list[Provider]:
    """The providers that people of a municipality log in with, in the order of the login file."""
    return [provider for provider in all_providers() if provider.serves(slug)]


def begin(
    provider: Provider,
    *,
    now: datetime,
    locale: str,
    place: str = "",
    onward: str = "",
    confirms: str = "",
    anew: bool = False,
) -> Departure:
    """Begin a try. `confirms`: id (text) of the person who must show anew who they are; `anew`: whoever it is must.

    Raises Refused, or metadata.Unreachable when the provider does not answer.
    """
    own = Secrets.fresh()
    attempt = Attempt(
        own, provider.key, place=place, onward=onward, confirms=confirms, began_at=now, anew=anew
    )
    asked = requesting.parameters(provider, own, locale=locale, confirm=attempt.asks_anew)
    return Departure(
        requesting.address(provider, asked), attempts.cookie_name(own.state), attempts.sealed(attempt)
    )
