"""What is the child's own: the goal in the child's words, and how a bright spot was told."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0004_guardians_and_protection"),
        ("relay_log", "0005_meetings_fence"),
    ]

    operations = [
        migrations.CreateModel(
            name="BrightSpotPicture",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "symbol",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sun", "En fin dag"),
                            ("heart", "Jeg ble glad"),
                            ("friends", "Sammen med noen"),
                            ("mountain", "Jeg turte"),
                            ("star", "Jeg fikk det til"),
                            ("book", "Jeg lærte noe"),
                            ("ball", "Gøy å være med"),
                            ("leaf", "Det var rolig"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "said",
                    models.CharField(
                        choices=[
                            ("own_login", "Skrev selv"),
                            ("at_the_table", "Skrev selv ved bordet"),
                            ("dictated", "Sa det til en voksen"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "bright_spot",
                    models.OneToOneField(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="picture",
                        to="relay_log.brightspot",
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
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
                "verbose_name": "barnets lysglimt",
            },
        ),
        migrations.CreateModel(
            name="ChildGoal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.CharField(max_length=200)),
                (
                    "said",
                    models.CharField(
                        choices=[
                            ("own_login", "Skrev selv"),
                            ("at_the_table", "Skrev selv ved bordet"),
                            ("dictated", "Sa det til en voksen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("replaced_at", models.DateTimeField(blank=True, null=True)),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
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
                    "written_by",
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
                "verbose_name": "barnets mål",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at__isnull", True)),
                        fields=("municipality", "log"),
                        name="one_current_child_goal_per_log",
                    )
                ],
            },
        ),
        Fence("brightspotpicture", "childgoal"),
    ]
