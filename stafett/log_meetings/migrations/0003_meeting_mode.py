"""Meeting mode: what has been put into the log, minutes that stand as they were confirmed, and a word to the table.

Open pages of a meeting are told by the meeting's own id, so that saving words as they are typed wakes nobody else.
"""

from django.db import migrations, models
from django.db.models import Value

STANDING = """
CREATE TRIGGER log_meetings_minutespart_append_only BEFORE UPDATE OR DELETE ON log_meetings_minutespart
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
"""
CHANGEABLE = "DROP TRIGGER log_meetings_minutespart_append_only ON log_meetings_minutespart"
TELLING = """
CREATE FUNCTION stafett_tell_table() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('stafett_live', concat_ws(' ', NEW.municipality_id, NEW.thing_id));
  RETURN NULL;
END $$;

CREATE TRIGGER tell_table AFTER INSERT ON audit_entry FOR EACH ROW
  WHEN (NEW.kind IN ('act', 'words') AND NEW.thing_kind = 'log_meetings.meeting')
  EXECUTE FUNCTION stafett_tell_table();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("log_meetings", "0002_fence"),
        ("live", "0001_notify"),
        ("audit", "0004_words_under_way"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="placed",
            field=models.JSONField(db_default=Value({}, models.JSONField()), default=dict),
        ),
        migrations.AddField(
            model_name="meeting",
            name="summary",
            field=models.JSONField(db_default=Value([], models.JSONField()), default=list),
        ),
        migrations.AddField(
            model_name="meeting",
            name="writing_ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunSQL(STANDING, CHANGEABLE),
        migrations.RunSQL(
            TELLING, "DROP TRIGGER tell_table ON audit_entry; DROP FUNCTION stafett_tell_table()"
        ),
    ]
