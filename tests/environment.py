"""Loaded before anything else in a test run: a throw-away PostgreSQL, and the environment the settings read."""

import base64
import hashlib
import json
import os

from psycopg._preparing import PrepareManager

from stafett.platform.postgres import throwaway_cluster

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
KEY = base64.b64encode(b"k" * 32).decode()
INDEX_KEY = base64.b64encode(
    hashlib.sha256(b"only for tests").digest()
).decode()  # strong enough outside the demo

cluster = throwaway_cluster()
urls = cluster.urls(f"test_{WORKER}")
os.environ.update(
    DATABASE_URL=urls.app,
    DATABASE_OWNER_URL=urls.owner,
    STAFETT_SECRET_KEY="only-for-tests-" + "x" * 50,
    STAFETT_KEY_RING=json.dumps({"test": KEY}),
    STAFETT_INDEX_KEY=INDEX_KEY,
    STAFETT_SYNTHETIC_PERSONS="1",
    STAFETT_DEMO="1",
)


def _forgets_when_dropped(manager, prep, results, *, forget=PrepareManager._should_discard):
    """Plans outlive what a test takes back: the driver forgets all of them at each ROLLBACK, since a table may be another
    afterwards, and in a test most requests end in one. What is dropped is still forgotten."""
    dropped = any((result.command_status or b"").startswith(b"DROP") for result in results)
    return dropped and forget(manager, prep, results)


PrepareManager._should_discard = _forgets_when_dropped
