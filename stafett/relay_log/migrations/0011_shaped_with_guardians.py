"""That guardians have shaped a measure (S001-27). Of those from before nobody has said so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("relay_log", "0010_own_words_for_categories")]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="shaped_with_guardians",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
