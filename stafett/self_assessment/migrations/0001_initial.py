"""Self-assessments, readings and remarks behind the fence (ADR 0004); what is sent can never be changed (ADR 0032)."""

import django.db.models.deletion
from django.db import migrations, models

import stafett.kernel.ids
from stafett.register.tenancy import Fence

STANDING = """
CREATE TRIGGER self_assessment_assessment_stands BEFORE UPDATE OR DELETE ON self_assessment_assessment
  FOR EACH ROW WHEN (OLD.state = 'submitted') EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER self_assessment_assessmentreading_stands BEFORE UPDATE OR DELETE ON self_assessment_assessmentreading
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
CREATE TRIGGER self_assessment_remark_stands BEFORE UPDATE OR DELETE ON self_assessment_remark
  FOR EACH ROW EXECUTE FUNCTION stafett_refuse_change();
"""
CHANGEABLE = """
DROP TRIGGER self_assessment_assessment_stands ON self_assessment_assessment;
DROP TRIGGER self_assessment_assessmentreading_stands ON self_assessment_assessmentreading;
DROP TRIGGER self_assessment_remark_stands ON self_assessment_remark;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0003_who_read_and_when"),
        ("register", "0004_guardians_and_protection"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
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
                            ("december", "Egenvurdering i desember"),
                            ("may", "Egenvurdering i mai"),
                            ("year", "Evaluering av året"),
                        ],
                        max_length=10,
                    ),
                ),
                ("school_year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("form_version", models.CharField(max_length=10)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Utkast"), ("submitted", "Sendt inn")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("answers", models.JSONField(default=dict)),
                ("numbers", models.JSONField(default=dict)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
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
                    "started_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="register.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "egenvurdering",
            },
        ),
        migrations.CreateModel(
            name="AssessmentReading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("read_at", models.DateTimeField()),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="self_assessment.assessment",
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
                    "reader",
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
                "verbose_name": "lest egenvurdering",
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stafett.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.CharField(max_length=1000)),
                ("written_at", models.DateTimeField()),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="self_assessment.assessment",
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
                    "writer",
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
                "verbose_name": "ord om en egenvurdering",
            },
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                fields=("municipality", "unit", "school_year", "kind", "number"),
                name="one_assessment_of_each_edition",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")),
                fields=("municipality", "unit", "school_year", "kind"),
                name="one_draft_of_each_assessment",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "draft"), ("submitted_at__isnull", True), ("submitted_by__isnull", True)
                    ),
                    models.Q(
                        ("state", "submitted"),
                        ("submitted_at__isnull", False),
                        ("submitted_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="what_is_sent_says_when_and_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentreading",
            constraint=models.UniqueConstraint(
                fields=("municipality", "assessment", "reader"), name="one_reading_of_each_reader"
            ),
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(fields=["municipality", "assessment"], name="remarks_about_assessment"),
        ),
        Fence("assessment", "assessmentreading", "remark"),
        migrations.RunSQL(STANDING, CHANGEABLE),
    ]
