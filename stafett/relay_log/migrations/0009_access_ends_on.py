"""The last day on which a closed and archived log is read on line (L-53)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("relay_log", "0008_baton_on_its_way")]

    operations = [
        migrations.AddField(
            model_name="relaylog", name="access_ends_on", field=models.DateField(blank=True, null=True)
        ),
    ]
