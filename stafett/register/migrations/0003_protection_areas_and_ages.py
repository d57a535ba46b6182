"""Protected addresses, areas that units are led in, more roles, and the age at which guardians' access ends."""

import django.db.models.deletion
from django.db import migrations, models

from stafett.register.tenancy import FenceKeys


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_fence"),
    ]

    operations = [
        migrations.AddField(
            model_name="municipality",
            name="guardian_access_age",
            field=models.PositiveSmallIntegerField(db_default=16, default=16),
        ),
        migrations.AddField(
            model_name="person",
            name="protection",
            field=models.CharField(
                choices=[("none", "Ingen"), ("confidential", "Fortrolig"), ("strictly", "Strengt fortrolig")],
                db_default="none",
                default="none",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="unit",
            name="area",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="units",
                to="register.unit",
            ),
        ),
        migrations.AlterField(
            model_name="employment",
            name="role",
            field=models.CharField(
                choices=[
                    ("staff", "Ansatt"),
                    ("resource_person", "Ressursperson"),
                    ("unit_leader", "Enhetsleder"),
                    ("area_leader", "Områdeleder"),
                    ("municipal_admin", "Kommuneadministrator"),
                    ("privacy_officer", "Personvernombud"),
                    ("archivist", "Arkivar"),
                ],
                default="staff",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="unit",
            name="kind",
            field=models.CharField(
                choices=[
                    ("kindergarten", "Barnehage"),
                    ("school", "Skole"),
                    ("health_station", "Helsestasjon"),
                    ("ppt", "PPT"),
                    ("child_welfare", "Barnevern"),
                    ("other", "Annen tjeneste"),
                    ("area", "Område"),
                    ("administration", "Kommuneadministrasjon"),
                    ("external", "Utenfor kommunen"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.CheckConstraint(
                condition=models.Q(("guardian_access_age__range", (16, 18))),
                name="guardian_access_ends_at_16_to_18",
            ),
        ),
        FenceKeys("unit", "area"),
    ]
