"""Reads environment variables, each through a helper that says what to do when one is missing or odd."""

import os

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """The variable's text. Without a default it must be set."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(
            f"{name} is not set. Start through `stafett`, or set it as .env.sample shows."
        )
    return value


def flag(name: str) -> bool:
    """True for 1, False for 0 or unset; anything else is an error rather than a guess."""
    value = os.environ.get(name, "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def count(name: str, default: str) -> int:
    """A whole number from 0; anything else is an error rather than a guess."""
    value = os.environ.get(name, default)
    if not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list, without blanks."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]
