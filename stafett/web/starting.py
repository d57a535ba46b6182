"""What must hold before a process answers anybody: secrets that are secrets, and a database role that is fenced."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection

from stafett.kernel.secret_values import weaknesses
from stafett.platform.roles import faults_of_app


def refuse_unsafe() -> None:
    """Raise ImproperlyConfigured with a sentence for each fault. Called before the first request is taken.

    A database that does not answer yet is no fault: nothing is served from it, and `health/ready` asks again.
    """
    try:
        faults = [*secret_faults(), *role_faults()]
    except OperationalError:
        faults = secret_faults()
    finally:
        connection.close()
        connection.close_pool()  # a server that forks afterwards must not share it
    if faults:
        raise ImproperlyConfigured(" ".join(faults))


def secret_faults() -> list[str]:
    """What is wrong with the keys; in the demo, where nobody is real, they may be anything."""
    if settings.DEMO:
        return []
    return weaknesses(
        secret_key=settings.SECRET_KEY, key_ring=settings.KEY_RING, index_key=settings.INDEX_KEY
    )


def role_faults() -> list[str]:
    """What is wrong with the role that the pages use. Source: compliance 5.6, SEC-09. Raises OperationalError."""
    connection.ensure_connection()
    return faults_of_app(connection.connection)
