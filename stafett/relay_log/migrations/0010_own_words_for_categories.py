"""The municipality's own words for what concerns are about, and that what lies under a category may be its own (S003-33).

What is written in a concern keeps the word it had, in `own_words`. The former version writes only what both rules let through.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import stafett.kernel.ids
from stafett.register.tenancy import Fence

NAME = "subcategory_of_the_source_only_under_subjects"
CATEGORIES = [
    ("subjects", "Fagvansker"),
    ("concentration", "Konsentrasjon / oppmerksomhet"),
    ("motor_skills", "Motorikk"),
    ("social_interaction", "Sosialt samspill"),
    ("language", "Språk"),
    ("wellbeing", "Trivsel"),
    ("leisure", "Fritid"),
    ("health", "Helse"),
    ("other", "Annet"),
]
# NOT VALID: the rule it takes over from, which is taken away here, was stricter; nobody waits while old rows are read again
RULE = f"""
ALTER TABLE relay_log_concern ADD CONSTRAINT {NAME}
CHECK (subcategory = '' OR subcategory LIKE 'own-%' OR category = 'subjects') NOT VALID
"""


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0006_work_contact"),
        ("relay_log", "0009_access_ends_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="CategoryWord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("category", models.CharField(choices=CATEGORIES, max_length=20)),
                ("key", models.CharField(blank=True, max_length=25)),
                ("nb", models.CharField(blank=True, max_length=60)),
                ("nn", models.CharField(blank=True, max_length=60)),
                ("hidden_at", models.DateTimeField(blank=True, null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                ("changed_at", models.DateTimeField()),
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
                "verbose_name": "ord for hva det gjelder",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "category", "key"), name="one_word_for_each_category_and_key"
                    ),
                    models.CheckConstraint(
                        name="a_word_of_ones_own_is_written",
                        condition=~Q(key__startswith="own-") | ~Q(nb=""),
                    ),
                ],
            },
        ),
        Fence("categoryword"),
        migrations.AddField(
            model_name="concern", name="own_words", field=models.JSONField(blank=True, null=True)
        ),
        migrations.RemoveConstraint(model_name="concern", name="subcategory_only_under_subjects"),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(RULE, f"ALTER TABLE relay_log_concern DROP CONSTRAINT {NAME}")
            ],
            state_operations=[
                migrations.AddConstraint(
                    model_name="concern",
                    constraint=models.CheckConstraint(
                        name=NAME,
                        condition=Q(subcategory="")
                        | Q(subcategory__startswith="own-")
                        | Q(category="subjects"),
                    ),
                )
            ],
        ),
    ]
