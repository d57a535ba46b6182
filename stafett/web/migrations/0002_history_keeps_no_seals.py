"""Former versions of rows keep no sealed values and no fingerprints: what was sealed under a key that is gone stays
gone, and sealing a row anew is no change of the row (docs/security/keys.md). Such columns are those of type bytea."""

from django.db import migrations

OPEN = """
CREATE FUNCTION stafett_keep_no_seals() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  sealed text[];
  as_it_is jsonb;
BEGIN
  SELECT array_agg(attname::text) INTO sealed FROM pg_catalog.pg_attribute
  WHERE attrelid = NEW.table_name::regclass AND atttypid = 'bytea'::regtype AND attnum > 0 AND NOT attisdropped;
  IF sealed IS NULL THEN
    RETURN NEW;
  END IF;
  NEW.row := NEW.row - sealed;
  EXECUTE format('SELECT to_jsonb(t) - $1 FROM %I t WHERE id = $2', NEW.table_name)
    INTO as_it_is USING sealed, NEW.row_id;
  IF as_it_is = NEW.row THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_no_seals BEFORE INSERT ON audit_rowversion
  FOR EACH ROW EXECUTE FUNCTION stafett_keep_no_seals();
"""


class Migration(migrations.Migration):
    dependencies = [("web", "0001_request_count"), ("audit", "0002_append_only_chain")]

    operations = [
        migrations.RunSQL(
            OPEN, "DROP TRIGGER keep_no_seals ON audit_rowversion; DROP FUNCTION stafett_keep_no_seals()"
        )
    ]
