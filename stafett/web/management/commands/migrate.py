"""`migrate`, in the place of Django's own: it never makes those who work wait long for a lock (ADR 0047).

A change of a table waits for everybody who uses it, and everybody who comes after waits behind it. So it waits half a
second, steps aside, and tries again: what was done is kept, the change that could not be made is undone whole. The wait is
shorter than the second after which PostgreSQL looks for a deadlock, so that it is the migration that gives way.
"""

import time

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from psycopg.errors import DeadlockDetected, LockNotAvailable

BRIEFLY, AS_BEFORE = "SET lock_timeout = '500ms'", "RESET lock_timeout"
TRIES = 120
PAUSE = 0.5  # seconds; those who waited are let through meanwhile


class Command(migrate.Command):
    """Django's command, with a short wait for locks."""

    def handle(self, *args, **options):
        """Run until all is done. Raises CommandError when a table has been in use for some minutes without a pause."""
        connection = connections[options["database"]]
        for _number in range(TRIES):
            _tell(connection, BRIEFLY)
            try:
                with connection.execute_wrapper(_beside_the_work):
                    return super().handle(*args, **options)
            except OperationalError as fault:
                if not isinstance(fault.__cause__, LockNotAvailable | DeadlockDetected):
                    raise
                self.stdout.write("  A table is in use; tries again.")
            finally:
                _tell(connection, AS_BEFORE)
            time.sleep(PAUSE)
        raise CommandError(
            "A table was in use all the time. Try again when there is less to do; nothing is half done."
        )


def _beside_the_work(execute, query, params, many, context):
    """What is made concurrently keeps nobody waiting, so it may wait itself; stopped half-way it would leave half an index."""
    if "CONCURRENTLY" not in str(query):
        return execute(query, params, many, context)
    link = context["connection"].connection
    link.execute(AS_BEFORE)
    try:
        return execute(query, params, many, context)
    finally:
        link.execute(BRIEFLY)


def _tell(connection, command):
    with connection.cursor() as cursor:
        cursor.execute(command)
