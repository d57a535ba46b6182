"""What meetings need: factors of the staff's own round, the factor a measure aims at, and the day of the next meeting."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("relay_log", "0003_kept_from_guardians"),
    ]

    operations = [
        migrations.AddField(
            model_name="maintainingfactor",
            name="is_within_reach",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="maintainingfactor",
            name="named_by",
            field=models.CharField(
                choices=[("staff", "De ansatte"), ("guardians", "Foresatte"), ("child", "Barnet")],
                db_default="staff",
                default="staff",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="maintainingfactor",
            name="shared_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="measure",
            name="factor",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="measures",
                to="relay_log.maintainingfactor",
            ),
        ),
        migrations.AddField(
            model_name="relaylog",
            name="next_meeting_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
