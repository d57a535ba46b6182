"""Offers of the baton and school starts, behind the fence between municipalities (ADR 0004)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0004_guardians_and_protection"),
        ("relay_log", "0009_access_ends_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="SchoolStart",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("chosen_at", models.DateTimeField()),
                (
                    "chosen_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "from_unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
                (
                    "log",
                    models.OneToOneField(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="school_start",
                        to="relay_log.relaylog",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "skolestart",
                "indexes": [
                    models.Index(fields=["municipality", "school", "year"], name="starters_to_school"),
                    models.Index(fields=["municipality", "from_unit", "year"], name="starters_from_unit"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("from_unit", models.F("school")), _negated=True),
                        name="a_school_start_changes_unit",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("colleague", "Til en kollega"),
                            ("deputy", "Til en vikar for en tid"),
                            ("unit", "Til en annen enhet"),
                            ("municipality", "Til en annen kommune"),
                            ("placed", "Gitt av enhetslederen"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "Tilbudt"),
                            ("accepted", "Tatt imot"),
                            ("declined", "Nei takk"),
                            ("withdrawn", "Trukket tilbake"),
                            ("expired", "Gått ut"),
                            ("returned", "Gitt tilbake"),
                        ],
                        default="offered",
                        max_length=10,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=500)),
                ("stays", models.BooleanField(default=False)),
                ("until", models.DateField(blank=True, null=True)),
                ("offered_at", models.DateTimeField()),
                ("expires_on", models.DateField()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("package_sha256", models.CharField(blank=True, max_length=64)),
                ("returned_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "from_person",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "from_unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transfers",
                        to="relay_log.relaylog",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "to_person",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "to_unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "overføring",
                "indexes": [
                    models.Index(fields=["municipality", "log", "-offered_at"], name="transfers_of_log"),
                    models.Index(fields=["municipality", "to_person"], name="transfers_to_person"),
                    models.Index(
                        condition=models.Q(("state", "offered")),
                        fields=["municipality", "to_unit"],
                        name="offers_to_unit",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "offered")),
                        fields=("municipality", "log"),
                        name="one_open_offer_per_log",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("state", "offered")),
                            models.Q(
                                models.Q(("state", "offered"), _negated=True), ("answered_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="answered_transfer_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("accepted", "returned")), _negated=True),
                            ("to_person__isnull", False),
                            ("kind", "municipality"),
                            _connector="OR",
                        ),
                        name="accepted_transfer_has_receiver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "deputy"), ("until__isnull", False)),
                            models.Q(models.Q(("kind", "deputy"), _negated=True), ("until__isnull", True)),
                            _connector="OR",
                        ),
                        name="only_a_deputy_has_a_last_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "deputy"), ("returned_at__isnull", False), ("state", "returned")
                            ),
                            models.Q(
                                models.Q(("state", "returned"), _negated=True), ("returned_at__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="only_a_deputys_baton_comes_back",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("from_unit", models.F("to_unit")),
                                ("kind__in", ("colleague", "deputy", "placed")),
                            ),
                            models.Q(
                                ("kind__in", ("unit", "municipality")),
                                models.Q(("from_unit", models.F("to_unit")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="only_a_transfer_to_a_unit_changes_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_person__isnull", True),
                            ("to_person__isnull", True),
                            models.Q(("from_person", models.F("to_person")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_gives_the_baton_to_themselves",
                    ),
                ],
            },
        ),
        Fence("transfer", "schoolstart"),
    ]
