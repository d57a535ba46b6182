"""What a municipality sets for itself in the guide, behind the fence (ADR 0004, ADR 0020)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0003_who_read_and_when"), ("register", "0002_fence")]

    operations = [
        migrations.CreateModel(
            name="Contact",
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
                            ("child_welfare", "Barnevernstjenesten"),
                            ("child_welfare_duty", "Barnevernvakten"),
                            ("police", "Politiet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("phone", models.CharField(max_length=20)),
                ("note", models.CharField(blank=True, max_length=200)),
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
                "verbose_name": "kontaktkort",
                "constraints": [
                    models.UniqueConstraint(fields=("municipality", "kind"), name="one_contact_of_each_kind"),
                    models.CheckConstraint(
                        condition=models.Q(("phone", ""), _negated=True), name="contact_has_a_number"
                    ),
                ],
            },
        ),
        Fence("contact"),
    ]
