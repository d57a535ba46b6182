"""Passwords and keys this installation made for itself, in one file only its own user can read.

For demo and single-machine use. A municipality with a key vault gives the same values by environment.
"""

import base64
import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class LocalSecrets:
    """Database passwords, and the web application's keys in the form its settings read."""

    superuser_password: str
    owner_password: str
    app_password: str
    secret_key: str
    key_ring: str
    index_key: str


def load_or_make(folder: Path) -> LocalSecrets:
    """Read `secrets.json` in `folder`; make it with fresh random values (mode 0600) when it is missing."""
    path = folder / "secrets.json"
    if not path.exists():
        _write(path, _fresh())
    return read(path)


def read(path: Path) -> LocalSecrets:
    """What a `secrets.json` holds. Raises OSError, ValueError or TypeError when it is none."""
    return LocalSecrets(**json.loads(path.read_text(encoding="utf-8")))


def take_keys(folder: Path, other: LocalSecrets) -> None:
    """Let a data folder use another installation's keys; it keeps the passwords that its own server knows."""
    own = load_or_make(folder)
    keys = {"secret_key": other.secret_key, "key_ring": other.key_ring, "index_key": other.index_key}
    _write(folder / "secrets.json", replace(own, **keys))


def take_all(folder: Path, other: LocalSecrets) -> None:
    """Give a data folder another installation's passwords and keys, as a copy of its very server needs."""
    _write(folder / "secrets.json", other)


def _fresh() -> LocalSecrets:
    return LocalSecrets(
        superuser_password=secrets.token_urlsafe(32),
        owner_password=secrets.token_urlsafe(32),
        app_password=secrets.token_urlsafe(32),
        secret_key=secrets.token_urlsafe(50),
        key_ring=json.dumps({"local-1": _key()}),
        index_key=_key(),
    )


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _write(path: Path, values: LocalSecrets) -> None:
    """Write beside and rename: a reader sees all or nothing, and a crash leaves no half file."""
    half = path.with_name(f"{path.name}.{os.getpid()}")
    half.touch(mode=0o600, exist_ok=False)
    with half.open("w", encoding="utf-8") as file:
        json.dump(asdict(values), file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    half.rename(path)
