"""Tables of the municipality's set-up: what has been changed of its settings, and how far it is towards real use."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    dependencies = [
        ("administration", "0001_staff_lists_as_files"),
        ("register", "0005_statements"),
    ]

    operations = [
        migrations.CreateModel(
            name="GoLive",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("founded_at", models.DateTimeField(blank=True, null=True)),
                ("looked_over", models.JSONField(default=list)),
                ("assessed_on", models.DateField(blank=True, null=True)),
                ("ready_at", models.DateTimeField(blank=True, null=True)),
                (
                    "assessed_by",
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
                    "ready_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "klargjøring",
                "constraints": [models.UniqueConstraint(fields=("municipality",), name="one_go_live")],
            },
        ),
        migrations.CreateModel(
            name="SettingChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("field", models.CharField(max_length=40)),
                ("before", models.CharField(blank=True, max_length=300)),
                ("after", models.CharField(blank=True, max_length=300)),
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
                "verbose_name": "endret innstilling",
                "indexes": [
                    models.Index(fields=["municipality", "changed_at"], name="setting_changes_by_time")
                ],
            },
        ),
        Fence("golive"),
        Fence("settingchange", history=False),
    ]
