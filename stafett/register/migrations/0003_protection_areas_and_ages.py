"""Protected addresses, areas that units are led in, more roles, and the age at which guardians' access ends."""

import django.db.models.deletion
from django.db import migrations, models

from stafett.register.tenancy import FenceKeys

# Former versions are dated by the product's clock where one is set (invented lives are told in the past), and a
# deleted draft takes its former wordings with it (L-52). Nobody else may remove a version: the app has no right to
# delete here, and the refusal lets through only the row that the trigger is forgetting.
FUNCTIONS = """
CREATE OR REPLACE FUNCTION stafett_keep_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM set_config('stafett.forgetting', OLD.id::text, true);
    DELETE FROM audit_rowversion
    WHERE municipality_id = OLD.municipality_id AND table_name = TG_TABLE_NAME AND row_id = OLD.id;
    PERFORM set_config('stafett.forgetting', '', true);
  END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN
    INSERT INTO audit_rowversion (municipality_id, table_name, row_id, changed_at, changed_by, request_id, row)
    VALUES (
      OLD.municipality_id, TG_TABLE_NAME, OLD.id,
      coalesce(nullif(current_setting('stafett.moment', true), '')::timestamptz, clock_timestamp()),
      nullif(current_setting('stafett.actor', true), '')::uuid,
      nullif(current_setting('stafett.request', true), '')::uuid,
      CASE WHEN TG_OP = 'DELETE' THEN jsonb_build_object('id', OLD.id, 'deleted', true) ELSE to_jsonb(OLD) END
    );
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION stafett_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'audit_rowversion' AND TG_OP = 'DELETE' THEN
    IF OLD.row_id::text = current_setting('stafett.forgetting', true) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_append_only_chain"),
        ("register", "0002_fence"),
    ]

    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
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
