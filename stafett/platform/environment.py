"""The environment the Django side runs in: which database, which keys, demo or not.

What the operator has set always wins over what this installation made for itself.
"""

import os
from collections.abc import Mapping

from stafett.kernel import secret_values
from stafett.platform.connection import Urls
from stafett.platform.faults import PlatformError
from stafett.platform.local_secrets import LocalSecrets

KEYS = ("STAFETT_SECRET_KEY", "STAFETT_KEY_RING", "STAFETT_INDEX_KEY")


_TOLD_ANEW = ("DATABASE_OWNER_URL", "DATABASE_OWNER_URL_FILE", "DATABASE_URL_FILE")


def given(name: str) -> str:
    """What the operator has set, in the environment or in the file of `<name>_FILE`; empty when nothing.

    Raises PlatformError when it cannot be read.
    """
    try:
        return secret_values.given(name, os.environ) or ""
    except secret_values.SecretFault as fault:
        raise PlatformError(str(fault)) from None


def for_pages(
    urls: Urls, secrets: LocalSecrets | None, *, demo: bool, hosts: str = "", archive: str = ""
) -> dict[str, str]:
    """The environment of web, worker and events.

    They get the app's address only: a program that answers the internet has no use for the owner's, which
    is not bound by the fences between municipalities. `archive` is where a demo's archive is, when the operator has said
    nothing. `secrets` is None when the keys must already be set.
    Raises PlatformError naming the keys that are missing.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _TOLD_ANEW}
    environment |= _keys(secrets)
    environment |= {
        "DJANGO_SETTINGS_MODULE": "stafett.web.settings",
        "DATABASE_URL": urls.app,
        "STAFETT_DEMO": "1" if demo else "0",
        "STAFETT_ALLOWED_HOSTS": os.environ.get("STAFETT_ALLOWED_HOSTS") or hosts or "localhost,127.0.0.1",
        "PYTHONUNBUFFERED": "1",
        "STAFETT_ARCHIVE_FOLDER": os.environ.get("STAFETT_ARCHIVE_FOLDER") or archive,
    }
    return environment


def for_management(
    urls: Urls, secrets: LocalSecrets | None, *, demo: bool, archive: str = ""
) -> dict[str, str]:
    """The environment of commands given by the operator: the same, and the owner's address."""
    return for_pages(urls, secrets, demo=demo, archive=archive) | {"DATABASE_OWNER_URL": urls.owner}


def for_migrations(urls: Urls, secrets: LocalSecrets | None, *, demo: bool) -> dict[str, str]:
    """The environment in which tables are made: the owner does it, so that the app owns nothing."""
    return for_management(urls, secrets, demo=demo) | {"DATABASE_URL": urls.owner}


def _keys(secrets: LocalSecrets | None) -> Mapping[str, str]:
    own = (secrets.secret_key, secrets.key_ring, secrets.index_key) if secrets else ("", "", "")
    keys = {name: given(name) or value for name, value in zip(KEYS, own, strict=True)}
    missing = [name for name, value in keys.items() if not value]
    if missing:
        raise PlatformError(
            f"DATABASE_URL is set, so the keys must be too (the same everywhere): {', '.join(missing)}."
        )
    # a key in a file stays there: the programs read it themselves
    return {name: value for name, value in keys.items() if not os.environ.get(f"{name}_FILE")}
