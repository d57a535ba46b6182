"""The fence's own functions, and the register's tables behind it (ADR 0004)."""

from django.db import migrations

from stafett.register.tenancy import Fence

FUNCTIONS = """
CREATE FUNCTION stafett_municipality() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('stafett.municipality', true), '')::uuid $$;

-- Keeps a row as it was before a change. Runs as the owner, because the app may not write former versions.
-- Only drafts are ever deleted, and a deleted draft leaves its id and no words (L-52).
CREATE FUNCTION stafett_keep_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN
    INSERT INTO audit_rowversion (municipality_id, table_name, row_id, changed_at, changed_by, request_id, row)
    VALUES (
      OLD.municipality_id, TG_TABLE_NAME, OLD.id, clock_timestamp(),
      nullif(current_setting('stafett.actor', true), '')::uuid,
      nullif(current_setting('stafett.request', true), '')::uuid,
      CASE WHEN TG_OP = 'DELETE' THEN jsonb_build_object('id', OLD.id, 'deleted', true) ELSE to_jsonb(OLD) END
    );
  END IF;
  RETURN NULL;
END $$;
"""

# The directory of municipalities is public to the app; only its own row may be changed, by itself.
DIRECTORY = """
ALTER TABLE register_municipality ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_municipality FORCE ROW LEVEL SECURITY;
CREATE POLICY directory ON register_municipality FOR SELECT USING (true);
CREATE POLICY founding ON register_municipality FOR INSERT WITH CHECK (id = stafett_municipality());
CREATE POLICY own_settings ON register_municipality FOR UPDATE
  USING (id = stafett_municipality()) WITH CHECK (id = stafett_municipality());
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]

    operations = [
        migrations.RunSQL(
            FUNCTIONS, "DROP FUNCTION stafett_keep_history; DROP FUNCTION stafett_municipality"
        ),
        migrations.RunSQL(DIRECTORY, migrations.RunSQL.noop),
        Fence("unit", "person", "employment", "child", "guardianrelation"),
    ]
