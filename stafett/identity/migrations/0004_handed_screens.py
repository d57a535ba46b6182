"""A login may hand its screen to the child of one log (W-23)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("identity", "0003_known_numbers")]

    operations = [migrations.AddField("loginsession", "handed_log_id", models.UUIDField(null=True))]
