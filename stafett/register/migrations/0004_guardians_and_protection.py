"""Documented relations, who holds the right to consent, opening at a protected address, asking for information."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence, FenceKeys


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0003_protection_areas_and_ages"),
    ]

    operations = [
        migrations.CreateModel(
            name="InformationRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("asked_on", models.DateField()),
                ("registered_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("waiting", "Venter på svar"),
                            ("given", "Informasjon er gitt"),
                            ("refused", "Avslått"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("letter", models.TextField(blank=True)),
                ("refusal_reason", models.CharField(blank=True, max_length=500)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "ønske om informasjon",
            },
        ),
        migrations.CreateModel(
            name="ProtectedOpening",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("leader_at", models.DateTimeField(blank=True, null=True)),
                ("admin_at", models.DateTimeField(blank=True, null=True)),
                ("asked_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "åpning ved skjermet adresse",
            },
        ),
        migrations.AddField(
            model_name="child",
            name="consent_held_by_unit",
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
            model_name="child",
            name="consent_held_document",
            field=models.CharField(
                blank=True,
                choices=[
                    ("register", "Oppslag i Folkeregisteret"),
                    ("birth_certificate", "Fødselsattest"),
                    ("agreement", "Avtale mellom foreldrene"),
                    ("court", "Dom eller rettsforlik"),
                    ("child_welfare", "Vedtak fra barnevernet"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="child",
            name="guardians_live_elsewhere",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="guardianrelation",
            name="documentation",
            field=models.CharField(
                blank=True,
                choices=[
                    ("register", "Oppslag i Folkeregisteret"),
                    ("birth_certificate", "Fødselsattest"),
                    ("agreement", "Avtale mellom foreldrene"),
                    ("court", "Dom eller rettsforlik"),
                    ("child_welfare", "Vedtak fra barnevernet"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="guardianrelation",
            name="end_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("died", "Den foresatte er død"),
                    ("lost_responsibility", "Har ikke lenger foreldreansvar"),
                    ("placement_ended", "Fosterhjemmet er avsluttet"),
                    ("mistake", "Lagt inn ved en feil"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="guardianrelation",
            name="ended_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="guardianrelation",
            name="responsibility_from",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="guardianrelation",
            name="state_source",
            field=models.CharField(
                choices=[("staff", "To ansatte"), ("register", "Folkeregisteret"), ("imported", "Overført")],
                db_default="imported",
                default="staff",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="municipality",
            name="require_same_address",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AlterField(
            model_name="guardianrelation",
            name="state",
            field=models.CharField(
                choices=[
                    ("unclear", "Ikke avklart"),
                    ("confirmed", "Bekreftet"),
                    ("blocked", "Sperret"),
                    ("ended", "Avsluttet"),
                ],
                default="unclear",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("consent_held_by_unit__isnull", True), ("consent_held_document", "")),
                    models.Q(
                        ("consent_held_by_unit__isnull", False),
                        models.Q(("consent_held_document", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="held_consent_right_is_documented",
            ),
        ),
        migrations.AddConstraint(
            model_name="guardianrelation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "confirmed"), _negated=True),
                    ("confirmed_by__isnull", False),
                    models.Q(("state_source", "staff"), _negated=True),
                    _connector="OR",
                ),
                name="confirmed_by_somebody_or_by_the_register",
            ),
        ),
        migrations.AddConstraint(
            model_name="guardianrelation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "blocked"), _negated=True),
                    models.Q(("state_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="blocked_relation_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="guardianrelation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_on__isnull", False),
                        ("state", "ended"),
                        models.Q(("end_kind", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "ended"), _negated=True),
                        ("end_kind", ""),
                        ("ended_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="ended_relation_has_day_and_kind_and_nobody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="guardianrelation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("has_parental_responsibility", True), ("kind", "foster_parent"), _negated=True),
                    models.Q(("documentation", ""), _negated=True),
                    _connector="OR",
                ),
                name="foster_parents_responsibility_is_documented",
            ),
        ),
        migrations.AddField(
            model_name="informationrequest",
            name="answered_by",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.person",
            ),
        ),
        migrations.AddField(
            model_name="informationrequest",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.municipality",
            ),
        ),
        migrations.AddField(
            model_name="informationrequest",
            name="registered_by",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.person",
            ),
        ),
        migrations.AddField(
            model_name="informationrequest",
            name="relation",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="information_requests",
                to="register.guardianrelation",
            ),
        ),
        migrations.AddField(
            model_name="protectedopening",
            name="admin",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.person",
            ),
        ),
        migrations.AddField(
            model_name="protectedopening",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="protected_openings",
                to="register.child",
            ),
        ),
        migrations.AddField(
            model_name="protectedopening",
            name="holder",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.person",
            ),
        ),
        migrations.AddField(
            model_name="protectedopening",
            name="leader",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.person",
            ),
        ),
        migrations.AddField(
            model_name="protectedopening",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.municipality",
            ),
        ),
        migrations.AddIndex(
            model_name="informationrequest",
            index=models.Index(fields=["municipality", "relation"], name="requests_of_relation"),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answer", "waiting")),
                fields=("municipality", "relation"),
                name="one_waiting_request_per_relation",
            ),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", "waiting"), ("answered_at__isnull", True), ("answered_by__isnull", True)
                    ),
                    models.Q(
                        models.Q(("answer", "waiting"), _negated=True),
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="answered_request_has_answerer_and_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "refused"), _negated=True),
                    models.Q(("refusal_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="refused_request_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectedopening",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("municipality", "child"),
                name="one_waiting_opening_per_child",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectedopening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("leader__isnull", True),
                    ("admin__isnull", True),
                    models.Q(("leader", models.F("admin")), _negated=True),
                    _connector="OR",
                ),
                name="opening_is_approved_by_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectedopening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("leader__isnull", True), ("leader_at__isnull", True)),
                        models.Q(("leader__isnull", False), ("leader_at__isnull", False)),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("admin__isnull", True), ("admin_at__isnull", True)),
                        models.Q(("admin__isnull", False), ("admin_at__isnull", False)),
                        _connector="OR",
                    ),
                ),
                name="opening_approved_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectedopening",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="opening_has_reason"
            ),
        ),
        FenceKeys("child", "consent_held_by_unit"),
        Fence("protectedopening", "informationrequest"),
    ]
