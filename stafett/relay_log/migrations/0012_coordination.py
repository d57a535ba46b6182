"""Who coordinates when several services help the same child (L-40..44)."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import stafett.kernel.ids
from stafett.register.tenancy import Fence


def _key(to, **options):
    return models.ForeignKey(
        db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, to=to,
        **{"related_name": "+"} | options,
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0006_work_contact"),
        ("relay_log", "0011_shaped_with_guardians"),
    ]

    operations = [
        migrations.CreateModel(
            name="Coordination",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=300)),
                ("is_decided_above", models.BooleanField(default=False)),
                ("child_view", models.CharField(blank=True, max_length=500)),
                (
                    "plan",
                    models.CharField(
                        choices=[
                            ("not_asked", "Vi har ikke snakket om det ennå"),
                            ("not_wanted", "Familien ønsker det ikke nå"),
                            ("asked_for", "Familien har bedt om det"),
                            ("in_use", "Barnet har individuell plan"),
                        ],
                        default="not_asked",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", _key("register.person")),
                ("child_coordinator", _key("register.person", null=True)),
                (
                    "log",
                    models.OneToOneField(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coordination",
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
                ("unit", _key("register.unit", null=True)),
            ],
            options={
                "verbose_name": "samordning",
                "constraints": [
                    models.CheckConstraint(
                        name="who_coordinates_is_said_with_the_childs_view",
                        condition=Q(unit__isnull=True) | ~Q(child_view=""),
                    )
                ],
            },
        ),
        Fence("coordination"),
    ]
