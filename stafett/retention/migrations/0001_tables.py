"""Rules, holds, lists and certificates. The fence and the doors are in the next migration."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0004_guardians_and_protection"),
        ("relay_log", "0009_access_ends_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="Disposal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Venter på godkjenning"),
                            ("approved", "Godkjent"),
                            ("carried_out", "Slettet"),
                            ("declined", "Ikke godkjent"),
                            ("withdrawn", "Trukket tilbake"),
                            ("expired", "Gikk ut"),
                        ],
                        default="proposed",
                        max_length=12,
                    ),
                ),
                ("words", models.CharField(max_length=300)),
                ("proposed_at", models.DateTimeField()),
                ("expires_on", models.DateField()),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("decision_words", models.CharField(blank=True, max_length=300)),
                (
                    "decided_by",
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
                    "proposed_by",
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
                "verbose_name": "sletting",
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("proposed_by_name", models.CharField(max_length=220)),
                ("approved_by_name", models.CharField(max_length=220)),
                ("logs", models.PositiveIntegerField()),
                ("left", models.PositiveIntegerField()),
                ("rules", models.JSONField()),
                ("rows", models.JSONField()),
                ("hashes", models.JSONField()),
                ("fingerprint", models.CharField(max_length=64)),
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
                    "disposal",
                    models.OneToOneField(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificate",
                        to="retention.disposal",
                    ),
                ),
            ],
            options={
                "verbose_name": "slettebevis",
            },
        ),
        migrations.CreateModel(
            name="DisposalItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("log_hash", models.CharField(max_length=64)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("closed_log", "Avsluttede stafettlogger"),
                            ("never_started", "Logger som aldri kom i gang"),
                            ("draft", "Kladder"),
                            ("note", "Notater, vedlegg og alt annet i en logg"),
                            ("system_meeting", "Systemmøter"),
                            ("message", "Meldinger i innboksen"),
                            ("trail", "Sporet"),
                            ("certificate", "Slettebevis"),
                        ],
                        max_length=16,
                    ),
                ),
                ("rule_version", models.PositiveIntegerField()),
                ("counted_from", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Venter"), ("disposed", "Slettet"), ("left", "Ble stående")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("left_because", models.CharField(blank=True, max_length=20)),
                (
                    "disposal",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="retention.disposal",
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
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
            ],
            options={
                "verbose_name": "logg på en sletteliste",
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("placed_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                ("lifted_because", models.CharField(blank=True, max_length=300)),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.child",
                    ),
                ),
                (
                    "lifted_by",
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
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
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
                    "placed_by",
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
                "verbose_name": "stans i sletting",
            },
        ),
        migrations.CreateModel(
            name="RetentionRule",
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
                            ("closed_log", "Avsluttede stafettlogger"),
                            ("never_started", "Logger som aldri kom i gang"),
                            ("draft", "Kladder"),
                            ("note", "Notater, vedlegg og alt annet i en logg"),
                            ("system_meeting", "Systemmøter"),
                            ("message", "Meldinger i innboksen"),
                            ("trail", "Sporet"),
                            ("certificate", "Slettebevis"),
                        ],
                        max_length=16,
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("keep", "Bevares her"),
                            ("archive", "Slettes her når arkivet har den"),
                            ("dispose", "Slettes uten å gå til arkivet"),
                        ],
                        max_length=8,
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("basis", models.CharField(max_length=300)),
                ("reason", models.CharField(max_length=300)),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
            ],
            options={
                "verbose_name": "bevaringsregel",
            },
        ),
        migrations.AddIndex(
            model_name="disposal",
            index=models.Index(fields=["municipality", "-proposed_at"], name="disposals_newest_first"),
        ),
        migrations.AddIndex(
            model_name="disposal",
            index=models.Index(
                condition=models.Q(("state", "proposed")),
                fields=["municipality", "expires_on"],
                name="disposals_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="disposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("approved", "carried_out", "declined")), _negated=True),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="disposal_takes_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="disposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "proposed"), _negated=True),
                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                    _connector="OR",
                ),
                name="disposal_waits_undecided",
            ),
        ),
        migrations.AddConstraint(
            model_name="certificate",
            constraint=models.UniqueConstraint(
                fields=("municipality", "number"), name="one_certificate_per_number"
            ),
        ),
        migrations.AddIndex(
            model_name="disposalitem",
            index=models.Index(fields=["municipality", "log"], name="lists_of_log"),
        ),
        migrations.AddConstraint(
            model_name="disposalitem",
            constraint=models.UniqueConstraint(
                fields=("municipality", "disposal", "log_hash"), name="one_line_per_log_on_a_list"
            ),
        ),
        migrations.AddConstraint(
            model_name="disposalitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "disposed"), _negated=True), ("log__isnull", True), _connector="OR"
                ),
                name="disposed_log_is_let_go_of",
            ),
        ),
        migrations.AddIndex(
            model_name="hold",
            index=models.Index(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=["municipality", "log"],
                name="holds_of_log",
            ),
        ),
        migrations.AddIndex(
            model_name="hold",
            index=models.Index(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=["municipality", "child"],
                name="holds_of_child",
            ),
        ),
        migrations.AddIndex(
            model_name="hold",
            index=models.Index(fields=["municipality", "-placed_at"], name="holds_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("child__isnull", True), ("log__isnull", False)),
                    models.Q(("child__isnull", False), ("log__isnull", True)),
                    _connector="OR",
                ),
                name="hold_is_about_log_or_child",
            ),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lifted_at__isnull", True), ("lifted_by__isnull", True)),
                    models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                    _connector="OR",
                ),
                name="hold_lifted_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="retentionrule",
            constraint=models.UniqueConstraint(
                fields=("municipality", "kind", "version"), name="one_rule_per_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="retentionrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fate", "keep"),
                    models.Q(("months__isnull", False), ("months__range", (1, 1200))),
                    _connector="OR",
                ),
                name="rule_that_lets_go_has_months",
            ),
        ),
    ]
