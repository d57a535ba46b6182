"""What is counted on counting days, behind the fence (ADR 0004, ADR 0033)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0004_guardians_and_protection"),
    ]

    operations = [
        migrations.CreateModel(
            name="Count",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("counted_on", models.DateField()),
                (
                    "band",
                    models.CharField(
                        choices=[
                            ("kindergarten", "Før skolen"),
                            ("grades_1_4", "1.–4. trinn"),
                            ("grades_5_7", "5.–7. trinn"),
                            ("grades_8_10", "8.–10. trinn"),
                            ("older", "Eldre, eller uten trinn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("question", models.CharField(max_length=20)),
                ("logs", models.PositiveIntegerField()),
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
                "verbose_name": "tall",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "counted_on", "unit", "band", "question"),
                        name="one_count_per_question_and_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("counted_on", models.DateField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("weeks_to_measure", "Fra oppmerksomhet til første tiltak"),
                            ("evaluated_on_time", "Evaluert i tide"),
                            ("guardian_there", "Møter der foresatte var med"),
                            ("child_there", "Møter der barnet var med"),
                            ("written_live", "Møter der loggen ble skrevet underveis"),
                            ("effect", "Tiltak som ga ønsket effekt"),
                            ("some_effect", "Tiltak som ga noe virkning"),
                            ("bank_used", "Brukt"),
                            ("bank_continued", "Videreført"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=40)),
                ("value", models.PositiveIntegerField()),
                ("logs", models.PositiveIntegerField()),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "måling",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "counted_on", "unit", "kind", "subject"),
                        name="one_figure_per_kind_and_day",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        Fence("count", "figure", history=False),
    ]
