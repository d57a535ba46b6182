"""An offer of the baton is known to the log, and the database holds that a log in use always has one baton holder.

Two are refused by the index `one_baton_holder_per_log` (access); none is refused here, when the transaction ends, so that
the baton can go from one to the next inside it.
"""

from django.db import migrations, models

NEVER_NONE = """
CREATE FUNCTION stafett_has_baton_holder() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_log uuid;
  place text;
  was text := coalesce(current_setting('stafett.municipality', true), '');
  is_alone boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    the_log := NEW.id; place := NEW.municipality_id::text;
  ELSE
    the_log := OLD.log_id; place := OLD.municipality_id::text;
  END IF;
  PERFORM set_config('stafett.municipality', place, true);
  SELECT EXISTS (SELECT FROM relay_log_relaylog WHERE id = the_log AND state <> 'closed')
    AND NOT EXISTS (SELECT FROM access_grant
                    WHERE log_id = the_log AND relation = 'baton_holder' AND ended_at IS NULL)
    INTO is_alone;
  PERFORM set_config('stafett.municipality', was, true);
  IF is_alone THEN
    RAISE EXCEPTION 'a log in use always has a baton holder'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'log_has_baton_holder';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER log_has_baton_holder AFTER INSERT ON relay_log_relaylog
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state <> 'closed')
  EXECUTE FUNCTION stafett_has_baton_holder();
CREATE CONSTRAINT TRIGGER baton_goes_to_somebody AFTER UPDATE OR DELETE ON access_grant
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.relation = 'baton_holder' AND OLD.ended_at IS NULL)
  EXECUTE FUNCTION stafett_has_baton_holder();
"""
BACK = """
DROP TRIGGER baton_goes_to_somebody ON access_grant;
DROP TRIGGER log_has_baton_holder ON relay_log_relaylog;
DROP FUNCTION stafett_has_baton_holder();
"""


class Migration(migrations.Migration):
    dependencies = [("relay_log", "0007_factors_known_before"), ("access", "0003_places_that_end")]

    operations = [
        migrations.AddField(
            model_name="relaylog",
            name="baton_offered_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunSQL(NEVER_NONE, BACK),
    ]
