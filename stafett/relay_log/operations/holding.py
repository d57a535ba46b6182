"""What is held is not deleted, drafts included. Who holds is known further up (retention); the database answers here."""

from django.db import connection

from stafett.kernel.verdict import no, require
from stafett.relay_log.enums import Refusal


def require_not_held(log):
    """Stop when deleting is stopped for the log or its child today (L-52, ADR 0043). Raises Refused.

    The database would refuse as well, by a trigger: this gives the sentence.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT retention_is_held(%s)", [log.pk])
        is_held = cursor.fetchone()[0]
    if is_held:
        require(no(Refusal.HELD))
