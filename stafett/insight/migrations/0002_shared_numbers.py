"""What municipalities share with each other: the yes, the numbers, and the one policy that lets them be read across (ADR 0042).

Reading only, and only between two that have both said yes: the reader has a row in `insight_sharing`, which nobody else
sees, and the other's rows are there only as long as its own yes is, because they have a key to it. The new kind in a count
is what the unit was when it was counted.
"""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence

AGREED = """
CREATE POLICY agreed ON insight_sharednumber FOR SELECT
  USING (EXISTS (SELECT 1 FROM insight_sharing AS own WHERE own.municipality_id = stafett_municipality()))
"""

KINDS = """
DO $$
DECLARE place uuid; DECLARE was text := coalesce(current_setting('stafett.municipality', true), '');
BEGIN
    FOR place IN SELECT id FROM register_municipality LOOP
        PERFORM set_config('stafett.municipality', place::text, true);
        UPDATE insight_count AS counted SET kind = unit.kind
        FROM register_unit AS unit WHERE unit.id = counted.unit_id AND counted.kind = '';
    END LOOP;
    PERFORM set_config('stafett.municipality', was, true);
END $$
"""

ID = models.UUIDField(default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)
MUNICIPALITY = {
    "db_index": False, "on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "register.municipality",
}  # fmt: skip
UNIT_KINDS = [
    ("kindergarten", "Barnehage"),
    ("school", "Skole"),
    ("health_station", "Helsestasjon"),
    ("ppt", "PPT"),
    ("child_welfare", "Barnevern"),
    ("other", "Annen tjeneste"),
    ("area", "Område"),
    ("administration", "Kommuneadministrasjon"),
    ("external", "Utenfor kommunen"),
]
TABLES = [
    ("open", "Åpne logger"),
    ("per_hundred", "Logger per 100 barn"),
    ("category", "Hva loggene handler om"),
    ("level", "Nivå"),
    ("in_use", "I bruk"),
    ("band", "Trinn"),
    ("kind", "Slags enhet"),
    ("work", "Hvordan arbeidet går"),
    ("weeks", "Ventetid"),
    ("effect", "Ga ønsket effekt"),
    ("some_effect", "Ga noe virkning"),
]
SUMMED = ("open", "category", "level", "in_use", "band", "kind")


class Migration(migrations.Migration):
    dependencies = [("insight", "0001_counts"), ("register", "0004_guardians_and_protection")]

    operations = [
        migrations.AddField(
            model_name="count",
            name="kind",
            field=models.CharField(choices=UNIT_KINDS, db_default="", default="", max_length=20),
        ),
        migrations.RunSQL(KINDS, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Sharing",
            fields=[
                ("id", ID),
                ("agreed_at", models.DateTimeField()),
                ("municipality", models.ForeignKey(**MUNICIPALITY)),
            ],
            options={
                "verbose_name": "deling av tall",
                "constraints": [
                    models.UniqueConstraint(fields=("municipality",), name="one_sharing_per_municipality")
                ],
            },
        ),
        migrations.CreateModel(
            name="SharedNumber",
            fields=[
                ("id", ID.clone()),
                ("counted_on", models.DateField()),
                ("table", models.CharField(choices=TABLES, max_length=20)),
                ("key", models.CharField(blank=True, max_length=40)),
                ("value", models.PositiveIntegerField(null=True)),
                ("municipality", models.ForeignKey(**MUNICIPALITY)),
                (
                    "sharing",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="insight.sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "delt tall",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "counted_on", "table", "key"),
                        name="one_shared_number_per_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(value__isnull=True)
                        | models.Q(value__gte=5)
                        | ~models.Q(table__in=SUMMED),
                        name="no_small_number_is_shared",
                    ),
                ],
            },
        ),
        Fence("sharing"),
        Fence("sharednumber", history=False),
        migrations.RunSQL(AGREED, "DROP POLICY agreed ON insight_sharednumber"),
    ]
