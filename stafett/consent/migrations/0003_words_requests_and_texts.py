"""Words that are never changed, requests, kept texts, oral and digital consent, withdrawal (L-03, L-08)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence, FenceKeys

APPEND_ONLY = """
CREATE TRIGGER consent_consent_append_only BEFORE UPDATE ON consent_consent
FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
"""
CHANGEABLE = "DROP TRIGGER consent_consent_append_only ON consent_consent"


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0002_fence"),
        ("register", "0004_guardians_and_protection"),
        ("relay_log", "0003_kept_from_guardians"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsentRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("unit_ids", models.JSONField(default=list)),
                ("valid_until", models.DateField()),
                (
                    "locale",
                    models.CharField(
                        choices=[
                            ("nb", "Bokmål"),
                            ("nn", "Nynorsk"),
                            ("en", "English"),
                            ("se", "Davvisámegiella"),
                            ("pl", "Polski"),
                            ("uk", "Українська"),
                            ("ar", "العربية"),
                            ("so", "Soomaali"),
                            ("ti", "ትግርኛ"),
                        ],
                        max_length=2,
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=500)),
                ("asked_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Ja"),
                            ("no", "Nei"),
                            ("replaced", "Erstattet av en ny forespørsel"),
                        ],
                        max_length=8,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "samtykkeforespørsel",
            },
        ),
        migrations.CreateModel(
            name="ConsentText",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                (
                    "locale",
                    models.CharField(
                        choices=[
                            ("nb", "Bokmål"),
                            ("nn", "Nynorsk"),
                            ("en", "English"),
                            ("se", "Davvisámegiella"),
                            ("pl", "Polski"),
                            ("uk", "Українська"),
                            ("ar", "العربية"),
                            ("so", "Soomaali"),
                            ("ti", "ትግርኛ"),
                        ],
                        max_length=2,
                    ),
                ),
                ("content", models.JSONField()),
                ("first_used_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "samtykketekst",
            },
        ),
        migrations.RemoveConstraint(
            model_name="consent",
            name="consent_ends_after_it_is_signed",
        ),
        migrations.AddField(
            model_name="consent",
            name="asks_to_end",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="consent",
            name="filled",
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
        migrations.AddField(
            model_name="consent",
            name="for_unit",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.unit",
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="missing_facts",
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
        migrations.AddField(
            model_name="consent",
            name="restrictions",
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
        migrations.AddField(
            model_name="consent",
            name="witness",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.person",
            ),
        ),
        migrations.AlterField(
            model_name="consent",
            name="form",
            field=models.CharField(
                choices=[
                    ("paper", "Underskrift på papir"),
                    ("oral", "Muntlig, med vitne"),
                    ("digital", "Digitalt, med innlogging"),
                ],
                default="paper",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="consent",
            name="locale",
            field=models.CharField(
                choices=[
                    ("nb", "Bokmål"),
                    ("nn", "Nynorsk"),
                    ("en", "English"),
                    ("se", "Davvisámegiella"),
                    ("pl", "Polski"),
                    ("uk", "Українська"),
                    ("ar", "العربية"),
                    ("so", "Soomaali"),
                    ("ti", "ትግርኛ"),
                ],
                max_length=2,
            ),
        ),
        migrations.AlterField(
            model_name="consent",
            name="valid_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="consentrequest",
            name="asked_by",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.person",
            ),
        ),
        migrations.AddField(
            model_name="consentrequest",
            name="log",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="consent_requests",
                to="relay_log.relaylog",
            ),
        ),
        migrations.AddField(
            model_name="consentrequest",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.municipality",
            ),
        ),
        migrations.AddField(
            model_name="consentrequest",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="consent_requests",
                to="register.person",
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="words",
                to="consent.consentrequest",
            ),
        ),
        migrations.AddField(
            model_name="consenttext",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.municipality",
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="text",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consent.consenttext",
            ),
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(fields=["municipality", "guardian"], name="consents_of_guardian"),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until__gte", models.F("signed_on"))),
                name="consent_ends_no_sooner_than_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", False),
                    models.Q(("covered_unit_ids", []), ("restrictions", {})),
                    _connector="OR",
                ),
                name="a_no_covers_nothing",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("asks_to_end", False), ("valid_until__isnull", True), _connector="OR"),
                name="only_a_no_asks_to_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("form", "oral"), _negated=True),
                    ("valid_until__isnull", True),
                    ("witness__isnull", False),
                    _connector="OR",
                ),
                name="an_oral_yes_has_a_witness",
            ),
        ),
        migrations.AddIndex(
            model_name="consentrequest",
            index=models.Index(fields=["municipality", "person"], name="requests_to_person"),
        ),
        migrations.AddConstraint(
            model_name="consentrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answer", "")),
                fields=("municipality", "log", "person"),
                name="one_open_request_each",
            ),
        ),
        migrations.AddConstraint(
            model_name="consentrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at__isnull", True)),
                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="request_answered_with_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="consenttext",
            constraint=models.UniqueConstraint(
                fields=("municipality", "sha256"), name="one_row_per_consent_text"
            ),
        ),
        Fence("consenttext", "consentrequest"),
        FenceKeys("consent", "for_unit", "witness", "text", "request"),
        migrations.RunSQL(APPEND_ONLY, CHANGEABLE),
    ]
