"""That a child disagrees, and how their view was weighed (L-12)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("relay_log", "0005_meetings_fence"),
    ]

    operations = [
        migrations.AddField(
            model_name="concern",
            name="child_disagrees",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="concern",
            name="disagreement_weighed",
            field=models.CharField(blank=True, db_default="", max_length=1000),
        ),
    ]
