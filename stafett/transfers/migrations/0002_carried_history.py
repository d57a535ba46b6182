"""A child's history from another municipality: the package while it lies open, and the parts that stand as they came."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence

STANDING = """
CREATE TRIGGER transfers_carriedpart_stands BEFORE UPDATE ON transfers_carriedpart
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
"""
CHANGEABLE = "DROP TRIGGER transfers_carriedpart_stands ON transfers_carriedpart"


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0004_guardians_and_protection"),
        ("relay_log", "0009_access_ends_on"),
        ("transfers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="ArrivedPackage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("origin", models.CharField(max_length=200)),
                ("matched_by_number", models.BooleanField()),
                ("content", models.JSONField(null=True)),
                ("opened_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="arrived_packages",
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
                    "opened_by",
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
                "verbose_name": "pakke fra en annen kommune",
            },
        ),
        migrations.CreateModel(
            name="CarriedPart",
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
                            ("concern", "Oppmerksomhet"),
                            ("meeting", "Møte"),
                            ("bright_spot", "Lysglimt"),
                            ("note", "Notat"),
                            ("childs_goal", "Barnets eget mål"),
                            ("summary", "Så langt var de kommet"),
                        ],
                        max_length=12,
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("taken_in_at", models.DateTimeField()),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="carried_parts",
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
                    "package",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="transfers.arrivedpackage",
                    ),
                ),
                (
                    "taken_in_by",
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
                "verbose_name": "hentet historie",
            },
        ),
        migrations.AddIndex(
            model_name="arrivedpackage",
            index=models.Index(
                condition=models.Q(("settled_at__isnull", True)),
                fields=["municipality", "opened_at"],
                name="packages_that_lie_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="arrivedpackage",
            constraint=models.UniqueConstraint(
                fields=("municipality", "log", "sha256"), name="one_arrival_per_package_and_log"
            ),
        ),
        migrations.AddConstraint(
            model_name="arrivedpackage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("content__isnull", False), ("settled_at__isnull", True)),
                    models.Q(("content__isnull", True), ("settled_at__isnull", False)),
                    _connector="OR",
                ),
                name="a_settled_package_is_put_away",
            ),
        ),
        migrations.AddIndex(
            model_name="carriedpart",
            index=models.Index(
                fields=["municipality", "log", "taken_in_at", "position"], name="carried_parts_of_log"
            ),
        ),
        migrations.AddConstraint(
            model_name="carriedpart",
            constraint=models.UniqueConstraint(
                fields=("municipality", "log", "fingerprint"), name="a_part_is_carried_in_once"
            ),
        ),
        Fence("arrivedpackage", history=False),  # what nobody chose is not kept, in former versions either
        Fence("carriedpart"),
        migrations.RunSQL(STANDING, CHANGEABLE),
    ]
