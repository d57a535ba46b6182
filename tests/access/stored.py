"""What is stored, as one fingerprint for each table, so that a test can say that nothing was written."""

from django.apps import apps
from django.db import connection

from stafett.register.tenancy import within

# The trail is meant to grow when somebody reads or is refused; the login is touched once a minute.
APART = {"audit_entry", "audit_head", "identity_loginsession"}


def fingerprint(municipality_id, *, apart=APART):
    """(rows, hash of all content) for each of the product's tables, as one municipality sees them."""
    tables = sorted(
        model._meta.db_table for model in apps.get_models() if model.__module__.startswith("stafett.")
    )
    parts = [
        f"SELECT '{table}', count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM \"{table}\" t"
        for table in tables
        if table not in apart
    ]
    with within(municipality_id), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))  # table names come from the models
        return {table: (count, content) for table, count, content in cursor.fetchall()}
