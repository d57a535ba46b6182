"""Secrets as they come in: from the environment, or from a file that the environment names; and which are no secrets."""

import base64
import binascii
import json
from collections.abc import Mapping
from pathlib import Path

KEY_BYTES = 32
LEAST_TEXT = 50
LEAST_VARIETY = 10  # different characters or bytes; a random key has far more


class SecretFault(Exception):
    """A secret cannot be read as it is given. The text names the variable, never the value."""


def given(name: str, environ: Mapping[str, str]) -> str | None:
    """The secret `name`: the variable itself, or the content of the file in `<name>_FILE`, as vaults and containers
    hand it over; None when neither is set.

    Raises SecretFault when both are set, or the file cannot be read or is empty. Source: ASVS 13.3.1.
    """
    value, path = environ.get(name), environ.get(f"{name}_FILE")
    if not path:
        return value
    if value:
        raise SecretFault(f"{name} and {name}_FILE are both set: keep one of them.")
    try:
        text = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise SecretFault(f"{name}_FILE names a file that cannot be read.") from None
    if not text:
        raise SecretFault(f"{name}_FILE names an empty file.")
    return text


def weaknesses(*, secret_key: str, key_ring: str, index_key: str) -> list[str]:
    """What makes these three no secrets, a sentence each; they are given as the settings hold them.

    Source: ASVS 11.5.1, 13.2.3.
    """
    faults = []
    if len(secret_key) < LEAST_TEXT or len(set(secret_key)) < LEAST_VARIETY:
        faults.append(f"STAFETT_SECRET_KEY must be at least {LEAST_TEXT} random characters.")
    keys = _keys(key_ring)
    if not keys or any(_is_weak(key) for key in keys):
        faults.append("STAFETT_KEY_RING must hold keys of 32 random bytes in base64.")
    index = _decoded(index_key)
    if _is_weak(index):
        faults.append("STAFETT_INDEX_KEY must be 32 random bytes in base64.")
    if index in keys:
        faults.append("STAFETT_INDEX_KEY must not be one of the keys in STAFETT_KEY_RING.")
    if len(set(keys)) < len(keys):
        faults.append("STAFETT_KEY_RING holds the same key twice.")
    return faults


def _keys(text: str) -> list[bytes]:
    try:
        ring = json.loads(text)
    except ValueError:
        return []
    return [_decoded(key) for key in ring.values()] if isinstance(ring, dict) else []


def _decoded(text: object) -> bytes:
    try:
        return base64.b64decode(str(text), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _is_weak(key: bytes) -> bool:
    return len(key) != KEY_BYTES or len(set(key)) < LEAST_VARIETY
