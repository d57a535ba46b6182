"""Logins get what a provider vouched for; those from before are ended, since nobody vouched for them."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import stafett.kernel.ids

_ID = {"default": stafett.kernel.ids.new_id, "editable": False, "primary_key": True, "serialize": False}
_MUNICIPALITY = {
    "on_delete": django.db.models.deletion.CASCADE,
    "related_name": "+",
    "to": "register.municipality",
}


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0001_initial"),
        ("register", "0002_fence"),
    ]

    operations = [
        migrations.RunSQL("DELETE FROM identity_loginsession", migrations.RunSQL.noop),
        migrations.AlterField("loginsession", "municipality", models.ForeignKey(null=True, **_MUNICIPALITY)),
        migrations.AlterField("loginsession", "person_id", models.UUIDField(null=True)),
        migrations.AlterField("loginsession", "method", models.CharField(max_length=40)),
        migrations.AddField(
            "loginsession",
            "lasts_until",
            models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField("loginsession", "authenticated_at", models.DateTimeField(null=True)),
        migrations.AddField("loginsession", "issuer", models.CharField(blank=True, max_length=200)),
        migrations.AddField("loginsession", "subject", models.CharField(blank=True, max_length=255)),
        migrations.AddField("loginsession", "sid", models.CharField(blank=True, max_length=255)),
        migrations.AddField("loginsession", "level", models.CharField(blank=True, max_length=100)),
        migrations.AddField("loginsession", "browser", models.CharField(blank=True, max_length=20)),
        migrations.AddField("loginsession", "system", models.CharField(blank=True, max_length=20)),
        migrations.AddField("loginsession", "id_token_cipher", models.BinaryField(null=True)),
        migrations.AddIndex(
            "loginsession", models.Index(fields=["issuer", "sid"], name="sessions_by_provider")
        ),
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("id", models.UUIDField(**_ID)),
                ("issuer", models.CharField(max_length=200)),
                ("subject", models.CharField(blank=True, max_length=255)),
                ("handle", models.CharField(blank=True, max_length=255)),
                ("person_id", models.UUIDField()),
                ("linked_at", models.DateTimeField()),
                ("municipality", models.ForeignKey(**_MUNICIPALITY)),
            ],
            options={
                "verbose_name": "identitet",
                "indexes": [models.Index(fields=["municipality", "person_id"], name="identities_of_person")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("subject", ""), _negated=True),
                        fields=("issuer", "subject", "municipality"),
                        name="one_person_per_subject_and_municipality",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("handle", ""), _negated=True),
                        fields=("issuer", "handle", "municipality"),
                        name="one_person_per_handle_and_municipality",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Known",
            fields=[
                ("id", models.UUIDField(**_ID)),
                ("index", models.BinaryField()),
                ("person_id", models.UUIDField(unique=True)),
                ("municipality", models.ForeignKey(db_index=False, **_MUNICIPALITY)),
            ],
            options={
                "verbose_name": "kjent fødselsnummer",
                "constraints": [models.UniqueConstraint(fields=("index",), name="known_once")],
            },
        ),
        migrations.CreateModel(
            name="UsedToken",
            fields=[
                ("id", models.UUIDField(**_ID)),
                ("mark", models.BinaryField(unique=True)),
                ("used_at", models.DateTimeField(db_index=True)),
            ],
            options={"verbose_name": "brukt utloggingsmelding"},
        ),
    ]
