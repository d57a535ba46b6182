"""Reads environment variables, each through a helper that says what to do when one is missing or odd."""

import os

from django.core.exceptions import ImproperlyConfigured

from stafett.kernel import secret_values

LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


def text(name: str, default: str | None = None) -> str:
    """The variable's text. Without a default it must be set."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(
            f"{name} is not set. Start through `stafett`, or set it as .env.sample shows."
        )
    return value


def secret(name: str, default: str | None = None) -> str:
    """The variable's text, or that of the file which `<name>_FILE` names. Without a default one must be set."""
    try:
        value = secret_values.given(name, os.environ)
    except secret_values.SecretFault as fault:
        raise ImproperlyConfigured(str(fault)) from None
    return text(name, default) if value is None else value


def flag(name: str) -> bool:
    """True for 1, False for 0 or unset; anything else is an error rather than a guess."""
    value = os.environ.get(name, "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def contact(name: str) -> str:
    """A mailto: or https: address, or nothing; anything else is an error, for it is shown to everybody."""
    value = os.environ.get(name, "")
    if value and not value.startswith(("mailto:", "https://")):
        raise ImproperlyConfigured(f"{name} must begin with mailto: or https://.")
    return value


def count(name: str, default: str) -> int:
    """A whole number from 0; anything else is an error rather than a guess."""
    value = os.environ.get(name, default)
    if not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def keep_demo_apart(*, demo: bool, login_file: str, hosts: list[str]) -> None:
    """Raise when anybody could become anybody where real people log in: demo and login file meet on this machine only."""
    if demo and login_file and not set(hosts) <= LOOPBACK:
        raise ImproperlyConfigured(
            "STAFETT_DEMO lets anybody log in as anybody, and STAFETT_LOGIN_FILE lets real people in. "
            "Take one of them away."
        )


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list, without blanks."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]
