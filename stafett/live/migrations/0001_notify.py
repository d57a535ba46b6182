"""Every act in a log tells the listening processes, when its transaction is committed: ids only, no words."""

from django.db import migrations

NOTIFY = """
CREATE FUNCTION stafett_tell_live() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('stafett_live', concat_ws(' ', NEW.municipality_id, NEW.log_id, NEW.actor_id));
  RETURN NULL;
END $$;

CREATE TRIGGER tell_live AFTER INSERT ON audit_entry FOR EACH ROW
  WHEN (NEW.kind = 'act' AND NEW.log_id IS NOT NULL) EXECUTE FUNCTION stafett_tell_live();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only_chain")]

    operations = [
        migrations.RunSQL(NOTIFY, "DROP TRIGGER tell_live ON audit_entry; DROP FUNCTION stafett_tell_live()")
    ]
