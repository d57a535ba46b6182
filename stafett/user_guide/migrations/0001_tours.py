"""Who has seen or left which tour, behind the fence (ADR 0004, ADR 0030)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0003_who_read_and_when"),
        ("register", "0004_guardians_and_protection"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tour",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("alle", "Alle"),
                            ("foresatt", "Foresatt"),
                            ("ungdom", "Ungdom"),
                            ("ansatt", "Stafettholder og ansatt"),
                            ("aktor", "Aktør fra en annen tjeneste"),
                            ("leder", "Enhetsleder"),
                            ("kommune", "Områdeleder og administrator"),
                        ],
                        max_length=10,
                    ),
                ),
                ("is_whole", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField()),
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
                    "person",
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
                "verbose_name": "omvisning",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "person", "role"), name="one_tour_of_each_role"
                    )
                ],
            },
        ),
        Fence("tour"),
    ]
