"""Factors from before there were two rounds were seen by everyone in the log, and stay so."""

from django.db import migrations

SHARE = """
DO $$
DECLARE place uuid; DECLARE was text := coalesce(current_setting('stafett.municipality', true), '');
BEGIN
    FOR place IN SELECT id FROM register_municipality LOOP
        PERFORM set_config('stafett.municipality', place::text, true);
        UPDATE relay_log_maintainingfactor AS factor
        SET shared_at = greatest(factor.created_at, concern.shared_at)
        FROM relay_log_concern AS concern
        WHERE concern.id = factor.concern_id AND concern.shared_at IS NOT NULL AND factor.shared_at IS NULL;
    END LOOP;
    PERFORM set_config('stafett.municipality', was, true);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("relay_log", "0006_child_disagrees")]

    operations = [migrations.RunSQL(SHARE, migrations.RunSQL.noop)]
