"""Deposits with their files, whole periods, and how the archive is set up, behind the fence (ADR 0036)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0003_who_read_and_when"),
        ("register", "0004_guardians_and_protection"),
        ("relay_log", "0008_baton_on_its_way"),
    ]

    operations = [
        migrations.CreateModel(
            name="Deposit",
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
                            ("log_closed", "Avsluttet stafettlogg"),
                            ("log_snapshot", "Årlig kopi av stafettlogg"),
                            ("minutes", "Referat fra systemmøte"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Venter på å bli sendt"),
                            ("sent", "Sendt, venter på kvittering"),
                            ("received", "Mottatt i arkivet"),
                            ("failed", "Arkivet sa nei"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("source_id", models.UUIDField()),
                ("once_key", models.CharField(max_length=80)),
                ("folder", models.CharField(max_length=120)),
                ("made_on", models.DateField()),
                ("created_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("message_id", models.UUIDField(blank=True, null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("receipt", models.JSONField(default=dict)),
                ("fault", models.CharField(blank=True, max_length=500)),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="relay_log.relaylog",
                    ),
                ),
                (
                    "made_by",
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
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
                (
                    "unit",
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
                "verbose_name": "innlevering til arkivet",
            },
        ),
        migrations.CreateModel(
            name="DepositFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=80)),
                ("title", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=60)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField(null=True)),
                (
                    "deposit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="archive.deposit",
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
            ],
            options={
                "verbose_name": "fil til arkivet",
            },
        ),
        migrations.CreateModel(
            name="PeriodDeposit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("first", models.DateField()),
                ("last", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ordered", "Blir laget"),
                            ("made", "Ferdig og kontrollert"),
                            ("faulty", "Kontrollen fant feil"),
                        ],
                        default="ordered",
                        max_length=8,
                    ),
                ),
                ("ordered_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("logs", models.PositiveIntegerField(default=0)),
                ("files", models.PositiveIntegerField(default=0)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("faults", models.JSONField(default=list)),
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
                    "ordered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "avlevering av en periode",
            },
        ),
        migrations.CreateModel(
            name="ArchiveSettings",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "adapter",
                    models.CharField(
                        choices=[("folder", "Mappe på disk"), ("fiks_arkiv", "Fiks Arkiv")],
                        default="folder",
                        max_length=10,
                    ),
                ),
                ("system_name", models.CharField(blank=True, max_length=60)),
                ("log_folder", models.CharField(default="Elevmappe", max_length=120)),
                ("meeting_folder", models.CharField(default="BTI-møte", max_length=120)),
                ("case_type", models.CharField(blank=True, max_length=60)),
                ("journal_unit", models.CharField(blank=True, max_length=60)),
                ("access_days", models.PositiveSmallIntegerField(default=30)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "arkivoppsett",
                "constraints": [
                    models.UniqueConstraint(fields=("municipality",), name="one_archive_setup"),
                    models.CheckConstraint(
                        condition=models.Q(("access_days__range", (0, 365))),
                        name="access_lasts_0_to_365_days",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="deposit",
            index=models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["municipality", "due_at"],
                name="deposits_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="deposit",
            index=models.Index(fields=["municipality", "-created_at"], name="deposits_newest_first"),
        ),
        migrations.AddIndex(
            model_name="deposit",
            index=models.Index(fields=["municipality", "log"], name="deposits_of_log"),
        ),
        migrations.AddIndex(
            model_name="deposit",
            index=models.Index(fields=["municipality", "message_id"], name="deposits_by_message"),
        ),
        migrations.AddConstraint(
            model_name="deposit",
            constraint=models.UniqueConstraint(fields=("municipality", "once_key"), name="handed_in_once"),
        ),
        migrations.AddConstraint(
            model_name="deposit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "received"), _negated=True),
                    models.Q(("settled_at__isnull", False), models.Q(("receipt", {}), _negated=True)),
                    _connector="OR",
                ),
                name="received_deposit_has_receipt",
            ),
        ),
        migrations.AddConstraint(
            model_name="deposit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "sent"), _negated=True), ("sent_at__isnull", False), _connector="OR"
                ),
                name="sent_deposit_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="depositfile",
            constraint=models.UniqueConstraint(
                fields=("municipality", "deposit", "position"), name="one_file_per_position"
            ),
        ),
        migrations.AddConstraint(
            model_name="perioddeposit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "ordered")),
                fields=("municipality",),
                name="one_period_deposit_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="perioddeposit",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__gte", models.F("first"))), name="period_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="perioddeposit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("made_at__isnull", True), ("state", "ordered")),
                    models.Q(models.Q(("state", "ordered"), _negated=True), ("made_at__isnull", False)),
                    _connector="OR",
                ),
                name="period_deposit_made_has_time",
            ),
        ),
        Fence("Deposit", "ArchiveSettings", "PeriodDeposit"),
        Fence("DepositFile", history=False),
    ]
