"""Words that are being written in a meeting leave rows of their own kind, found by the thing they are about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_who_read_and_when")]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("act", "Endring"),
                    ("read", "Lesing"),
                    ("refusal", "Avvist"),
                    ("words", "Skriving i møte"),
                ],
                max_length=7,
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("kind", "words")),
                fields=["municipality", "thing_id", "-number"],
                name="words_about_thing",
            ),
        ),
    ]
