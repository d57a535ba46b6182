"""The tables of this package behind the fence between municipalities (ADR 0004), what stands as it was said, and a word
to those who have a meeting open (ADR 0025)."""

from django.db import migrations

from stafett.register.tenancy import Fence

STANDING = ("systemminutespart", "measureevaluation")
STAND = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON system_meetings_{0}
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
"""
TELLING = """
CREATE TRIGGER tell_system_table AFTER INSERT ON audit_entry FOR EACH ROW
  WHEN (NEW.kind IN ('act', 'words') AND NEW.thing_kind = 'system_meetings.systemmeeting')
  EXECUTE FUNCTION stafett_tell_table();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("system_meetings", "0001_meetings"),
        ("log_meetings", "0003_meeting_mode"),
        ("register", "0002_fence"),
    ]

    operations = [
        Fence(
            "systemmeeting",
            "attendee",
            "turn",
            "trackcard",
            "topicproposal",
            "question",
            "systemfactor",
            "measureidea",
            "ideafactor",
            "systemmeasure",
            "followup",
            "measureevaluation",
            "meetingevaluation",
            "systemminutes",
            "systemminutespart",
        ),  # fmt: skip
        Fence("wordsunderway", history=False),  # saved as it is typed: half a word is nothing to keep
        *(
            migrations.RunSQL(STAND.format(table), f"DROP TRIGGER append_only ON system_meetings_{table}")
            for table in STANDING
        ),
        migrations.RunSQL(TELLING, "DROP TRIGGER tell_system_table ON audit_entry"),
    ]
