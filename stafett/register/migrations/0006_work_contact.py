"""How colleagues reach somebody at work (S003-05): written by themselves, and apart from where pointers are sent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0005_statements"),
    ]

    operations = [
        migrations.AddField(
            "Person", "work_contact", models.CharField(blank=True, db_default="", default="", max_length=100)
        ),
    ]
