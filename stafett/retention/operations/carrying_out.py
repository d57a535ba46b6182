"""Deleting everything of a log through the database's one door, and the certificate of it (ADR 0043)."""

import json
from collections import Counter

from django.db import connection

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.crypto import sha256_hex
from stafett.relay_log.models import RelayLog
from stafett.retention.enums import Event
from stafett.retention.models import Certificate

# one number after the other, also when two lists are approved at the same time
_ALONE = "SELECT pg_advisory_xact_lock(hashtext('retention_certificate:' || %s))"


@operation(Event.LOG_DISPOSED)
def dispose_log(*, actor, disposal, log_id):
    """Delete a log on an approved list with all that hangs on it: meetings, consents, files, messages, former versions. The
    trail keeps that it was there, and who read it. Gives it as it was, without its words, with `.gone`: {table: rows}.

    The database refuses what is held, what is on no such list, and what something would be left of.
    """
    log = RelayLog.objects.select_for_update(of=("self",)).get(pk=log_id)
    kept = RelayLog(pk=log.pk, child_id=log.child_id, municipality_id=log.municipality_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT retention_dispose(%s, %s)", [disposal.pk, log.pk])
        answer = cursor.fetchone()[0]
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    kept.gone = answer if isinstance(answer, dict) else json.loads(answer)
    return Outcome(kept, {"disposal": str(disposal.pk), "rows": sum(kept.gone.values())})


def certify(disposal, due, gone, *, left) -> Certificate:
    """The certificate of a list: `due` are the `DueLog`s that went, `gone` what `dispose_log` gave for each."""
    with connection.cursor() as cursor:
        cursor.execute(_ALONE, [str(disposal.municipality_id)])
    rows = Counter()
    for log in gone:
        rows.update(log.gone)
    told = {
        "number": Certificate.objects.count() + 1,
        "proposed_by_name": disposal.proposed_by.name,
        "approved_by_name": disposal.decided_by.name,
        "logs": len(gone),
        "left": left,
        "rules": sorted({_rule(each.rule) for each in due}),
        "rows": {table: count for table, count in sorted(rows.items()) if count},
        "hashes": sorted(each.log_hash for each in due),
    }
    made_at = clock.now()
    fingerprint = sha256_hex(json.dumps(told | {"made_at": made_at.isoformat()}, sort_keys=True))
    return Certificate.objects.create(
        municipality_id=disposal.municipality_id,
        disposal=disposal,
        made_at=made_at,
        fingerprint=fingerprint,
        **told,
    )


def _rule(rule):
    return (str(rule.kind), rule.version, str(rule.fate), rule.months, rule.basis)
