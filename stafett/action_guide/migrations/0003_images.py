"""Images on the steps of a municipality's own guide (ADR 0040). Their bytes have no history: one taken away is gone."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence


class Migration(migrations.Migration):
    dependencies = [("action_guide", "0002_own_editions"), ("register", "0002_fence")]

    operations = [
        migrations.AddField(
            model_name="guidepart",
            name="images",
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
        migrations.CreateModel(
            name="GuideImage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=4)),
                ("size", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
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
                "verbose_name": "bilde i veilederen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "sha256"), name="a_guide_image_is_kept_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("png", "jpeg", "webp"))),
                        name="a_guide_image_is_a_bitmap",
                    ),
                ],
            },
        ),
        Fence("guideimage", history=False),
    ]
