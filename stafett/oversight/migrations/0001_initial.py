"""That somebody has looked at a reading."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0003_who_read_and_when"), ("register", "0002_fence")]

    operations = [
        migrations.CreateModel(
            name="ReadingReview",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reader_id", models.UUIDField()),
                ("child_id", models.UUIDField()),
                ("read_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[("in_order", "Det er i orden"), ("followed_up", "Jeg følger det opp")],
                        max_length=12,
                    ),
                ),
                ("words", models.CharField(max_length=500)),
                ("reviewed_at", models.DateTimeField()),
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
                    "reviewed_by",
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
                "verbose_name": "gjennomgang",
                "indexes": [models.Index(fields=["municipality", "read_on"], name="reviews_by_day")],
            },
        ),
        Fence("readingreview"),
    ]
