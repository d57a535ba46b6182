"""What is due is looked up by its day, not by reading every log. The indexes are made while people work (ADR 0047)."""

from django.db import migrations

INDEXES = {
    "logs_by_closing": "(municipality_id, closed_at) WHERE state = 'closed'",
    "logs_waiting_by_start": "(municipality_id, started_at) WHERE state = 'awaiting_consent'",
}
DROP = [f"DROP INDEX CONCURRENTLY IF EXISTS {name}" for name in INDEXES]
MAKE = [f"CREATE INDEX CONCURRENTLY {name} ON relay_log_relaylog {what}" for name, what in INDEXES.items()]


class Migration(migrations.Migration):
    atomic = False  # nothing can be made beside the work within a transaction
    dependencies = [("retention", "0002_doors")]

    # first gone: a try that was stopped half-way leaves half an index, which nobody would use
    operations = [migrations.RunSQL(DROP + MAKE, DROP)]
