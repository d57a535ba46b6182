"""Whom a municipality's public statements name: about privacy, and about accessibility."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0004_guardians_and_protection"),
    ]

    operations = [
        migrations.AddField(
            "Municipality",
            "privacy_contact",
            models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            "Municipality",
            "accessibility_contact",
            models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            "Municipality", "accessibility_url", models.URLField(blank=True, db_default="", default="")
        ),
    ]
