"""A new kind of figure: how many children there are (S002-12)."""

from django.db import migrations, models

KINDS = [
    ("weeks_to_measure", "Fra oppmerksomhet til første tiltak"),
    ("evaluated_on_time", "Evaluert i tide"),
    ("guardian_there", "Møter der foresatte var med"),
    ("child_there", "Møter der barnet var med"),
    ("written_live", "Møter der loggen ble skrevet underveis"),
    ("effect", "Tiltak som ga ønsket effekt"),
    ("some_effect", "Tiltak som ga noe virkning"),
    ("bank_used", "Brukt"),
    ("bank_continued", "Videreført"),
    ("children", "Barn i registeret"),
]


class Migration(migrations.Migration):
    dependencies = [("insight", "0002_shared_numbers")]

    operations = [
        migrations.AlterField(
            model_name="figure", name="kind", field=models.CharField(choices=KINDS, max_length=20)
        ),
    ]
