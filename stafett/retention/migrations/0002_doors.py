"""The database's own part of retention: the fence, what is held is not deleted, and the one door to what was shared.

A log that has been in use, and minutes that were confirmed, are deleted by `retention_dispose` and by nothing else. It asks
for a list that two persons stand behind, and runs as the owner; the app's role can set its setting, but never be its user
(ADR 0043). What is held is not deleted by anybody, whichever way: also drafts, and logs that never came into use.
"""

from django.db import migrations

from stafett.register.tenancy import Fence

# Tables with what people have written or signed in a log. Who is invited, and who follows a measure up, is exchanged while a
# log is in use; messages say nothing. Those are not held, they go on.
HELD = (
    "relay_log_concern", "relay_log_goal", "relay_log_measure", "relay_log_maintainingfactor", "relay_log_note",
    "relay_log_brightspot", "relay_log_measureladder", "relay_log_ladderstep", "relay_log_evaluation",
    "consent_consent", "consent_consentdocument", "log_meetings_meeting", "log_meetings_workingtext",
    "log_meetings_pulse", "log_meetings_wish", "log_meetings_confirmation", "child_page_childgoal",
    "child_page_brightspotpicture", "archive_deposit", "transfers_transfer",
    "transfers_carriedpart",
)  # fmt: skip

QUESTIONS = """
-- The day in Norway by the product's clock, which invented lives and tests may set.
CREATE FUNCTION retention_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (coalesce(nullif(current_setting('stafett.moment', true), '')::timestamptz, now())
    AT TIME ZONE 'Europe/Oslo')::date
$$;

CREATE FUNCTION retention_is_held(the_log uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM retention_hold h JOIN relay_log_relaylog l ON l.municipality_id = h.municipality_id
    WHERE l.id = the_log AND h.municipality_id = stafett_municipality() AND h.lifted_at IS NULL
      AND (h.ends_on IS NULL OR h.ends_on >= retention_today())
      AND (h.log_id = l.id OR h.child_id = l.child_id))
$$;

-- Whether the door below stands open for this log: the setting is its, and so is the user.
CREATE FUNCTION retention_is_disposing(the_log uuid, the_table oid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(current_setting('stafett.disposing', true), '') = the_log::text
    AND EXISTS (SELECT FROM pg_class WHERE oid = the_table AND relowner = current_user::regrole)
$$;
"""

GUARDS = """
CREATE FUNCTION retention_guard_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF retention_is_held(OLD.id) THEN
    RAISE EXCEPTION 'deleting is stopped for this log'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'held_is_not_deleted';
  END IF;
  IF OLD.state <> 'awaiting_consent' AND NOT retention_is_disposing(OLD.id, TG_RELID) THEN
    RAISE EXCEPTION 'a log that has been in use is disposed of by two' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER disposed_of_by_two BEFORE DELETE ON relay_log_relaylog
  FOR EACH ROW EXECUTE FUNCTION retention_guard_log();

-- A log that never came into use may be discarded by whoever holds it: then lists and former holds let go of it.
CREATE FUNCTION retention_let_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('stafett.disposing', OLD.id::text, true);
  DELETE FROM retention_hold WHERE municipality_id = OLD.municipality_id AND log_id = OLD.id;
  UPDATE retention_disposalitem SET log_id = NULL WHERE municipality_id = OLD.municipality_id AND log_id = OLD.id;
  PERFORM set_config('stafett.disposing', '', true);
  RETURN OLD;
END $$;
CREATE TRIGGER lists_let_go BEFORE DELETE ON relay_log_relaylog
  FOR EACH ROW WHEN (OLD.state = 'awaiting_consent') EXECUTE FUNCTION retention_let_go();

CREATE FUNCTION retention_guard_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF retention_is_held(OLD.log_id) THEN
    RAISE EXCEPTION 'deleting is stopped for this log'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'held_is_not_deleted';
  END IF;
  RETURN OLD;
END $$;

CREATE FUNCTION retention_keep_but_for_disposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND retention_is_disposing(OLD.log_id, TG_RELID) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER log_meetings_minutespart_append_only ON log_meetings_minutespart;
CREATE TRIGGER log_meetings_minutespart_append_only BEFORE UPDATE OR DELETE ON log_meetings_minutespart
  FOR EACH ROW EXECUTE FUNCTION retention_keep_but_for_disposal();

-- Lifting is an update; a hold itself goes with its log only.
CREATE TRIGGER never_deleted BEFORE DELETE ON retention_hold
  FOR EACH ROW EXECUTE FUNCTION retention_keep_but_for_disposal();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON retention_retentionrule
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON retention_certificate
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER stands_when_decided BEFORE UPDATE ON retention_disposal
  FOR EACH ROW WHEN (OLD.state NOT IN ('proposed', 'approved')) EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON retention_disposal
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER stands_when_disposed BEFORE UPDATE ON retention_disposalitem
  FOR EACH ROW WHEN (OLD.state = 'disposed') EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON retention_disposalitem
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
"""

# Everything that hangs on the log, as the foreign keys say it: first what hangs on such a row without knowing the log
# (files of a deposit, pointers to a message), then the rows, then the log. Constraints are asked at the end, so the order
# among them is free; something deeper that is forgotten stops the whole. The trigger that keeps former versions lets them go.
DOOR = """
CREATE FUNCTION retention_dispose(the_disposal uuid, the_log uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  place uuid := stafett_municipality();
  link record;
  gone bigint;
  counts jsonb := '{}';
BEGIN
  PERFORM FROM retention_disposalitem i JOIN retention_disposal d
      ON d.municipality_id = i.municipality_id AND d.id = i.disposal_id
    WHERE i.municipality_id = place AND i.disposal_id = the_disposal AND i.log_id = the_log AND i.state = 'waiting'
      AND d.state = 'approved' AND d.decided_by_id <> d.proposed_by_id AND d.expires_on >= retention_today();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no list that two persons stand behind has this log' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('stafett.disposing', the_log::text, true);
  FOR link IN
    SELECT far.conrelid::regclass AS child, far_column.attname AS child_column,
           near.conrelid::regclass AS parent, near_column.attname AS parent_column
    FROM pg_constraint near
    JOIN pg_attribute near_column ON near_column.attrelid = near.conrelid AND near_column.attnum = near.conkey[2]
    JOIN pg_constraint far ON far.confrelid = near.conrelid AND far.contype = 'f' AND cardinality(far.conkey) = 2
    JOIN pg_attribute far_column ON far_column.attrelid = far.conrelid AND far_column.attnum = far.conkey[2]
    WHERE near.confrelid = 'relay_log_relaylog'::regclass AND near.contype = 'f' AND cardinality(near.conkey) = 2
      AND near.conrelid <> 'retention_disposalitem'::regclass
      AND NOT EXISTS (SELECT FROM pg_constraint own
                      WHERE own.conrelid = far.conrelid AND own.confrelid = near.confrelid AND own.contype = 'f')
  LOOP
    EXECUTE format(
      'DELETE FROM %s WHERE municipality_id = $1 AND %I IN (SELECT id FROM %s WHERE municipality_id = $1 AND %I = $2)',
      link.child, link.child_column, link.parent, link.parent_column) USING place, the_log;
    GET DIAGNOSTICS gone = ROW_COUNT;
    counts := counts || jsonb_build_object(link.child::text, gone + coalesce((counts ->> link.child::text)::bigint, 0));
  END LOOP;
  FOR link IN
    SELECT near.conrelid::regclass AS child, near_column.attname AS child_column
    FROM pg_constraint near
    JOIN pg_attribute near_column ON near_column.attrelid = near.conrelid AND near_column.attnum = near.conkey[2]
    WHERE near.confrelid = 'relay_log_relaylog'::regclass AND near.contype = 'f' AND cardinality(near.conkey) = 2
      AND near.conrelid <> 'retention_disposalitem'::regclass
  LOOP
    EXECUTE format('DELETE FROM %s WHERE municipality_id = $1 AND %I = $2', link.child, link.child_column)
      USING place, the_log;
    GET DIAGNOSTICS gone = ROW_COUNT;
    counts := counts || jsonb_build_object(link.child::text, gone + coalesce((counts ->> link.child::text)::bigint, 0));
  END LOOP;
  UPDATE retention_disposalitem SET log_id = NULL,
      state = CASE WHEN disposal_id = the_disposal THEN 'disposed' ELSE state END
    WHERE municipality_id = place AND log_id = the_log;
  DELETE FROM relay_log_relaylog WHERE municipality_id = place AND id = the_log;
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM set_config('stafett.disposing', '', true);
  RETURN counts || jsonb_build_object('relay_log_relaylog', gone);
END $$;
"""

HOLDING = "\n".join(
    f"CREATE TRIGGER held_is_not_deleted BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION retention_guard_held();"
    for table in HELD
)


class Migration(migrations.Migration):
    dependencies = [
        ("retention", "0001_tables"),
        ("access", "0003_places_that_end"),
        ("archive", "0001_initial"),
        ("child_page", "0001_child_page"),
        ("consent", "0003_words_requests_and_texts"),
        ("log_meetings", "0004_wishes"),
        ("inbox", "0002_fence"),
        ("transfers", "0002_carried_history"),
    ]

    operations = [
        Fence("retentionrule", "hold", "disposal"),
        # no former versions: they would keep the id of a log that is let go of
        Fence("disposalitem", "certificate", history=False),
        migrations.RunSQL(QUESTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(GUARDS, migrations.RunSQL.noop),
        migrations.RunSQL(HOLDING, migrations.RunSQL.noop),
        migrations.RunSQL(DOOR, migrations.RunSQL.noop),
    ]
