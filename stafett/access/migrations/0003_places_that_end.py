"""Places for outsiders and leaders, which end; and how long consent covers each place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_fence"),
        ("register", "0003_protection_areas_and_ages"),
    ]

    operations = [
        migrations.AddField(
            model_name="grant",
            name="consent_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="grant",
            name="ends_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="grant",
            name="relation",
            field=models.CharField(
                choices=[
                    ("baton_holder", "Stafettholder"),
                    ("participant", "Aktør"),
                    ("external", "Ekstern aktør"),
                    ("leader_insight", "Leder med innsyn"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("relation__in", ["external", "leader_insight"]), _negated=True),
                    models.Q(("ends_on__isnull", False), models.Q(("purpose", ""), _negated=True)),
                    _connector="OR",
                ),
                name="outsiders_and_leaders_have_purpose_and_end",
            ),
        ),
    ]
