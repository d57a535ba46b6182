"""The login file: which providers this installation uses, for whom, and with which keys. Read once, at first use."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from stafett.identity.enums import Audience
from stafett.identity.oidc import client_key
from stafett.identity.oidc.client_key import BadKey, ClientKey
from stafett.identity.oidc.profiles import PROFILES, Profile

LOOPBACK = ("localhost", "127.0.0.1", "::1")
KNOWN = {
    "key", "profile", "label", "issuer", "client_id", "private_key_file", "key_id", "certificate_file",
    "client_secret_file", "key_expires_on", "municipalities", "audience", "level", "test",
}  # fmt: skip


class BadLoginFile(Exception):
    """The login file cannot be used; `faults` are sentences for the operator."""

    def __init__(self, *faults: str) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Provider:
    """One login provider as this installation uses it."""

    key: str
    profile: Profile
    label: str
    issuer: str
    client: ClientKey
    site: str  # our own address, without a slash at the end
    level: str
    audience: frozenset[str] = frozenset(Audience)
    municipalities: tuple[str, ...] = ()  # slugs; empty is all of them
    is_test: bool = False
    key_expires_on: date | None = None

    @property
    def return_uri(self) -> str:
        return f"{self.site}/logg-inn/{self.key}/tilbake/"

    @property
    def after_logout_uri(self) -> str:
        return f"{self.site}/logg-ut/ferdig/"

    @property
    def front_channel_uri(self) -> str:
        return f"{self.site}/logg-ut/nettleser/"

    @property
    def back_channel_uri(self) -> str:
        return f"{self.site}/logg-ut/melding/"

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels that are good enough here."""
        return self.profile.accepted(self.level)

    @property
    def is_for_staff_only(self) -> bool:
        return self.audience == {Audience.STAFF}

    def serves(self, slug: str) -> bool:
        """Whether people of the municipality with that short name log in here."""
        return not self.municipalities or slug in self.municipalities

    @property
    def key_expires_at(self) -> datetime | None:
        """When our key is no longer accepted: what the file says, else the certificate."""
        if self.key_expires_on:
            return datetime.combine(self.key_expires_on, time(), tzinfo=UTC)
        return self.client.expires_at


def configured(path: str) -> tuple[Provider, ...]:
    """The providers in the login file; none when `path` is empty. Raises BadLoginFile."""
    return _configured(path) if path else ()


def find(path: str, key: str) -> Provider | None:
    """The provider with that key."""
    return next((provider for provider in configured(path) if provider.key == key), None)


def of_issuer(path: str, issuer: str) -> list[Provider]:
    """The providers that an issuer's messages may be about: several clients may have the same issuer."""
    return [provider for provider in configured(path) if provider.issuer == issuer]


def read(text: str, *, folder: Path) -> tuple[Provider, ...]:
    """The providers written in TOML; names of files are relative to `folder`. Raises BadLoginFile with every fault."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadLoginFile(f"The login file is not TOML: {error}.") from None
    site, entries, faults, made = str(told.get("site", "")).rstrip("/"), told.get("provider"), [], []
    if not _is_safe(site, test=True):
        faults.append('The login file must say the site\'s own address: site = "https://…".')
    if not isinstance(entries, list) or not entries:
        raise BadLoginFile(*faults, "The login file names no [[provider]].")
    for entry in entries:
        try:
            made.append(_provider(entry, site=site, folder=folder))
        except BadLoginFile as bad:
            faults += bad.faults
    keys = [provider.key for provider in made]
    faults += [f"Two providers are called {key!r}." for key in sorted({k for k in keys if keys.count(k) > 1})]
    if faults:
        raise BadLoginFile(*faults)
    return tuple(made)


@cache
def _configured(path: str) -> tuple[Provider, ...]:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadLoginFile(f"The login file {path} cannot be read.") from None
    return read(text, folder=Path(path).parent)


def _provider(entry: Mapping, *, site: str, folder: Path) -> Provider:
    name = str(entry.get("key", ""))
    faults = [f"{name or 'A provider'}: {fault}" for fault in _faults(entry)]
    if faults:
        raise BadLoginFile(*faults)
    profile = PROFILES[entry["profile"]]
    try:
        client = _client(entry, profile, folder)
    except BadKey as bad:
        raise BadLoginFile(f"{name}: {bad}") from None
    return Provider(
        key=name, profile=profile, label=entry.get("label", profile.label), issuer=entry["issuer"], client=client,
        site=site, level=entry.get("level", profile.default_level),
        audience=frozenset(entry.get("audience", list(Audience))),
        municipalities=tuple(entry.get("municipalities", ())), is_test=entry.get("test", False),
        key_expires_on=entry.get("key_expires_on"),
    )  # fmt: skip


def _faults(entry: Mapping):
    """What is wrong with one entry, as sentences; the files it names are not looked at yet."""
    for unknown in sorted(set(entry) - KNOWN):
        yield f"{unknown} is not a setting of a provider."
    key, profile = str(entry.get("key", "")), PROFILES.get(str(entry.get("profile")))
    if not key.isascii() or not key.replace("-", "").isalnum() or key in ("demo", "bekreft", "kommune"):
        yield "key must be a short name of letters, digits and hyphens, as it stands in the address."
    if profile is None:
        yield f"profile must be one of {', '.join(PROFILES)}."
        return
    yield from _faults_of_issuer(entry, profile)
    if not isinstance(entry.get("client_id"), str) or not entry["client_id"]:
        yield "client_id is missing."
    if entry.get("level", profile.default_level) not in profile.levels:
        yield f"level must be one of {', '.join(profile.levels)}."
    audience = entry.get("audience", list(Audience))
    if not isinstance(audience, list) or not audience or not set(audience) <= set(Audience):
        yield f"audience must be a list of {', '.join(Audience)}."
    if not isinstance(entry.get("municipalities", []), list):
        yield "municipalities must be a list of short names."
    if not isinstance(entry.get("test", False), bool) or type(entry.get("key_expires_on")) not in (
        date,
        type(None),
    ):
        yield "test is true or false, and key_expires_on a date such as 2027-05-01."


def _faults_of_issuer(entry: Mapping, profile: Profile):
    issuer, is_test = entry.get("issuer"), entry.get("test") is True
    if not isinstance(issuer, str) or not _is_safe(issuer, test=is_test):
        yield "issuer must be an address that begins with https://."
    elif issuer in profile.issuers and is_test:
        yield f"{issuer} is for real people, so test cannot be true."
    elif issuer in profile.test_issuers and not is_test:
        yield f"{issuer} is for tests: say test = true, and never where people are real."
    elif profile.issuers and not is_test and issuer not in profile.issuers:
        yield f"{profile.label} has the issuer {profile.issuers[0]}."


def _client(entry: Mapping, profile: Profile, folder: Path) -> ClientKey:
    own = {"client_id": entry["client_id"], "audience": entry["issuer"]}
    if "private_key_file" in entry:
        certificate = entry.get("certificate_file")
        if not certificate and not entry.get("key_id"):
            raise BadKey("key_id is missing: the name the provider has for our key.")
        return client_key.signing(
            folder / entry["private_key_file"], key_id=str(entry.get("key_id", "")),
            certificate=folder / certificate if certificate else None, **own,
        )  # fmt: skip
    if "client_secret_file" in entry and profile.accepts_secret:
        return client_key.secret(folder / entry["client_secret_file"], **own)
    raise BadKey("private_key_file is missing.")


def _is_safe(address: str, *, test: bool) -> bool:
    """https, or in tests plain http on this machine; nothing behind the host but a path."""
    parts = urlsplit(address)
    if parts.query or parts.fragment or parts.username or not parts.hostname:
        return False
    return parts.scheme == "https" or (test and parts.scheme == "http" and parts.hostname in LOOPBACK)
