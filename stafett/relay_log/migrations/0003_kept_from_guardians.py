"""Words kept from guardians, and the day from which a youth reads alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("relay_log", "0002_fence"),
    ]

    operations = [
        migrations.AddField(
            model_name="concern",
            name="kept_from_guardians",
            field=models.CharField(blank=True, db_default="", max_length=300),
        ),
        migrations.AddField(
            model_name="note",
            name="kept_from_guardians",
            field=models.CharField(blank=True, db_default="", max_length=300),
        ),
        migrations.AddField(
            model_name="relaylog",
            name="guardians_end_on",
            field=models.DateField(blank=True, null=True),
        ),
    ]
