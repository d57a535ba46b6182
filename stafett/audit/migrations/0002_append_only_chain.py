"""The trail is append-only, numbered and chained per municipality by the database itself (compliance 5.7).

The head row is locked before a number is taken from it: a naive chain breaks when several write at once.
"""

from django.db import migrations

from stafett.register.tenancy import Fence

CHAIN = """
CREATE FUNCTION stafett_chain_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  head audit_head;
BEGIN
  INSERT INTO audit_head AS h (municipality_id, number, hash) VALUES (NEW.municipality_id, 1, '')
  ON CONFLICT (municipality_id) DO UPDATE SET number = h.number + 1
  RETURNING * INTO head;
  NEW.number := head.number;
  NEW.previous_hash := head.hash;
  NEW.hash := sha256(head.hash || stafett_entry_text(NEW));
  UPDATE audit_head SET hash = NEW.hash WHERE municipality_id = NEW.municipality_id;
  RETURN NEW;
END $$;

-- Every field of an entry but its hashes, as one unambiguous text.
CREATE FUNCTION stafett_entry_text(e audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT convert_to(jsonb_build_array(
    e.id, e.municipality_id, e.number, extract(epoch FROM e.at), e.kind, e.event, e.actor_id, e.actor_name,
    e.actor_title, e.log_id, e.child_id, e.thing_kind, e.thing_id, e.reason, e.facts, e.request_id
  )::text, 'UTF8')
$$;

CREATE FUNCTION stafett_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION stafett_chain_entry();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_entry EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_rowversion
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_rowversion EXECUTE FUNCTION stafett_refuse_change();
"""

FENCES = """
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON audit_head USING (municipality_id = stafett_municipality())
  WITH CHECK (municipality_id = stafett_municipality());
ALTER TABLE audit_rowversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_rowversion FORCE ROW LEVEL SECURITY;
CREATE POLICY fence ON audit_rowversion USING (municipality_id = stafett_municipality())
  WITH CHECK (municipality_id = stafett_municipality());
"""

# The app's role may add entries and read; heads and former versions are written by the functions above only.
PRIVILEGES = """
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'stafett_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM stafett_app;
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_rowversion, audit_head FROM stafett_app;
  END IF;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("register", "0002_fence")]

    operations = [
        migrations.RunSQL(CHAIN, migrations.RunSQL.noop),
        Fence("entry", "submission", history=False),
        migrations.RunSQL(FENCES, migrations.RunSQL.noop),
        migrations.RunSQL(PRIVILEGES, migrations.RunSQL.noop),
    ]
